using Msp.Billing.Amounts;
using Msp.Billing.Runs;

namespace Msp.Billing.EntityFrameworkCore.Runs;

/// <summary>What a run says of one contract.</summary>
/// <param name="Contract">The contract's number.</param>
/// <param name="Customer">The customer's name.</param>
/// <param name="Outcome">Billed, explained or a problem.</param>
/// <param name="Lines">How many lines its document has.</param>
/// <param name="Subtotal">Before tax.</param>
/// <param name="Tax">The tax.</param>
/// <param name="Previous">What the last run billed with tax.</param>
/// <param name="Variance">The difference by cause.</param>
/// <param name="Document">The number of its document; null until it is posted.</param>
public sealed record RunItem(
    string Contract, string Customer, RunOutcome Outcome, int Lines, Money Subtotal, Money Tax, Money Previous, Variance Variance, string? Document)
{
    /// <summary>With tax.</summary>
    public Money Total => Subtotal + Tax;
}
