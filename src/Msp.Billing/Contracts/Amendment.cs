using System.Collections.Immutable;
using Msp.Billing.Amounts;
using Msp.Billing.Plans;

namespace Msp.Billing.Contracts;

/// <summary>A dated, recorded change of a contract. A closed set; append-only: what was recorded is never edited.</summary>
/// <remarks>
/// Two times: <see cref="Day"/> says from when it holds, <see cref="RecordedAt"/> when it became known. A run that looks at the contract as known
/// at an instant does not see what was recorded after it.
/// </remarks>
public abstract record Amendment
{
    private Amendment(AmendmentNote note)
    {
        ArgumentNullException.ThrowIfNull(note);
        Number = note.Number;
        Day = note.Day;
        RecordedAt = note.RecordedAt;
        Author = note.Author;
        Reason = note.Reason;
    }

    /// <summary>Its number in the contract, from 1, in the order of recording.</summary>
    public int Number { get; }

    /// <summary>The first day on which it holds.</summary>
    public DateOnly Day { get; }

    /// <summary>When it was recorded, in UTC.</summary>
    public DateTimeOffset RecordedAt { get; }

    /// <summary>Who recorded it.</summary>
    public string Author { get; }

    /// <summary>Why, in the words of the author.</summary>
    public string Reason { get; }

    /// <summary>A line begins.</summary>
    public sealed record LineAdded : Amendment
    {
        internal LineAdded(AmendmentNote note, ContractLine line) : base(note) => Line = line;

        /// <summary>The line; bills from the amendment's day, or from its own start if that is later.</summary>
        public ContractLine Line { get; }
    }

    /// <summary>A line ends.</summary>
    public sealed record LineRemoved : Amendment
    {
        internal LineRemoved(AmendmentNote note, int lineId) : base(note) => LineId = lineId;

        /// <summary>The line's number.</summary>
        public int LineId { get; }
    }

    /// <summary>A line's quantity changes.</summary>
    public sealed record QuantityChanged : Amendment
    {
        internal QuantityChanged(AmendmentNote note, int lineId, decimal quantity, SeatBatch? bought = null)
            : base(note) => (LineId, Quantity, Bought) = (lineId, quantity, bought);

        /// <summary>The line's number.</summary>
        public int LineId { get; }

        /// <summary>The new quantity, not the difference.</summary>
        public decimal Quantity { get; }

        /// <summary>The vendor's seats that were bought for it; null where none were.</summary>
        public SeatBatch? Bought { get; }
    }

    /// <summary>A line's price changes.</summary>
    public sealed record PriceChanged : Amendment
    {
        internal PriceChanged(AmendmentNote note, int lineId, Pricing pricing) : base(note) => (LineId, Pricing) = (lineId, pricing);

        /// <summary>The line's number.</summary>
        public int LineId { get; }

        /// <summary>The new price; uplifts after the amendment's day compound on it.</summary>
        public Pricing Pricing { get; }
    }

    /// <summary>A discount begins, on a line or on the contract.</summary>
    public sealed record DiscountAdded : Amendment
    {
        internal DiscountAdded(AmendmentNote note, int? lineId, Discount discount) : base(note) => (LineId, Discount) = (lineId, discount);

        /// <summary>The line's number; null for every recurring line.</summary>
        public int? LineId { get; }

        /// <summary>The discount; holds from the amendment's day, or from its own first day if that is later.</summary>
        public Discount Discount { get; }
    }

    /// <summary>A discount ends.</summary>
    public sealed record DiscountRemoved : Amendment
    {
        internal DiscountRemoved(AmendmentNote note, int discountId) : base(note) => DiscountId = discountId;

        /// <summary>The discount's number in the contract.</summary>
        public int DiscountId { get; }
    }

    /// <summary>One plan's lines give way to another's.</summary>
    public sealed record PlanChanged : Amendment
    {
        internal PlanChanged(AmendmentNote note, string plan, ImmutableArray<int> removed, ImmutableArray<ContractLine> added)
            : base(note) => (Plan, Removed, Added) = (plan, removed, added);

        /// <summary>The new plan's code.</summary>
        public string Plan { get; }

        /// <summary>The numbers of the lines that end.</summary>
        public ImmutableArray<int> Removed { get; }

        /// <summary>The lines that begin.</summary>
        public ImmutableArray<ContractLine> Added { get; }
    }

    /// <summary>A step of an uplift by index becomes known.</summary>
    public sealed record IndexPublished : Amendment
    {
        internal IndexPublished(AmendmentNote note, decimal oldIndex, decimal newIndex, Percentage step)
            : base(note) => (OldIndex, NewIndex, Step) = (oldIndex, newIndex, step);

        /// <summary>The index at the last step.</summary>
        public decimal OldIndex { get; }

        /// <summary>The index now.</summary>
        public decimal NewIndex { get; }

        /// <summary>The step within the agreed bounds.</summary>
        public Percentage Step { get; }
    }

    /// <summary>A move of the lifecycle.</summary>
    public sealed record Moved : Amendment
    {
        internal Moved(AmendmentNote note, ContractAction action, DateOnly? end = null) : base(note) => (Action, End) = (action, end);

        /// <summary>What happened.</summary>
        public ContractAction Action { get; }

        /// <summary>For notice: the first day not billed that it asks for; null for the earliest, and for any other action.</summary>
        public DateOnly? End { get; }
    }
}
