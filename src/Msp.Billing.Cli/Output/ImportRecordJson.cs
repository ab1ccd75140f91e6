namespace Msp.Billing.Cli.Output;

/// <summary>What the log keeps of an import.</summary>
/// <param name="Kind">catalog, customers, contracts, or counts.</param>
/// <param name="Records">How many records were stored, by kind.</param>
/// <param name="Sha256">The file's bytes, so that it can be proved later which file it was.</param>
internal sealed record ImportRecordJson(string Kind, IReadOnlyDictionary<string, int> Records, string Sha256);
