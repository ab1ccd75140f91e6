using Msp.Billing.Amounts;
using Msp.Billing.Runs;

namespace Msp.Billing.EntityFrameworkCore.Runs;

/// <summary>What somebody decided about a contract while reviewing a run.</summary>
/// <param name="Number">Its number for the seller, by which it is taken back.</param>
/// <param name="Contract">The contract's number.</param>
/// <param name="Kind">What was decided.</param>
/// <param name="Reason">Why, in the words of the author; empty for a check.</param>
/// <param name="Author">Who.</param>
/// <param name="At">When, in UTC.</param>
public sealed record RunDecision(long Number, string Contract, RunDecisionKind Kind, string Reason, string Author, DateTimeOffset At)
{
    /// <summary>The flag that was checked; null for other decisions.</summary>
    public string? Code { get; init; }

    /// <summary>Runs through a day before this one leave it out; null unless it is held.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>What was given; null unless it is a credit.</summary>
    public Money? Amount { get; init; }

    /// <summary>The decision that it takes back; null for other decisions.</summary>
    public long? Undoes { get; init; }

    /// <summary>Whether it holds no more: it was taken back, or the contract is billed something else than what was checked.</summary>
    public bool IsOver { get; init; }
}
