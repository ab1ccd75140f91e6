namespace Msp.Billing.Cli.Output;

/// <summary>A run that was written as a table, for programs.</summary>
/// <param name="Run">The run's number.</param>
/// <param name="Contracts">How many rows it has beside its head.</param>
/// <param name="File">The file; null where none was named.</param>
/// <param name="Csv">The table; null where it is in the file.</param>
internal sealed record RunExportJson(string Run, int Contracts, string? File, string? Csv);
