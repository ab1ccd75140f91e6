using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Msp.Billing.EntityFrameworkCore.Schema;

namespace Msp.Billing.EntityFrameworkCore.Sqlite;

/// <summary>Makes every table STRICT, so that a column holds what it says, and clustered ones WITHOUT ROWID. Rebuilt tables come here too.</summary>
internal sealed class StrictTables(MigrationsSqlGeneratorDependencies dependencies, IRelationalAnnotationProvider annotations)
    : SqliteMigrationsSqlGenerator(dependencies, annotations)
{
    private const string RebuildPrefix = "ef_temp_";

    protected override void Generate(CreateTableOperation operation, IModel? model, MigrationCommandListBuilder builder, bool terminate = true)
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(builder);
        base.Generate(operation, model, builder, terminate: false);
        builder.Append(IsClustered(operation.Name, model) ? " STRICT, WITHOUT ROWID" : " STRICT");
        if (terminate)
        {
            builder.AppendLine(";");
            EndStatement(builder);
        }
    }

    private static bool IsClustered(string table, IModel? model)
    {
        var name = table.StartsWith(RebuildPrefix, StringComparison.Ordinal) ? table[RebuildPrefix.Length..] : table;
        return model?.GetEntityTypes().FirstOrDefault(entity => entity.GetTableName() == name)?
            .FindAnnotation(TableKinds.ClusteredAnnotation)?.Value is true;
    }
}
