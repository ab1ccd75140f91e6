using System.Collections.Immutable;
using Msp.Billing.Plans;

namespace Msp.Billing.Contracts;

/// <content>The verbs that change a contract. Each appends one amendment, or refuses and changes nothing.</content>
public sealed partial class Contract
{
    /// <summary>Adds a line from the note's day.</summary>
    /// <exception cref="ArgumentException">The line's number is taken or its currency differs.</exception>
    /// <exception cref="AmendmentException">The contract is over on that day.</exception>
    public Amendment AddLine(AmendmentNote note, ContractLine line)
    {
        CheckDay(note);
        Terms.CheckLine(line, AllLines());
        return Append(note, numbered => new Amendment.LineAdded(numbered, line));
    }

    /// <summary>Ends a line: the note's day is the first that it does not bill.</summary>
    /// <exception cref="AmendmentException">There is no such line, or it has ended.</exception>
    public Amendment RemoveLine(AmendmentNote note, int lineId)
    {
        CheckDay(note);
        CheckRunningLine(note, lineId);
        return Append(note, numbered => new Amendment.LineRemoved(numbered, lineId));
    }

    /// <summary>Sets a line's quantity from the note's day.</summary>
    /// <exception cref="AmendmentException">There is no such line, or it has ended.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The quantity cannot be counted in the line's unit.</exception>
    public Amendment ChangeQuantity(AmendmentNote note, int lineId, decimal quantity)
    {
        CheckDay(note);
        CheckRunningLine(note, lineId).Charge.Unit.Check(quantity, nameof(quantity));
        return Append(note, numbered => new Amendment.QuantityChanged(numbered, lineId, quantity));
    }

    /// <summary>Sets a line's price from the note's day.</summary>
    /// <exception cref="AmendmentException">There is no such line, or it has ended, or the price is in another currency.</exception>
    public Amendment ChangePrice(AmendmentNote note, int lineId, Pricing pricing)
    {
        ArgumentNullException.ThrowIfNull(pricing);
        CheckDay(note);
        CheckRunningLine(note, lineId);
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
    /// <exception cref="AmendmentException">There is no such discount.</exception>
    public Amendment RemoveDiscount(AmendmentNote note, int discountId)
    {
        CheckDay(note);
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
        CheckDay(note);
        ImmutableArray<int> leaving = [.. removed];
        ImmutableArray<ContractLine> coming = [.. added];
        foreach (var lineId in leaving)
        {
            CheckRunningLine(note, lineId);
        }

        var known = AllLines().ToList();
        foreach (var line in coming)
        {
            Terms.CheckLine(line, known.ToArray());
            known.Add(line);
        }

        return Append(note, numbered => new Amendment.PlanChanged(numbered, plan, leaving, coming));
    }

    /// <summary>Records a step of an uplift by index, once its value is published.</summary>
    /// <exception cref="AmendmentException">The contract has no uplift by index, or has a step on that day already.</exception>
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

    /// <summary>Makes a move of the lifecycle on the note's day.</summary>
    /// <exception cref="ContractMoveException">The contract cannot make it on that day, or a move after that day could no longer be made.</exception>
    public Amendment Move(AmendmentNote note, ContractAction action)
    {
        CheckDay(note, moves: true);
        var status = StatusOn(note.Day);
        if (action == ContractAction.Start || !ContractLifecycle.Allowed(status).Contains(action))
        {
            throw new ContractMoveException(status, action, note.Day, ContractLifecycle.Allowed(status));
        }

        var move = Append(note, numbered => new Amendment.Moved(numbered, action));
        try
        {
            // Moves dated later must still be possible after this one.
            foreach (var _ in StatusChanges())
            {
            }
        }
        catch (ContractMoveException)
        {
            _amendments.RemoveAt(_amendments.Count - 1);
            throw;
        }

        return move;
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

    private void CheckDay(AmendmentNote note, bool moves = false)
    {
        ArgumentNullException.ThrowIfNull(note);
        if (_amendments.Count > 0 && note.RecordedAt < _amendments[^1].RecordedAt)
        {
            throw new AmendmentException(
                Number, note.Day, FormattableString.Invariant($"it cannot be recorded at {note.RecordedAt:u}, before the last amendment of {_amendments[^1].RecordedAt:u}."));
        }

        if (!moves && StatusOn(note.Day) is ContractStatus.Ended or ContractStatus.Renewed)
        {
            throw new AmendmentException(Number, note.Day, "the contract is over by then.");
        }
    }

    private Amendment Append(AmendmentNote note, Func<AmendmentNote, Amendment> create)
    {
        var amendment = create(note with { Number = _amendments.Count + 1 });
        _amendments.Add(amendment);
        return amendment;
    }
}
