using System.Globalization;
using Msp.Billing.Contracts;
using Msp.Billing.Plans;
using Msp.Billing.Usage;

namespace Msp.Billing.Tests.Properties;

/// <summary>Something that happens to a contract: the day from which it holds and the day on which it is recorded, both in days after the contract's start.</summary>
internal abstract record Change(int Day, int Recorded)
{
    /// <summary>Records it, unless the contract refuses it.</summary>
    public abstract void Apply(Contract contract, List<UsageCount> counts, DateTimeOffset at);

    protected AmendmentNote Note(Contract contract, DateTimeOffset at) => new(contract.Terms.Start.AddDays(Day), at, "Maria Berg", "agreed");

    private static void Try(Action amend)
    {
        try
        {
            amend();
        }
        catch (AmendmentException)
        {
        }
        catch (ContractMoveException)
        {
        }
    }

    public sealed record Quantity(int Day, int Recorded, int LineId, decimal To) : Change(Day, Recorded)
    {
        public override void Apply(Contract contract, List<UsageCount> counts, DateTimeOffset at) =>
            Try(() => contract.ChangeQuantity(Note(contract, at), LineId, To));
    }

    public sealed record Counted(int Day, int Recorded, int LineId, decimal To) : Change(Day, Recorded)
    {
        public override void Apply(Contract contract, List<UsageCount> counts, DateTimeOffset at) =>
            counts.Add(new UsageCount(LineId, contract.Terms.Start.AddDays(Day), To, at));
    }

    public sealed record Price(int Day, int Recorded, int LineId, Pricing To) : Change(Day, Recorded)
    {
        public override void Apply(Contract contract, List<UsageCount> counts, DateTimeOffset at) =>
            Try(() => contract.ChangePrice(Note(contract, at), LineId, To));
    }

    public sealed record Discounted(int Day, int Recorded, int? LineId, Discount Discount) : Change(Day, Recorded)
    {
        public override void Apply(Contract contract, List<UsageCount> counts, DateTimeOffset at) =>
            Try(() => contract.AddDiscount(Note(contract, at), Discount, LineId));

        public override string ToString() => string.Create(
            CultureInfo.InvariantCulture, $"Discounted {{ Day = {Day}, Recorded = {Recorded}, LineId = {LineId}, {Recipe.Text(Discount)} }}");
    }

    public sealed record DiscountGone(int Day, int Recorded, int DiscountId) : Change(Day, Recorded)
    {
        public override void Apply(Contract contract, List<UsageCount> counts, DateTimeOffset at) =>
            Try(() => contract.RemoveDiscount(Note(contract, at), DiscountId));
    }

    public sealed record Added(int Day, int Recorded, ContractLine Line) : Change(Day, Recorded)
    {
        public override void Apply(Contract contract, List<UsageCount> counts, DateTimeOffset at)
        {
            if (!contract.Amendments.OfType<Amendment.LineAdded>().Any(added => added.Line.Id == Line.Id))
            {
                Try(() => contract.AddLine(Note(contract, at), Line));
            }
        }

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"Added {{ Day = {Day}, Recorded = {Recorded}, {Recipe.Text(Line)} }}");
    }

    public sealed record Removed(int Day, int Recorded, int LineId) : Change(Day, Recorded)
    {
        public override void Apply(Contract contract, List<UsageCount> counts, DateTimeOffset at) =>
            Try(() => contract.RemoveLine(Note(contract, at), LineId));
    }

    /// <summary>A suspension with its end, if it is known.</summary>
    public sealed record Paused(int Day, int Recorded, int? Days) : Change(Day, Recorded)
    {
        public override void Apply(Contract contract, List<UsageCount> counts, DateTimeOffset at)
        {
            Try(() => contract.Move(Note(contract, at), ContractAction.Suspend));
            if (Days is { } days)
            {
                Try(() => contract.Move((this with { Day = Day + days }).Note(contract, at), ContractAction.Resume));
            }
        }
    }

    public sealed record Ended(int Day, int Recorded) : Change(Day, Recorded)
    {
        public override void Apply(Contract contract, List<UsageCount> counts, DateTimeOffset at) =>
            Try(() => contract.Move(Note(contract, at), ContractAction.End));
    }
}
