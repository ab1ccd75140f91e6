namespace Msp.Billing.Cli.Output;

/// <summary>What was exported; the text itself where no file was named.</summary>
internal sealed record JournalExportJson(string Format, string? File, string From, string Through, int Entries, IReadOnlyList<CurrencySumJson> Debits, string? Text);
