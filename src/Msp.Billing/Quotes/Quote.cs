using System.Collections.Immutable;

namespace Msp.Billing.Quotes;

/// <summary>A quote with its revisions and everything that happened to them, in the order in which it was recorded. What each revision says is a <see cref="QuoteContent"/>.</summary>
/// <remarks>
/// Append-only: the status of each revision on a day is derived. One revision is written at a time; sending it replaces the ones that were sent before.
/// Not thread-safe while it is moved; safe to read from many threads otherwise.
/// </remarks>
public sealed class Quote
{
    private readonly List<QuoteMove> _moves;

    /// <summary>Creates a quote with its first revision, a draft.</summary>
    /// <param name="number">Unique for its seller; see <see cref="QuoteNumber"/>.</param>
    /// <param name="customer">The customer's number.</param>
    /// <exception cref="ArgumentException">A number is blank.</exception>
    public Quote(string number, string customer)
        : this(number, customer, [])
    {
    }

    private Quote(string number, string customer, List<QuoteMove> moves)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(number);
        ArgumentException.ThrowIfNullOrWhiteSpace(customer);
        Number = number;
        Customer = customer;
        _moves = moves;
    }

    /// <summary>Unique for its seller.</summary>
    public string Number { get; }

    /// <summary>The number of the customer it is for.</summary>
    public string Customer { get; }

    /// <summary>Every recorded move, in the order of recording.</summary>
    public IReadOnlyList<QuoteMove> Moves => _moves;

    /// <summary>The number of the newest revision; the first is 1.</summary>
    public int LatestRevision => 1 + _moves.Count(move => move.Action == QuoteAction.Revise);

    /// <summary>The newest revision that was sent: the one that older links lead to. Null before anything was sent.</summary>
    public int? OfferedRevision => _moves.FindLast(move => move.Action == QuoteAction.Send)?.Revision;

    /// <summary>The revision that was accepted; null when none was.</summary>
    public int? AcceptedRevision => _moves.Find(move => move.Action == QuoteAction.Accept)?.Revision;

    /// <summary>The revision that a revision was made from; null for the first.</summary>
    public int? ParentOf(int revision)
    {
        var revised = 1;
        foreach (var move in _moves)
        {
            if (move.Action == QuoteAction.Revise && ++revised == revision)
            {
                return move.Revision;
            }
        }

        return null;
    }

    /// <summary>Where a revision is on a day.</summary>
    /// <param name="day">The seller's day.</param>
    /// <param name="revision">Its number; null for the accepted one, or else the newest.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such revision.</exception>
    public QuoteStatus StatusOn(DateOnly day, int? revision = null)
    {
        var number = Checked(revision ?? AcceptedRevision ?? LatestRevision);
        var (status, validUntil) = (QuoteStatus.Draft, (DateOnly?)null);
        foreach (var move in _moves)
        {
            if (move.Note.Day > day)
            {
                break;
            }

            status = AsOf(move.Note.Day, status, validUntil);
            if (move.Revision == number && move.Action != QuoteAction.Revise)
            {
                status = QuoteLifecycle.Next(status, move.Action);
                validUntil = move.ValidUntil ?? validUntil;
            }
            else if (move.Action == QuoteAction.Send && validUntil is not null && move.Revision > number && QuoteLifecycle.CanMove(status, QuoteAction.Replace))
            {
                status = QuoteLifecycle.Next(status, QuoteAction.Replace);
            }
        }

        return AsOf(day, status, validUntil);
    }

    /// <summary>What can be recorded for a revision on a day: the buttons of a page, and what a refusal offers.</summary>
    /// <param name="day">The seller's day.</param>
    /// <param name="revision">Its number; null for the accepted one, or else the newest.</param>
    public ImmutableArray<QuoteAction> AllowedOn(DateOnly day, int? revision = null)
    {
        var number = Checked(revision ?? AcceptedRevision ?? LatestRevision);
        var allowed = QuoteLifecycle.Allowed(StatusOn(day, number));
        return AcceptedRevision is { } accepted && accepted != number ? []
            : number != LatestRevision ? allowed.Remove(QuoteAction.Revise)
            : allowed;
    }

    /// <summary>Begins a new revision, a draft, from the newest one.</summary>
    /// <returns>The new revision's number.</returns>
    /// <exception cref="QuoteMoveException">The newest is not sent yet, so it can be changed itself; or the quote is accepted.</exception>
    public int Revise(QuoteNote note)
    {
        Record(note, QuoteAction.Revise, LatestRevision, null);
        return LatestRevision;
    }

    /// <summary>Sends the newest revision: it is frozen, and the ones that were sent before are replaced.</summary>
    /// <param name="note">When and by whom.</param>
    /// <param name="validUntil">The last day on which it can be accepted, inclusive; today or later.</param>
    /// <param name="approval">What the seller's rules say about its content.</param>
    /// <exception cref="QuoteMoveException">It needs an approval that it does not have, its last day has passed, or it was sent already.</exception>
    public QuoteMove Send(QuoteNote note, DateOnly validUntil, ApprovalAnswer approval)
    {
        ArgumentNullException.ThrowIfNull(note);
        ArgumentNullException.ThrowIfNull(approval);
        var status = StatusOn(note.Day, LatestRevision);
        if (validUntil < note.Day)
        {
            throw new QuoteMoveException(
                QuoteRefusal.LastDayPassed, status, QuoteAction.Send, note.Day, AllowedOn(note.Day), FormattableString.Invariant($": it would have been valid until {validUntil:yyyy-MM-dd} only; choose a later day"));
        }

        if (status == QuoteStatus.Draft && approval.IsNeeded)
        {
            throw new QuoteMoveException(
                QuoteRefusal.NeedsApproval, status, QuoteAction.Send, note.Day, AllowedOn(note.Day).Remove(QuoteAction.Send), $" without approval ({approval})");
        }

        return Record(note, QuoteAction.Send, LatestRevision, validUntil);
    }

    /// <summary>Makes any other move.</summary>
    /// <param name="note">When, by whom and why.</param>
    /// <param name="action">What happens; not sending and not revising, which have verbs of their own.</param>
    /// <param name="revision">Its number; null for the newest.</param>
    /// <param name="onePerson">Whether the seller is one person, who may approve what it asked for.</param>
    /// <exception cref="QuoteMoveException">The revision cannot make it on that day, the move comes by itself, or the same person would approve.</exception>
    /// <exception cref="ArgumentException">The action has a verb of its own, or declining or refusing has no reason.</exception>
    public QuoteMove Move(QuoteNote note, QuoteAction action, int? revision = null, bool onePerson = false)
    {
        ArgumentNullException.ThrowIfNull(note);
        if (action is QuoteAction.Send or QuoteAction.Revise)
        {
            throw new ArgumentException($"{action} has a verb of its own.", nameof(action));
        }

        if (action is QuoteAction.Decline or QuoteAction.Refuse && string.IsNullOrWhiteSpace(note.Reason))
        {
            throw new ArgumentException($"To {action} a quote needs a reason.", nameof(note));
        }

        var number = Checked(revision ?? LatestRevision);
        if (action == QuoteAction.Approve && !onePerson)
        {
            CheckApprover(note, number);
        }

        var move = Record(note, action, number, null);
        if (action == QuoteAction.Accept && number != LatestRevision && QuoteLifecycle.CanMove(StatusOn(note.Day, LatestRevision), QuoteAction.Withdraw))
        {
            // What was being written when the customer accepted has become pointless.
            var because = FormattableString.Invariant($"revision {number} was accepted");
            Append(new QuoteNote(note.Day, note.At, note.Author, because), QuoteAction.Withdraw, LatestRevision, null);
        }

        return move;
    }

    internal static Quote Restored(string number, string customer, List<QuoteMove> moves) => new(number, customer, moves);

    private static QuoteStatus AsOf(DateOnly day, QuoteStatus status, DateOnly? validUntil) =>
        QuoteLifecycle.IsOpen(status) && validUntil < day ? QuoteLifecycle.Next(status, QuoteAction.Expire) : status;

    private int Checked(int revision)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(revision, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(revision, LatestRevision);
        return revision;
    }

    private void CheckApprover(QuoteNote note, int revision)
    {
        var asked = _moves.FindLast(move => move.Revision == revision && move.Action == QuoteAction.Submit);
        if (string.Equals(asked?.Note.Author, note.Author, StringComparison.OrdinalIgnoreCase))
        {
            throw new QuoteMoveException(
                QuoteRefusal.SamePerson, StatusOn(note.Day, revision), QuoteAction.Approve, note.Day, AllowedOn(note.Day, revision).Remove(QuoteAction.Approve),
                $": '{note.Author}' asked for it, and a second person must approve");
        }
    }

    private QuoteMove Record(QuoteNote note, QuoteAction action, int revision, DateOnly? validUntil)
    {
        ArgumentNullException.ThrowIfNull(note);
        if (_moves.Count > 0 && (note.Day < _moves[^1].Note.Day || note.At < _moves[^1].Note.At))
        {
            throw new ArgumentException(FormattableString.Invariant($"Quote {Number}: {action} cannot be recorded at {note.At:u}, before the last move of {_moves[^1].Note.At:u}."), nameof(note));
        }

        var allowed = AllowedOn(note.Day, revision);
        if (allowed.Contains(action))
        {
            return Append(note, action, revision, validUntil);
        }

        var (reason, because) = Because(note.Day, action, revision);
        throw new QuoteMoveException(reason, StatusOn(note.Day, revision), action, note.Day, allowed, because);
    }

    private QuoteMove Append(QuoteNote note, QuoteAction action, int revision, DateOnly? validUntil)
    {
        var move = new QuoteMove(_moves.Count + 1, revision, action, note, validUntil);
        _moves.Add(move);
        return move;
    }

    private (QuoteRefusal Reason, string Words) Because(DateOnly day, QuoteAction action, int revision)
    {
        if (AcceptedRevision is { } accepted && accepted != revision)
        {
            return (QuoteRefusal.OtherAccepted, FormattableString.Invariant($": revision {accepted} was accepted"));
        }

        return StatusOn(day, revision) switch
        {
            QuoteStatus.Replaced => (QuoteRefusal.Replaced, FormattableString.Invariant($": revision {OfferedRevision} was sent in its place")),
            QuoteStatus.Expired => (
                QuoteRefusal.Expired, FormattableString.Invariant($": it was valid until {_moves.FindLast(move => move.Revision == revision && move.Action == QuoteAction.Send)?.ValidUntil:yyyy-MM-dd}")),
            _ when action == QuoteAction.Revise => (QuoteRefusal.NotSentYet, ": it is not sent yet and can be changed itself"),
            _ => (QuoteRefusal.NotFromHere, ""),
        };
    }
}
