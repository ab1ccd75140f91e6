using System.Collections.Immutable;
using Msp.Billing.Plans;

namespace Msp.Billing.Contracts;

/// <content>The verbs that change a contract. Each appends one amendment, or refuses and changes nothing.</content>
public sealed partial class Contract
{
    /// <summary>Adds a line from the note's day.</summary>
    /// <exception cref="ArgumentException">The line's number is taken, or its currency differs.</exception>
    /// <exception cref="AmendmentException">The contract is over on that day, or the line would end before it begins.</exception>
    public Amendment AddLine(AmendmentNote note, ContractLine line)
    {
        CheckDay(note);
        CheckNewLine(note, line, AllLines());
        return Append(note, numbered => new Amendment.LineAdded(numbered, line));
    }

    /// <summary>Gives the customer an amount once, on the note's day: a line of its own, taxed and booked as the line that it makes up for.</summary>
    /// <remarks>It is taken back by <see cref="RemoveLine"/> on the same day: before it is billed it never stands on a document, after that the next one bills it back.</remarks>
    /// <param name="note">From when, by whom and why; the reason is kept, and not printed.</param>
    /// <param name="lineId">The line that it makes up for.</param>
    /// <param name="amount">What is given, above zero; before tax, or with it where prices include tax.</param>
    /// <param name="name">What the document prints.</param>
    /// <exception cref="AmendmentException">There is no such line, the contract is over on that day, or the amount is in another currency.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The amount is not above zero.</exception>
    public Amendment AddCredit(AmendmentNote note, int lineId, Amounts.Money amount, string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        CheckDay(note);
        var lines = AllLines();
        var source = Array.Find(lines, line => line.Id == lineId)
            ?? throw new AmendmentException(Number, note.Day, $"there is no line number {lineId}. Lines: {string.Join(", ", lines.Select(known => known.Id))}.");
        if (amount.Currency != Terms.Currency)
        {
            throw new AmendmentException(Number, note.Day, $"the credit is in {amount.Currency.Code}; the contract is in {Terms.Currency.Code}.");
        }

        var charge = new Charge("credit", name.Trim(), Catalog.BillingUnit.Flat, Pricing.Credit(amount.Amount, amount.Currency))
        {
            Service = source.Charge.Service,
            Timing = ChargeTiming.Once,
            TaxCategory = source.Charge.TaxCategory,
            LedgerAccount = source.Charge.LedgerAccount,
        };
        return AddLine(note, new ContractLine(lines.Max(line => line.Id) + 1, charge, 1m) { Site = source.Site, NeverUplifted = true });
    }

    /// <summary>Ends a line: the note's day is the first that it does not bill.</summary>
    /// <exception cref="AmendmentException">There is no such line, it has ended, or a vendor's seats are locked.</exception>
    public Amendment RemoveLine(AmendmentNote note, int lineId)
    {
        CheckDay(note);
        CheckRunningLine(note, lineId);
        CheckSeats(note, lineId, 0m);
        return Append(note, numbered => new Amendment.LineRemoved(numbered, lineId));
    }

    /// <summary>Sets a line's quantity from the note's day.</summary>
    /// <exception cref="AmendmentException">There is no such line, it has ended, it was billed once before that day, it bills what is reported, or a vendor's seats are locked.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The quantity cannot be counted in the line's unit.</exception>
    public Amendment ChangeQuantity(AmendmentNote note, int lineId, decimal quantity)
    {
        CheckDay(note);
        var line = CheckRunningLine(note, lineId);
        line.Charge.Unit.Check(quantity, nameof(quantity));
        CheckNotBilledOnce(note, line);
        if (line.Charge.Basis == QuantityBasis.Reported)
        {
            throw new AmendmentException(Number, note.Day, $"line number {lineId} ('{line.Charge.Code}') bills what is reported for it; record the usage instead.");
        }

        CheckSeats(note, lineId, quantity);
        return Append(note, numbered => new Amendment.QuantityChanged(numbered, lineId, quantity));
    }

    /// <summary>Adds seats that were bought from a vendor who locks them: from the note's day they are billed, at least until their lock ends.</summary>
    /// <remarks>
    /// For 168 hours after the purchase, to the hour, <see cref="ChangeQuantity"/> recorded then can give them back; after that it refuses to go below what is
    /// locked for any day before <see cref="SeatBatch.LockedUntil"/>. <see cref="VendorSeats"/> says what is committed.
    /// </remarks>
    /// <exception cref="AmendmentException">The line cannot change its quantity, or the lock ends by the note's day.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The seats cannot be counted in the line's unit.</exception>
    public Amendment BuySeats(AmendmentNote note, int lineId, SeatBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        CheckDay(note);
        var line = CheckRunningLine(note, lineId);
        line.Charge.Unit.Check(batch.Seats, nameof(batch));
        CheckNotBilledOnce(note, line);
        if (line.Charge.Basis == QuantityBasis.Reported)
        {
            throw new AmendmentException(Number, note.Day, $"line number {lineId} ('{line.Charge.Code}') bills what is reported for it and holds no seats.");
        }

        if (batch.LockedUntil <= note.Day)
        {
            throw new AmendmentException(
                Number, note.Day, FormattableString.Invariant($"the seats would be locked until {batch.LockedUntil:yyyy-MM-dd}, which is not after that day."));
        }

        var quantity = VendorSeats.QuantityOn(line.Quantity, _amendments.OfType<Amendment.QuantityChanged>().Where(change => change.LineId == lineId), note.Day) + batch.Seats;
        return Append(note, numbered => new Amendment.QuantityChanged(numbered, lineId, quantity, batch));
    }

    /// <summary>Sets a line's price from the note's day.</summary>
    /// <exception cref="AmendmentException">There is no such line, it has ended or was billed once before that day, or the price is in another currency.</exception>
    public Amendment ChangePrice(AmendmentNote note, int lineId, Pricing pricing)
    {
        ArgumentNullException.ThrowIfNull(pricing);
        CheckDay(note);
        CheckNotBilledOnce(note, CheckRunningLine(note, lineId));
        return pricing.Currency == Terms.Currency
            ? Append(note, numbered => new Amendment.PriceChanged(numbered, lineId, pricing))
            : throw new AmendmentException(Number, note.Day, $"the new price is in {pricing.Currency.Code}; the contract is in {Terms.Currency.Code}.");
    }

    /// <summary>Adds a discount from the note's day, to a line or to every recurring line.</summary>
    /// <exception cref="AmendmentException">There is no such line, or the discount's number is taken or its currency differs.</exception>
    public Amendment AddDiscount(AmendmentNote note, Discount discount, int? lineId = null)
    {
        ArgumentNullException.ThrowIfNull(discount);
        CheckDay(note);
        if (lineId is { } line)
        {
            CheckRunningLine(note, line);
        }

        if (discount.Amount is { } amount && amount.Currency != Terms.Currency)
        {
            throw new AmendmentException(Number, note.Day, $"the discount is in {amount.Currency.Code}; the contract is in {Terms.Currency.Code}.");
        }

        return AllDiscounts().Any(known => known.Id == discount.Id)
            ? throw new AmendmentException(Number, note.Day, $"discount number {discount.Id} is taken; numbers are never reused.")
            : Append(note, numbered => new Amendment.DiscountAdded(numbered, lineId, discount));
    }

    /// <summary>Ends a discount on the note's day.</summary>
    /// <exception cref="AmendmentException">There is no such discount, or it has ended.</exception>
    public Amendment RemoveDiscount(AmendmentNote note, int discountId)
    {
        CheckDay(note);
        if (_amendments.Exists(amendment => amendment is Amendment.DiscountRemoved removed && removed.DiscountId == discountId && removed.Day <= note.Day))
        {
            throw new AmendmentException(Number, note.Day, $"discount number {discountId} has ended by then.");
        }

        return AllDiscounts().Any(known => known.Id == discountId)
            ? Append(note, numbered => new Amendment.DiscountRemoved(numbered, discountId))
            : throw new AmendmentException(Number, note.Day, $"there is no discount number {discountId}.");
    }

    /// <summary>Replaces the lines of one plan by those of another from the note's day.</summary>
    /// <exception cref="AmendmentException">A line to remove does not exist or has ended.</exception>
    /// <exception cref="ArgumentException">A new line's number is taken or its currency differs.</exception>
    public Amendment ChangePlan(AmendmentNote note, string plan, IEnumerable<int> removed, IEnumerable<ContractLine> added)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(plan);
        ArgumentNullException.ThrowIfNull(removed);
        ArgumentNullException.ThrowIfNull(added);
        CheckDay(note);
        ImmutableArray<int> leaving = [.. removed.Distinct()];
        ImmutableArray<ContractLine> coming = [.. added];
        foreach (var lineId in leaving)
        {
            CheckRunningLine(note, lineId);
            CheckSeats(note, lineId, 0m);
        }

        var known = AllLines().ToList();
        foreach (var line in coming)
        {
            CheckNewLine(note, line, known.ToArray());
            known.Add(line);
        }

        return Append(note, numbered => new Amendment.PlanChanged(numbered, plan, leaving, coming));
    }

    /// <summary>Records a step of an uplift by index, once its value is published.</summary>
    /// <exception cref="AmendmentException">The contract has no uplift by index, or has a step on that day already.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An index value is not above zero.</exception>
    public Amendment PublishIndex(AmendmentNote note, decimal oldIndex, decimal newIndex)
    {
        CheckDay(note);
        if (Terms.Uplift is not { ByIndex: true } uplift)
        {
            throw new AmendmentException(Number, note.Day, "the contract has no uplift by index.");
        }

        return _amendments.Any(amendment => amendment is Amendment.IndexPublished && amendment.Day == note.Day)
            ? throw new AmendmentException(Number, note.Day, "a step by index is recorded for this day already.")
            : Append(note, numbered => new Amendment.IndexPublished(numbered, oldIndex, newIndex, uplift.StepFor(oldIndex, newIndex)));
    }

    /// <summary>Makes a move of the lifecycle on the note's day. Notice given this way ends the contract on the earliest day.</summary>
    /// <exception cref="ContractMoveException">
    /// The contract cannot make it on that day, or a move that is recorded for a later day could then no longer be made, or the move comes by itself.
    /// </exception>
    /// <exception cref="AmendmentException">It is recorded before the last amendment.</exception>
    public Amendment Move(AmendmentNote note, ContractAction action)
    {
        CheckRecording(note);
        CheckMoves(new DatedMove(note.Day, action, null, _amendments.Count + 1));
        return Append(note, numbered => new Amendment.Moved(numbered, action));
    }

    /// <summary>Pauses service and billing for a known time: suspends on the note's day and resumes on another, both or neither.</summary>
    /// <remarks>A pause that was forgotten can be recorded between others; its two moves one by one could not, since the first alone would not fit.</remarks>
    /// <param name="note">From when, by whom and why.</param>
    /// <param name="resume">The first day that is served and billed again; after the note's day.</param>
    /// <returns>The two moves.</returns>
    /// <exception cref="ContractMoveException">The contract cannot be suspended on the note's day or resumed on the other, or a later move could then no longer be made.</exception>
    /// <exception cref="AmendmentException">It resumes before it pauses, or it is recorded before the last amendment.</exception>
    public ImmutableArray<Amendment> Pause(AmendmentNote note, DateOnly resume)
    {
        CheckRecording(note);
        if (resume <= note.Day)
        {
            throw new AmendmentException(Number, note.Day, FormattableString.Invariant($"a pause must end after the day on which it begins; {resume:yyyy-MM-dd} is not."));
        }

        CheckMoves(
            new DatedMove(note.Day, ContractAction.Suspend, null, _amendments.Count + 1),
            new DatedMove(resume, ContractAction.Resume, null, _amendments.Count + 2));
        return
        [
            Append(note, numbered => new Amendment.Moved(numbered, ContractAction.Suspend)),
            Append(note.On(resume), numbered => new Amendment.Moved(numbered, ContractAction.Resume)),
        ];
    }

    /// <summary>Gives notice on the note's day.</summary>
    /// <param name="note">When notice is given, by whom and why.</param>
    /// <param name="end">The first day that is no longer billed; null for the earliest, <see cref="EndAfterNotice"/>.</param>
    /// <exception cref="ContractMoveException">Notice cannot be given on that day.</exception>
    /// <exception cref="AmendmentException">The end is before the earliest, or after the agreed one.</exception>
    public Amendment GiveNotice(AmendmentNote note, DateOnly? end = null)
    {
        CheckRecording(note);
        CheckMoves(new DatedMove(note.Day, ContractAction.GiveNotice, end, _amendments.Count + 1));
        var earliest = EndAfterNotice(note.Day);
        if (end < earliest)
        {
            throw new AmendmentException(
                Number, note.Day,
                FormattableString.Invariant($"with {Terms.Term.NoticeDays} days' notice the contract ends on {earliest:yyyy-MM-dd} at the earliest, not on {end:yyyy-MM-dd}. To end it sooner, terminate it."));
        }

        return Terms.AgreedEnd < end
            ? throw new AmendmentException(
                Number, note.Day, FormattableString.Invariant($"the contract ends by itself on {Terms.AgreedEnd:yyyy-MM-dd}; notice cannot put that off to {end:yyyy-MM-dd}."))
            : Append(note, numbered => new Amendment.Moved(numbered, ContractAction.GiveNotice, end));
    }

    /// <summary>Every line that the contract ever had: those of the terms, then those of amendments in the order of recording.</summary>
    internal ContractLine[] AllLines()
    {
        var lines = Terms.Lines.ToList();
        foreach (var amendment in _amendments)
        {
            if (amendment is Amendment.LineAdded one)
            {
                lines.Add(one.Line);
            }
            else if (amendment is Amendment.PlanChanged plan)
            {
                lines.AddRange(plan.Added);
            }
        }

        return [.. lines];
    }

    private IEnumerable<Discount> AllDiscounts() =>
        Terms.Discounts
            .Concat(AllLines().SelectMany(line => line.Discounts))
            .Concat(_amendments.OfType<Amendment.DiscountAdded>().Select(added => added.Discount));

    private ContractLine CheckRunningLine(AmendmentNote note, int lineId)
    {
        var line = Array.Find(AllLines(), known => known.Id == lineId)
            ?? throw new AmendmentException(
                Number, note.Day, $"there is no line number {lineId}. Lines: {string.Join(", ", AllLines().Select(known => known.Id))}.");
        var ended = _amendments.Exists(amendment =>
            (amendment is Amendment.LineRemoved removed && removed.LineId == lineId && removed.Day <= note.Day) ||
            (amendment is Amendment.PlanChanged plan && plan.Removed.Contains(lineId) && plan.Day <= note.Day));
        return ended || line.End <= note.Day
            ? throw new AmendmentException(Number, note.Day, $"line number {lineId} ('{line.Charge.Code}') has ended by then.")
            : line;
    }

    private void CheckSeats(AmendmentNote note, int lineId, decimal quantity)
    {
        var seats = VendorSeats.Of(this, lineId);
        if (seats.LockedOn(note.Day, note.RecordedAt) is var locked && quantity < locked)
        {
            throw new AmendmentException(
                Number, note.Day,
                FormattableString.Invariant($"line number {lineId} cannot go down to {quantity:0.######}, at least {locked:0.######} must stay: {seats.Describe(note.Day, note.RecordedAt)}."));
        }
    }

    private void CheckNewLine(AmendmentNote note, ContractLine line, ContractLine[] others)
    {
        ArgumentNullException.ThrowIfNull(line);
        Terms.CheckLine(line, others, AllDiscounts());
        var from = line.Start is { } start && start > note.Day ? start : note.Day;
        if (line.End <= from)
        {
            throw new AmendmentException(
                Number, note.Day,
                FormattableString.Invariant($"line number {line.Id} ('{line.Charge.Code}') would end on {line.End:yyyy-MM-dd}, before it begins on {from:yyyy-MM-dd}."));
        }
    }

    // What is billed once is billed as it stands on the line's first day; a later change would bill nothing, in silence.
    private void CheckNotBilledOnce(AmendmentNote note, ContractLine line)
    {
        if (line.Charge.Timing == ChargeTiming.Once && FirstDayOf(line) is var day && day < note.Day)
        {
            throw new AmendmentException(
                Number, note.Day,
                FormattableString.Invariant($"line number {line.Id} ('{line.Charge.Code}') is billed once, on {day:yyyy-MM-dd}; a change after that day bills nothing. Add a line instead."));
        }
    }

    private DateOnly FirstDayOf(ContractLine line)
    {
        var added = _amendments.Find(amendment =>
            (amendment is Amendment.LineAdded one && one.Line == line) || (amendment is Amendment.PlanChanged plan && plan.Added.Contains(line)));
        var from = added?.Day ?? Terms.Start;
        return line.Start is { } start && (added is null || start > from) ? start : from;
    }

    private void CheckDay(AmendmentNote note)
    {
        ArgumentNullException.ThrowIfNull(note);
        CheckRecording(note);
        if (StatusOn(note.Day) is ContractStatus.Ended or ContractStatus.Renewed)
        {
            throw new AmendmentException(Number, note.Day, "the contract is over by then.");
        }
    }

    private void CheckRecording(AmendmentNote note)
    {
        ArgumentNullException.ThrowIfNull(note);
        if (_amendments.Count > 0 && note.RecordedAt < _amendments[^1].RecordedAt)
        {
            throw new AmendmentException(
                Number, note.Day, FormattableString.Invariant($"it cannot be recorded at {note.RecordedAt:u}, before the last amendment of {_amendments[^1].RecordedAt:u}."));
        }

        if (note.RecordedAt < RecordedAt)
        {
            throw new AmendmentException(
                Number, note.Day, FormattableString.Invariant($"it cannot be recorded at {note.RecordedAt:u}, before the contract itself at {RecordedAt:u}."));
        }
    }

    private void CheckMoves(params ReadOnlySpan<DatedMove> moves)
    {
        if (CourseWith(moves).Refused is not { } refused)
        {
            return;
        }

        var move = moves[0];
        foreach (var one in moves)
        {
            move = one.Number == refused.Number ? one : move;
        }

        var because = refused.Number != move.Number
            ? FormattableString.Invariant($": the {refused.Action} of {refused.Day:yyyy-MM-dd} is recorded already and could then not be made")
            : move.Action switch
            {
                ContractAction.Start => FormattableString.Invariant($": it starts by itself on {Terms.Start:yyyy-MM-dd} once it is signed"),
                ContractAction.End => ": it ends by itself with its term or its notice; to end it sooner, terminate it",
                _ => "",
            };
        throw new ContractMoveException(StatusOn(move.Day), move.Action, move.Day, AllowedOn(move.Day), because);
    }

    private Amendment Append(AmendmentNote note, Func<AmendmentNote, Amendment> create)
    {
        var amendment = create(note with { Number = _amendments.Count + 1 });
        _amendments.Add(amendment);
        return amendment;
    }
}
