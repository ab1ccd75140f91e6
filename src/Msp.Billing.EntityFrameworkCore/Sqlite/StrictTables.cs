using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Msp.Billing.EntityFrameworkCore.Schema;

namespace Msp.Billing.EntityFrameworkCore.Sqlite;

/// <summary>Makes every table STRICT, so that a column holds what it says, clustered ones WITHOUT ROWID, and lets parts come before their head. Rebuilt tables come here too.</summary>
internal sealed class StrictTables(MigrationsSqlGeneratorDependencies dependencies, IRelationalAnnotationProvider annotations)
    : SqliteMigrationsSqlGenerator(dependencies, annotations)
{
    private const string RebuildPrefix = "ef_temp_";

    protected override void Generate(CreateTableOperation operation, IModel? model, MigrationCommandListBuilder builder, bool terminate = true)
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(builder);
        base.Generate(operation, model, builder, terminate: false);
        builder.Append(Is(TableKinds.ClusteredAnnotation, operation.Name, model) ? " STRICT, WITHOUT ROWID" : " STRICT");
        if (terminate)
        {
            builder.AppendLine(";");
            EndStatement(builder);
        }
    }

    protected override void ForeignKeyConstraint(AddForeignKeyOperation operation, IModel? model, MigrationCommandListBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(builder);
        base.ForeignKeyConstraint(operation, model, builder);
        if (Is(TableKinds.BeforeParentAnnotation, operation.Table, model))
        {
            builder.Append(" DEFERRABLE INITIALLY DEFERRED");
        }
    }

    private static bool Is(string annotation, string table, IModel? model)
    {
        var name = table.StartsWith(RebuildPrefix, StringComparison.Ordinal) ? table[RebuildPrefix.Length..] : table;
        return model?.GetEntityTypes().FirstOrDefault(entity => entity.GetTableName() == name)?.FindAnnotation(annotation)?.Value is true;
    }
}
