using Msp.Billing.Cli.Importing;

namespace Msp.Billing.Cli.Output;

/// <summary>What came of an import, for programs.</summary>
/// <param name="Kind">catalog, customers, contracts, or counts.</param>
/// <param name="File">As it was named.</param>
/// <param name="Saved">Whether it was stored.</param>
/// <param name="DryRun">Whether it was only to be checked.</param>
/// <param name="Checked">Whether it was checked against a database.</param>
/// <param name="Records">How many good records the file has, by kind.</param>
/// <param name="ProblemCount">How many problems there are, listed or not.</param>
/// <param name="Problems">The first thousand.</param>
internal sealed record ImportJson(
    string Kind, string File, bool Saved, bool DryRun, bool Checked, IReadOnlyDictionary<string, int> Records, int ProblemCount, IReadOnlyList<ImportProblemJson> Problems)
{
    /// <summary>The same for programs.</summary>
    public static ImportJson Of(string kind, string file, bool dryRun, bool isChecked, ImportResult result) => new(
        kind, file, result.Saved, dryRun, isChecked, Counts(result.Records),
        result.Problems.Count, [.. result.Problems.Listed.Select(problem => new ImportProblemJson(problem.Line, problem.Field, problem.Message))]);

    /// <summary>How many records there are, by kind, such as <c>taxRates</c>.</summary>
    public static IReadOnlyDictionary<string, int> Counts(IReadOnlyList<(string One, string Many, int Count)> records) =>
        records.ToDictionary(record => EnumText.NameOf(record.Many), record => record.Count, StringComparer.Ordinal);
}
