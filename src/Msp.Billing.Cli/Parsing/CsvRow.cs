namespace Msp.Billing.Cli.Parsing;

/// <summary>The row of a CSV file that was read last.</summary>
/// <param name="table">Its table.</param>
/// <param name="problems">Where problems are reported.</param>
internal sealed class CsvRow(CsvTable table, ImportProblems problems) : SourceRecord(problems)
{
    /// <summary>The line on which it starts.</summary>
    public int Line => table.Line;

    /// <summary>The field as it is written; null when nothing is in it.</summary>
    public string? this[string column] => table.Field(column);

    /// <inheritdoc/>
    public override void Refuse(string message) => Problems.Add(table.Line, null, message);

    /// <inheritdoc/>
    public override void Refuse(string field, string message) => Problems.Add(table.Line, field, message);

    /// <inheritdoc/>
    public override bool Has(string field) => table.Field(field) is not null;

    /// <inheritdoc/>
    protected override string? Scalar(string field, ScalarKind kind) => table.Field(field);
}
