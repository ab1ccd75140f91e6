namespace Msp.Billing.Contracts;

/// <summary>The course of a contract through its statuses: the recorded moves in the order of their days, and between them what comes by itself.</summary>
/// <remarks>
/// Two things come by themselves: a signed contract starts on its first day, and a running one ends with its term or when notice has run out.
/// On one day they come before the recorded moves, except that a renewal on the end day takes the place of the end.
/// </remarks>
internal sealed class ContractCourse
{
    private readonly ContractTerms _terms;
    private readonly List<(DateOnly From, ContractStatus Status)> _changes = [];
    private DateOnly? _noticeEnd;

    private ContractCourse(ContractTerms terms, ContractStatus initial) => (_terms, Last) = (terms, initial);

    /// <summary>Every status with the day from which it holds, in order; the initial one is not among them.</summary>
    internal List<(DateOnly From, ContractStatus Status)> Changes => _changes;

    /// <summary>The status after the last change, or where the course got stuck.</summary>
    internal ContractStatus Last { get; private set; }

    /// <summary>The first move that could not be made; null when all could.</summary>
    internal DatedMove? Refused { get; private set; }

    internal static ContractCourse Of(ContractTerms terms, ContractStatus initial, List<DatedMove> moves)
    {
        var course = new ContractCourse(terms, initial);
        var signedLate = moves.Exists(move => move.Action == ContractAction.Sign && move.Day > terms.Start);
        moves.Sort((left, right) => Order(left, signedLate, terms.Start).CompareTo(Order(right, signedLate, terms.Start)));
        foreach (var move in moves)
        {
            var day = EffectiveDay(move, signedLate, terms.Start);
            course.ComeTo(day, move.Action);
            if (!ContractLifecycle.Allowed(course.Last).Contains(move.Action))
            {
                course.Refused = move;
                return course;
            }

            course.Make(move, day);
        }

        course.ComeTo(DateOnly.MaxValue, null);
        return course;
    }

    // A contract that is signed late has run since its start: the signature makes the agreed days binding.
    private static DateOnly EffectiveDay(DatedMove move, bool signedLate, DateOnly start) =>
        signedLate && move.Day > start && IsBeforeStart(move.Action) ? start : move.Day;

    private static (DateOnly, bool, DateOnly, int) Order(DatedMove move, bool signedLate, DateOnly start) =>
        (EffectiveDay(move, signedLate, start), !IsBeforeStart(move.Action), move.Day, move.Number);

    private static bool IsBeforeStart(ContractAction action) => action is ContractAction.Send or ContractAction.Sign;

    private void ComeTo(DateOnly day, ContractAction? next)
    {
        if (Last == ContractStatus.Scheduled && _terms.Start <= day)
        {
            Enter(_terms.Start, ContractAction.Start);
        }

        if (RegularEnd() is { } end && (end < day || (end == day && next != ContractAction.Renew)))
        {
            Enter(end, ContractAction.End);
        }
    }

    private DateOnly? RegularEnd()
    {
        if (!ContractLifecycle.IsRunning(Last))
        {
            return null;
        }

        var agreed = _terms.AgreedEnd;
        return _noticeEnd is { } notice && (agreed is not { } limit || notice < limit) ? notice : agreed;
    }

    private void Make(DatedMove move, DateOnly day)
    {
        Enter(day, move.Action);
        if (move.Action == ContractAction.GiveNotice)
        {
            _noticeEnd = move.End ?? _terms.Term.EndAfterNotice(_terms.Start, move.Day);
        }
        else if (move.Action == ContractAction.WithdrawNotice)
        {
            _noticeEnd = null;
        }
    }

    private void Enter(DateOnly day, ContractAction action)
    {
        Last = ContractLifecycle.Next(Last, action);
        _changes.Add((day, Last));
    }
}
