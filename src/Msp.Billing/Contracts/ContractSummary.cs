using Msp.Billing.Amounts;

namespace Msp.Billing.Contracts;

/// <summary>One contract in one flat row, as it stands on a day: what lists and queries ask about. Derived from the contract, never edited.</summary>
/// <remarks>Days are stored as they are, so that a database only compares them; month arithmetic stays in the contract.</remarks>
public sealed record ContractSummary
{
    /// <summary>Unique for its seller.</summary>
    public required string Number { get; init; }

    /// <summary>The customer's number.</summary>
    public required string Customer { get; init; }

    /// <summary>The plan that holds on <see cref="AsOf"/>; null when its lines were written by hand.</summary>
    public string? Plan { get; init; }

    /// <summary>The one currency of the contract.</summary>
    public required Currency Currency { get; init; }

    /// <summary>The day that this row is about.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>Where the contract is on <see cref="AsOf"/>.</summary>
    public required ContractStatus Status { get; init; }

    /// <summary>The first day on which the status will be another, as recorded by now; null when none is. The row is stale from that day on.</summary>
    public DateOnly? StatusUntil { get; init; }

    /// <summary>The first billed day.</summary>
    public required DateOnly Start { get; init; }

    /// <summary>The first day that is no longer billed; null while none is known, and for a contract that never began.</summary>
    public DateOnly? End { get; init; }

    /// <summary>Whether a successor takes its place on <see cref="End"/>.</summary>
    public bool IsRenewed { get; init; }

    /// <summary>The first day on which something falls due that is not billed yet; null when nothing will.</summary>
    public DateOnly? NextDue { get; init; }

    /// <summary>The last day on which notice still prevents the renewal on <see cref="RenewalDay"/>; null when nothing renews by itself.</summary>
    public DateOnly? DecisionDay { get; init; }

    /// <summary>The first day of the term that begins by itself unless notice is given by <see cref="DecisionDay"/>; null when nothing renews by itself.</summary>
    public DateOnly? RenewalDay { get; init; }

    /// <summary>Sums a contract up.</summary>
    /// <param name="contract">The contract with all its amendments.</param>
    /// <param name="asOf">The day that the row is about.</param>
    /// <param name="nextDue">The first day on which something falls due that is not billed yet, which rating knows; null when nothing will.</param>
    /// <param name="knownAt">Only what was recorded by then counts; everything when null.</param>
    public static ContractSummary Of(Contract contract, DateOnly asOf, DateOnly? nextDue, DateTimeOffset? knownAt = null)
    {
        ArgumentNullException.ThrowIfNull(contract);
        var changes = contract.StatusChanges(knownAt).ToList();
        var began = changes.Exists(change => ContractLifecycle.IsRunning(change.Status));
        var over = changes.Find(change => change.Status is ContractStatus.Ended or ContractStatus.Renewed);
        DateOnly? end = began && over != default ? over.From : null;
        var later = changes.Find(change => change.From > asOf);
        var term = contract.Terms.Term;
        var decision = began && end is null ? term.DecisionDayAfter(contract.Terms.Start, asOf) : null;
        return new ContractSummary
        {
            Number = contract.Number,
            Customer = contract.Customer,
            Plan = contract.PlanOn(asOf, knownAt),
            Currency = contract.Terms.Currency,
            AsOf = asOf,
            Status = contract.StatusOn(asOf, knownAt),
            StatusUntil = later == default ? null : later.From,
            Start = contract.Terms.Start,
            End = end,
            IsRenewed = over.Status == ContractStatus.Renewed,
            NextDue = nextDue,
            DecisionDay = decision,
            RenewalDay = decision?.AddDays(term.NoticeDays + 1),
        };
    }
}
