using Msp.Billing.Amounts;

namespace Msp.Billing.EntityFrameworkCore.Insights;

/// <summary>A contract that renews by itself, or ends, with what is at stake.</summary>
/// <param name="Contract">The contract's number.</param>
/// <param name="Customer">The customer's number.</param>
/// <param name="Name">The customer's name.</param>
/// <param name="TermEnd">The first day of the next term, or the first day that is no longer billed.</param>
/// <param name="NoticeBy">The last day on which notice still prevents the renewal; null for a contract that ends.</param>
/// <param name="Mrr">What it is worth a month.</param>
public sealed record RenewalRow(string Contract, string Customer, string Name, DateOnly TermEnd, DateOnly? NoticeBy, Money Mrr)
{
    /// <summary>Whether it ends and no renewal comes.</summary>
    public bool IsEnding => NoticeBy is null;
}
