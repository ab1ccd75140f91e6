using Msp.Billing.Amounts;

namespace Msp.Billing.EntityFrameworkCore.Invoicing;

/// <summary>What the documents of one currency come to; credit notes are below zero.</summary>
/// <param name="Documents">How many.</param>
/// <param name="Net">Before tax.</param>
/// <param name="Tax">The tax.</param>
/// <param name="Open">What is owed, less what credit notes have left.</param>
public sealed record DocumentTotals(int Documents, Money Net, Money Tax, Money Open)
{
    /// <summary>With tax.</summary>
    public Money Total => Net + Tax;
}
