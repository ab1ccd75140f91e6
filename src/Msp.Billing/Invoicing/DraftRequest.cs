using Msp.Billing.Contracts;
using Msp.Billing.Usage;

namespace Msp.Billing.Invoicing;

/// <summary>What is asked when a contract is drafted: for whom, through which day, and what was billed before.</summary>
public sealed class DraftRequest
{
    /// <summary>Asks for everything that falls due by a day.</summary>
    /// <param name="customer">Who pays.</param>
    /// <param name="through">The last due day, inclusive; also the issue day unless that is set.</param>
    public DraftRequest(Customer customer, DateOnly through)
    {
        ArgumentNullException.ThrowIfNull(customer);
        Customer = customer;
        Through = through;
        IssueDay = through;
    }

    /// <summary>Who pays.</summary>
    public Customer Customer { get; }

    /// <summary>The last due day, inclusive.</summary>
    public DateOnly Through { get; }

    /// <summary>The day on the document.</summary>
    public DateOnly IssueDay { get; init; }

    /// <summary>Only what was recorded by then counts; everything when null.</summary>
    public DateTimeOffset? KnownAt { get; init; }

    /// <summary>What was counted and reported for the contract's lines.</summary>
    public ReadOnlyMemory<UsageCount> Counts { get; init; }

    /// <summary>What was posted before, for every period that ends after <see cref="RecheckFrom"/>; in any order, each period once.</summary>
    public ReadOnlyMemory<BilledPeriod> Billed { get; init; }

    /// <summary>
    /// Periods that end on or before this day are left alone: they are billed in full and nothing was recorded for them since. Null to look at every period.
    /// </summary>
    public DateOnly? RecheckFrom { get; init; }

    /// <summary>
    /// Gives the tax of what was posted before. Asked only when a category and rate comes to less than zero; null to round a credit's tax by itself, so that
    /// several credits together can give back some minor units more or less than was taxed.
    /// </summary>
    public Func<PostedTax>? PostedTax { get; init; }
}
