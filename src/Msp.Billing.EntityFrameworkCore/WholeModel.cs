using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Msp.Billing.EntityFrameworkCore;

/// <summary>Gives contexts a model that is whole, so that many threads may be the first to use it. For every context of a program that answers many at once.</summary>
/// <remarks>
/// EF Core 10.0 adds the tables to a model at its first query, with a look before a lock and none after it: who looks while another finishes is refused with
/// "The model must be finalized". Give it to options with <c>ReplaceService&lt;IModelRuntimeInitializer, WholeModel&gt;()</c>.
/// </remarks>
/// <param name="dependencies">What EF Core hands in.</param>
/// <param name="relationalDependencies">What EF Core hands in.</param>
public sealed class WholeModel(ModelRuntimeInitializerDependencies dependencies, RelationalModelRuntimeInitializerDependencies relationalDependencies)
    : RelationalModelRuntimeInitializer(dependencies, relationalDependencies)
{
    /// <inheritdoc/>
    public override IModel Initialize(IModel model, bool designTime = true, IDiagnosticsLogger<DbLoggerCategory.Model.Validation>? validationLogger = null)
    {
        var initialized = base.Initialize(model, designTime, validationLogger);

        // Nobody else has it yet.
        base.Initialize(initialized, designTime: false, validationLogger).GetRelationalModel();
        return initialized;
    }
}
