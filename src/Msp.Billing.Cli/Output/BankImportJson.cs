namespace Msp.Billing.Cli.Output;

/// <summary>What became of a file of the bank.</summary>
internal sealed record BankImportJson(
    string File, bool DryRun, int Movements, int New, int Known, int Out, IReadOnlyList<ImportProblemJson> Problems, int MoreProblems);
