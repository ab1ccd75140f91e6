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
    /// <exception cref="ArgumentException">A number is blank, the initial status is another, or the terms contradict themselves; see <see cref="ContractTerms.Check"/>.</exception>
    public Contract(string number, string customer, ContractTerms terms, DateTimeOffset recordedAt, ContractStatus initialStatus = ContractStatus.Draft)
        : this(number, customer, terms, recordedAt, initialStatus, [])
    {
        if (initialStatus is not (ContractStatus.Draft or ContractStatus.Scheduled))
        {
            throw new ArgumentException($"A contract begins as Draft, or as Scheduled when it is signed already; not as {initialStatus}.", nameof(initialStatus));
        }

        terms.Check();
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

    /// <summary>The number of the contract whose place it took; null for a first contract.</summary>
    public string? Predecessor { get; init; }

    /// <summary>Every change, in the order of recording.</summary>
    public IReadOnlyList<Amendment> Amendments => _amendments;

    /// <summary>A contract as storage kept it: checked when it was first recorded, so not checked again.</summary>
    internal static Contract Restored(
        string number, string customer, ContractTerms terms, DateTimeOffset recordedAt, ContractStatus initialStatus, List<Amendment> amendments, string? plan,
        string? predecessor = null) =>
        new(number, customer, terms, recordedAt, initialStatus, amendments) { Plan = plan, Predecessor = predecessor };

    /// <summary>Where the contract is on a day, as known at an instant.</summary>
    /// <param name="day">The day.</param>
    /// <param name="knownAt">Only what was recorded by then counts, and before its own recording a contract is a draft; everything when null.</param>
    public ContractStatus StatusOn(DateOnly day, DateTimeOffset? knownAt = null)
    {
        var status = RecordedAt > knownAt ? ContractStatus.Draft : InitialStatus;
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

    /// <summary>Every status with the day from which it holds, in order: dated moves, the start of a signed contract, and the end of its term or notice.</summary>
    /// <param name="knownAt">Only what was recorded by then counts; everything when null.</param>
    public IEnumerable<(DateOnly From, ContractStatus Status)> StatusChanges(DateTimeOffset? knownAt = null) =>
        RecordedAt > knownAt ? [] : ContractCourse.Of(Terms, InitialStatus, KnownMoves(knownAt)).Changes;

    /// <summary>What can be recorded on a day, given what is recorded already for earlier and later days: the buttons of a page, and what a refusal offers.</summary>
    public ImmutableArray<ContractAction> AllowedOn(DateOnly day) =>
        [.. Enum.GetValues<ContractAction>().Where(action => CourseWith(new DatedMove(day, action, null, _amendments.Count + 1)).Refused is null)];

    /// <summary>The first day not billed, at the earliest, when notice is given on a day: with the term's notice, or with the agreed end if that is sooner.</summary>
    /// <remarks>To end sooner than that is to <see cref="ContractAction.Terminate"/>; <see cref="QuoteTermination"/> says what it costs.</remarks>
    public DateOnly EndAfterNotice(DateOnly noticeDay)
    {
        var earliest = Terms.Term.EndAfterNotice(Terms.Start, noticeDay);
        return Terms.AgreedEnd is { } agreed && agreed < earliest ? agreed : earliest;
    }

    /// <summary>What it costs to leave on a day, with its arithmetic. Records nothing.</summary>
    /// <param name="day">The first day that would no longer be billed.</param>
    /// <param name="noticeDay">The day on which notice is given, where none was given before; the regular end follows from it.</param>
    /// <param name="recurring">What the recurring lines would bill for the days, before tax, exact, in major units; the pricing engine answers it: <c>TerminationQuoter</c> of Invoicing asks it.</param>
    /// <exception cref="AmendmentException">The contract is not running on the day.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The delegate returns a negative amount.</exception>
    public TerminationQuote QuoteTermination(DateOnly day, DateOnly noticeDay, Func<ServicePeriod, decimal> recurring)
    {
        ArgumentNullException.ThrowIfNull(recurring);
        var status = StatusOn(day);
        if (!ContractLifecycle.IsRunning(status))
        {
            throw new AmendmentException(Number, day, $"the contract is {status} by then; only one that is running can be terminated.");
        }

        var afterNotice = EndAfterNotice(noticeDay);
        var regularEnd = EndAsKnown() is { } known && known < afterNotice ? known : afterNotice;
        return TerminationQuote.Of(Terms, day, noticeDay, regularEnd, recurring);
    }

    /// <summary>The plan that holds on a day: the one it was made from, or the one it was last changed to by then; null when its lines were written by hand.</summary>
    public string? PlanOn(DateOnly day, DateTimeOffset? knownAt = null) =>
        _amendments.OfType<Amendment.PlanChanged>().Where(change => change.Day <= day && !(change.RecordedAt > knownAt)).MaxBy(change => (change.Day, change.Number))?.Plan ?? Plan;

    private static void AddUnlessEmpty(ImmutableArray<ServicePeriod>.Builder billed, DateOnly start, DateOnly end)
    {
        if (end > start)
        {
            billed.Add(new ServicePeriod(start, end));
        }
    }

    private ContractCourse CourseWith(params ReadOnlySpan<DatedMove> moves)
    {
        var all = KnownMoves(null);
        all.AddRange(moves);
        return ContractCourse.Of(Terms, InitialStatus, all);
    }

    private List<DatedMove> KnownMoves(DateTimeOffset? knownAt)
    {
        var moves = new List<DatedMove>();
        foreach (var amendment in _amendments)
        {
            if (amendment is Amendment.Moved move && (knownAt is not { } instant || move.RecordedAt <= instant))
            {
                moves.Add(new DatedMove(move.Day, move.Action, move.End, move.Number));
            }
        }

        return moves;
    }
}
