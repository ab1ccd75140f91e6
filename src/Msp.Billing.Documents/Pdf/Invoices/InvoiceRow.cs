namespace Msp.Billing.Documents.Pdf.Invoices;

/// <summary>One line of a document as texts, and what it comes to.</summary>
/// <param name="Description">What is billed.</param>
/// <param name="Days">For which days.</param>
/// <param name="Quantity">How many; empty where the line is about money only.</param>
/// <param name="Unit">Of what.</param>
/// <param name="Price">The price of one for a whole period.</param>
/// <param name="Share">The share of the period, such as × 15/31; empty for a whole one.</param>
/// <param name="Tax">The rate.</param>
/// <param name="Amount">The amount before tax.</param>
/// <param name="MinorUnits">The same as posted, to carry over.</param>
internal readonly record struct InvoiceRow(
    string Description, string Days, string Quantity, string Unit, string Price, string Share, string Tax, string Amount, long MinorUnits);
