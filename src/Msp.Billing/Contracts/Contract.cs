using System.Collections.Immutable;
using Msp.Billing.Periods;

namespace Msp.Billing.Contracts;

/// <summary>What is agreed with a customer, and everything that was changed since, in the order in which it was recorded.</summary>
/// <remarks>
/// Append-only: terms never change, amendments are added and never edited. What holds on a day, and what was known at an instant, are
/// derived from both. Not thread-safe while it is amended; safe to read from many threads otherwise.
/// </remarks>
public sealed partial class Contract
{
    private readonly List<Amendment> _amendments;

    /// <summary>Creates a contract.</summary>
    /// <param name="number">Unique for its seller, such as <c>C-1001</c>.</param>
    /// <param name="customer">The customer's number.</param>
    /// <param name="terms">What is agreed.</param>
    /// <param name="recordedAt">When it was recorded; kept in UTC.</param>
    /// <param name="initialStatus">Draft, or Scheduled for one that is taken over as signed.</param>
    /// <exception cref="ArgumentException">A number is blank, the end is before the start, or the initial status is another.</exception>
    public Contract(string number, string customer, ContractTerms terms, DateTimeOffset recordedAt, ContractStatus initialStatus = ContractStatus.Draft)
        : this(number, customer, terms, recordedAt, initialStatus, [])
    {
        if (initialStatus is not (ContractStatus.Draft or ContractStatus.Scheduled))
        {
            throw new ArgumentException($"A contract begins as Draft, or as Scheduled when it is signed already; not as {initialStatus}.", nameof(initialStatus));
        }

        if (terms.End is { } end && end < terms.Start)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"Contract {number} ends on {end:yyyy-MM-dd}, before it starts on {terms.Start:yyyy-MM-dd}."), nameof(terms));
        }
    }

    private Contract(
        string number, string customer, ContractTerms terms, DateTimeOffset recordedAt, ContractStatus initialStatus, List<Amendment> amendments)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(number);
        ArgumentException.ThrowIfNullOrWhiteSpace(customer);
        ArgumentNullException.ThrowIfNull(terms);
        Number = number;
        Customer = customer;
        Terms = terms;
        RecordedAt = recordedAt.ToUniversalTime();
        InitialStatus = initialStatus;
        _amendments = amendments;
    }

    /// <summary>Unique for its seller.</summary>
    public string Number { get; }

    /// <summary>The number of the customer who pays.</summary>
    public string Customer { get; }

    /// <summary>What was agreed at first.</summary>
    public ContractTerms Terms { get; }

    /// <summary>When it was recorded, in UTC.</summary>
    public DateTimeOffset RecordedAt { get; }

    /// <summary>Draft, or Scheduled for one that was taken over as signed.</summary>
    public ContractStatus InitialStatus { get; }

    /// <summary>The plan it was made from; null when its lines were written by hand.</summary>
    public string? Plan { get; init; }

    /// <summary>Every change, in the order of recording.</summary>
    public IReadOnlyList<Amendment> Amendments => _amendments;

    /// <summary>A contract as storage kept it: checked when it was first recorded, so not checked again.</summary>
    internal static Contract Restored(
        string number, string customer, ContractTerms terms, DateTimeOffset recordedAt, ContractStatus initialStatus, List<Amendment> amendments, string? plan) =>
        new(number, customer, terms, recordedAt, initialStatus, amendments) { Plan = plan };

    /// <summary>Where the contract is on a day, as known at an instant.</summary>
    /// <param name="day">The day.</param>
    /// <param name="knownAt">Only what was recorded by then counts; everything when null.</param>
    public ContractStatus StatusOn(DateOnly day, DateTimeOffset? knownAt = null)
    {
        var status = InitialStatus;
        foreach (var (from, next) in StatusChanges(knownAt))
        {
            if (from > day)
            {
                break;
            }

            status = next;
        }

        return status;
    }

    /// <summary>The runs of days that are billed, in order, as known at an instant; the last one may be open to the year 9999.</summary>
    public ImmutableArray<ServicePeriod> BilledDays(DateTimeOffset? knownAt = null)
    {
        var billed = ImmutableArray.CreateBuilder<ServicePeriod>();
        DateOnly? since = null;
        foreach (var (from, status) in StatusChanges(knownAt))
        {
            if (ContractLifecycle.Bills(status))
            {
                since ??= from;
            }
            else if (since is { } start)
            {
                AddUnlessEmpty(billed, start, from);
                since = null;
            }
        }

        if (since is { } open)
        {
            AddUnlessEmpty(billed, open, DateOnly.MaxValue);
        }

        return billed.ToImmutable();
    }

    /// <summary>The first day after the contract, as known at an instant; null while it has no end.</summary>
    public DateOnly? EndAsKnown(DateTimeOffset? knownAt = null)
    {
        foreach (var (from, status) in StatusChanges(knownAt))
        {
            if (status is ContractStatus.Ended or ContractStatus.Renewed)
            {
                return from;
            }
        }

        return null;
    }

    /// <summary>Every status with the day from which it holds, in order: dated moves, the start of a signed contract, and the end of its term.</summary>
    public IEnumerable<(DateOnly From, ContractStatus Status)> StatusChanges(DateTimeOffset? knownAt = null)
    {
        var status = InitialStatus;
        var end = Terms.End ?? Terms.Term.ExpiryOf(Terms.Start);
        foreach (var move in MovesByDay(knownAt))
        {
            if (status == ContractStatus.Scheduled && move.Day >= Terms.Start)
            {
                status = ContractStatus.Active;
                yield return (Terms.Start, status);
            }

            if (end is { } expiry && expiry <= move.Day && IsRunning(status))
            {
                break;
            }

            // A contract that is signed late has run since its start: the signature makes the agreed days binding.
            status = ContractLifecycle.Next(status, move.Action, move.Day);
            yield return (move.Day, status);
        }

        if (status == ContractStatus.Scheduled)
        {
            status = ContractStatus.Active;
            yield return (Terms.Start, status);
        }

        if (end is { } last && IsRunning(status))
        {
            yield return (last, ContractStatus.Ended);
        }
    }

    private static bool IsRunning(ContractStatus status) =>
        status is ContractStatus.Active or ContractStatus.Suspended or ContractStatus.NoticeGiven;

    private static void AddUnlessEmpty(ImmutableArray<ServicePeriod>.Builder billed, DateOnly start, DateOnly end)
    {
        if (end > start)
        {
            billed.Add(new ServicePeriod(start, end));
        }
    }

    private List<Amendment.Moved> MovesByDay(DateTimeOffset? knownAt)
    {
        var moves = new List<Amendment.Moved>();
        foreach (var amendment in _amendments)
        {
            if (amendment is Amendment.Moved move && (knownAt is not { } instant || move.RecordedAt <= instant))
            {
                moves.Add(move);
            }
        }

        moves.Sort((left, right) => (left.Day, left.Number).CompareTo((right.Day, right.Number)));
        return moves;
    }
}
