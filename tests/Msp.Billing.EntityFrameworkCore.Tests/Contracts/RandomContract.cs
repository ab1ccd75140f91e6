using Msp.Billing.Amounts;
using Msp.Billing.Catalog;
using Msp.Billing.Contracts;
using Msp.Billing.Periods;
using Msp.Billing.Plans;
using Msp.Billing.Usage;

namespace Msp.Billing.EntityFrameworkCore.Tests.Contracts;

/// <summary>Contracts of every kind, with changes and counts; the same number draws the same contract.</summary>
internal sealed class RandomContract(int seed)
{
    private static readonly Cadence[] Cadences =
        [Cadence.Monthly, Cadence.Monthly, Cadence.Monthly, Cadence.Quarterly, Cadence.Yearly, Cadence.Weeks(2), Cadence.Days(10), Cadence.Months(2)];

    private readonly Draws _random = new(seed);
    private int _nextDiscount = 1;
    private int _nextLine = 1;

    public static DateTimeOffset At(DateOnly day, int hour = 9) => new(day.ToDateTime(new TimeOnly(hour, 0)), TimeSpan.Zero);

    public Contract Draw(string number = "C-1", string customer = "K-1")
    {
        var start = new DateOnly(2025, 1, 1).AddDays(_random.Next(500));
        var lines = Enumerable.Range(0, _random.Next(1, 6)).Select(_ => Line(start)).ToArray();
        var term = _random.Next(3) switch
        {
            0 => Term.Evergreen,
            1 => new Term(_random.Next(6, 30), null, 30),
            _ => new Term(12, _random.Next(1, 13), _random.Next(0, 91)),
        };
        var expiry = term.ExpiryOf(start);
        var end = Chance(4) ? start.AddDays(_random.Next(60, 700)) : (DateOnly?)null;
        var terms = new ContractTerms(Currency.Eur, start, lines)
        {
            End = end > expiry ? null : end,
            Anchor = Chance(3) ? BillingAnchor.OnDay(_random.Next(1, 32), start, Chance(2) ? _random.Next(1, 13) : null) : BillingAnchor.OnStart(start),
            Discounts = Chance(4) ? [Discount(start, fixedAmount: Chance(2))] : [],
            Term = term with { EarlyTermination = EarlyFee() },
            Uplift = Uplift(start),
            PaymentDays = _random.Next(0, 61),
            Rounding = Chance(5) ? RoundingMode.HalfToEven : RoundingMode.HalfAwayFromZero,
            PricesIncludeTax = Chance(6),
            BilledElsewhereUntil = Chance(8) ? start.AddDays(_random.Next(1, 100)) : null,
        };
        return new Contract(number, customer, terms, At(start.AddDays(-30)), Chance(6) ? ContractStatus.Draft : ContractStatus.Scheduled)
        {
            Plan = Chance(3) ? "standard" : null,
            Predecessor = Chance(8) ? "C-0" : null,
        };
    }

    /// <summary>Tries a change that is recorded on a day and holds from a day near it, or near another; the contract may refuse it.</summary>
    public Amendment? Change(Contract contract, DateOnly recorded, DateOnly? near = null)
    {
        var day = (near ?? recorded).AddDays(_random.Next(-80, 40));
        var note = new AmendmentNote(day, At(recorded, 10), "Maria Berg", "agreed by phone");
        var lines = contract.Terms.Lines.Select(line => line.Id)
            .Concat(contract.Amendments.OfType<Amendment.LineAdded>().Select(added => added.Line.Id)).ToArray();
        var line = lines[_random.Next(lines.Length)];
        var actions = contract.AllowedOn(day);
        try
        {
            return _random.Next(11) switch
            {
                0 => contract.AddLine(note, Line(day)),
                1 => contract.RemoveLine(note, line),
                2 or 3 or 4 => contract.ChangeQuantity(note, line, _random.Next(0, 80)),
                5 => contract.ChangePrice(note, line, Price()),
                6 => contract.AddDiscount(note, Discount(day, fixedAmount: false), Chance(2) ? line : null),
                7 when _nextDiscount > 1 => contract.RemoveDiscount(note, _random.Next(1, _nextDiscount)),
                8 => contract.ChangePlan(note, "premium", [line], [Line(day)]),
                9 when contract.Terms.Uplift is { ByIndex: true } => contract.PublishIndex(note, 118.2m, 121.7m),
                _ when actions.Length > 0 => contract.Move(note, actions[_random.Next(actions.Length)]),
                _ => null,
            };
        }
        catch (Exception exception) when (exception is AmendmentException or ContractMoveException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>A count that is recorded on a day, for a day at or before it.</summary>
    public UsageCount Count(Contract contract, DateOnly recorded)
    {
        var line = contract.Terms.Lines[_random.Next(contract.Terms.Lines.Length)];
        var quantity = line.Charge.Unit.AllowsFractions ? _random.Next(0, 500_000_000) / 1_000_000m : _random.Next(0, 90);
        return new UsageCount(line.Id, recorded.AddDays(-_random.Next(0, Chance(5) ? 120 : 20)), quantity, At(recorded, 11).AddTicks(_random.Next(1_000_000)));
    }

    public bool Chance(int of) => _random.Next(of) == 0;

    private ContractLine Line(DateOnly start)
    {
        var timing = _random.Next(8) switch { 0 => ChargeTiming.Once, 1 or 2 or 3 => ChargeTiming.Arrears, _ => ChargeTiming.Advance };
        var basis = timing == ChargeTiming.Arrears ? (QuantityBasis)_random.Next(1, 7) : (QuantityBasis)_random.Next(1, 3);
        var unit = basis == QuantityBasis.Reported && Chance(2) ? BillingUnit.Gigabyte : BillingUnit.User;
        var id = _nextLine++;
        var charge = new Charge($"charge-{id % 3}", $"Charge {id % 3} für größere Büros", unit, Price())
        {
            Service = Chance(2) ? "helpdesk" : null,
            Cadence = Cadences[_random.Next(Cadences.Length)],
            Timing = timing,
            DayCount = (DayCount)_random.Next(1, 7),
            Basis = basis,
            Increase = Chance(4) ? (ChangePolicy)_random.Next(1, 4) : ChangePolicy.Immediately,
            Decrease = Chance(4) ? (ChangePolicy)_random.Next(1, 4) : ChangePolicy.Immediately,
            TaxCategory = Chance(4) ? TaxCategory.Reduced : TaxCategory.Standard,
            LedgerAccount = Chance(2) ? "4000" : "",
            UnitCost = Chance(3) ? 12.345678m : null,
        };
        var from = Chance(5) ? start.AddDays(_random.Next(0, 90)) : (DateOnly?)null;
        return new ContractLine(id, charge, _random.Next(0, 60))
        {
            CommittedQuantity = Chance(5) ? _random.Next(1, 20) : 0,
            Site = Chance(4) ? "HQ" : null,
            Start = from,
            End = Chance(6) ? (from ?? start).AddDays(_random.Next(30, 400)) : null,
            NeverUplifted = Chance(5),
            Discounts = Chance(4) ? [Discount(start, Chance(2)), Discount(start, Chance(2))] : [],
        };
    }

    private Pricing Price()
    {
        var unit = _random.Next(1, 90_000_000) / 1_000_000m;
        var pricing = _random.Next(8) switch
        {
            0 => Pricing.Flat(unit, Currency.Eur),
            1 => Pricing.Graduated(Currency.Eur, new PriceStep(10, unit), new PriceStep(50, unit / 2 is var half ? decimal.Round(half, 6) : 0, 5m), new PriceStep(null, 1.5m)),
            2 => Pricing.Volume(Currency.Eur, new PriceStep(25, unit), new PriceStep(null, decimal.Round(unit * 0.8m, 6), 3m)),
            3 => Pricing.Package(unit, _random.Next(2, 20), Currency.Eur),
            4 => Pricing.PercentOf(_random.Next(0, 200_000) / 10_000m, Currency.Eur),
            5 => Pricing.CostPlus(_random.Next(-200_000, 200_000) / 10_000m, Currency.Eur),
            _ => Pricing.PerUnit(unit, Currency.Eur),
        };
        pricing = Chance(6) ? pricing.WithIncluded(_random.Next(1, 10)) : pricing;
        pricing = Chance(6) ? pricing.WithMinimumQuantity(_random.Next(1, 10)) : pricing;
        pricing = Chance(6) ? pricing.WithMinimumSpend(_random.Next(1, 100)) : pricing;
        return Chance(8) ? pricing.WithIncrement(new QuantityIncrement(15m, 0.25m)) : pricing;
    }

    private Discount Discount(DateOnly near, bool fixedAmount)
    {
        var id = _nextDiscount++;
        var discount = fixedAmount
            ? Msp.Billing.Contracts.Discount.OfAmount(id, "Welcome", Money.FromMinorUnits(_random.Next(1, 5_000), Currency.Eur))
            : Msp.Billing.Contracts.Discount.OfPercent(id, "Three-year term", _random.Next(0, 1_000_001) / 10_000m);
        var from = Chance(2) ? near.AddDays(_random.Next(0, 60)) : (DateOnly?)null;
        discount = Chance(2) ? discount.Within(from, Chance(2) ? near.AddDays(_random.Next(60, 300)) : null, Chance(3) ? _random.Next(1, 6) : null) : discount;
        return Chance(4) ? discount.Every(Cadence.Quarterly) : discount;
    }

    private Uplift? Uplift(DateOnly start) => _random.Next(8) switch
    {
        0 => Msp.Billing.Contracts.Uplift.EveryYear(3.5m),
        1 => Msp.Billing.Contracts.Uplift.OnDays(new UpliftStep(start.AddDays(100), new Percentage(2m)), new UpliftStep(start.AddDays(300), new Percentage(-1.25m))).WithNotice(30),
        2 => Msp.Billing.Contracts.Uplift.ByPublishedIndex(Chance(2) ? 0m : null, Chance(2) ? 4.5m : null),
        3 => Msp.Billing.Contracts.Uplift.EveryYearOn(2.5m, 2, 29).StartingFrom(start.AddDays(400)),
        _ => null,
    };

    private EarlyTermination EarlyFee() => _random.Next(8) switch
    {
        0 => new EarlyTermination.Fixed(Money.FromMinorUnits(50_000, Currency.Eur)),
        1 => new EarlyTermination.RemainingShare(new Percentage(50m)),
        2 => new EarlyTermination.MonthsOrRemainder(3),
        3 => new EarlyTermination.Declining([new Percentage(80m), new Percentage(40m)]),
        _ => EarlyTermination.None,
    };
}
