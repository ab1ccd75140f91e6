namespace Msp.Billing.Documents.Accounting;

/// <summary>A column of a bookkeeping program's file.</summary>
/// <param name="Header">What stands in the first row.</param>
/// <param name="Field">What stands below it.</param>
/// <param name="Text">The text of a fixed column; empty otherwise.</param>
public sealed record CsvColumn(string Header, CsvField Field, string Text = "");
