using Msp.Billing.Contracts;
using Msp.Billing.Periods;
using Msp.Billing.Plans;
using Msp.Billing.Usage;

namespace Msp.Billing.Rating;

/// <summary>One line of a contract as known at an instant: the days it is held, and its quantity, price and discounts by day.</summary>
/// <remarks>Immutable and thread-safe. What it holds is already after change policies, commitments and uplifts.</remarks>
public sealed class LineHistory
{
    private readonly BillingAnchor _anchor;
    private readonly ServicePeriod[] _held;
    private readonly QuantityChange[] _quantities;
    private readonly PriceChange[] _prices;
    private readonly DiscountWindow[] _discounts;
    private readonly UsageCount[] _reported;
    private readonly QuantityChange[] _wanted;
    private readonly VendorSeats? _seats;

    internal LineHistory(
        ContractLine line, BillingAnchor anchor, ServicePeriod[] held, QuantityChange[] quantities, PriceChange[] prices,
        DiscountWindow[] discounts, UsageCount[] reported, QuantityChange[] wanted, VendorSeats? seats = null)
    {
        _seats = seats;
        Line = line;
        _wanted = wanted;
        _anchor = anchor;
        _held = held;
        _quantities = quantities;
        _prices = prices;
        _discounts = discounts;
        _reported = reported;
        IsConstant = held.Length == 1 && quantities.Length == 1 && prices.Length == 1 && discounts.Length == 0;
    }

    /// <summary>The line as agreed.</summary>
    public ContractLine Line { get; }

    /// <summary>The runs of days that are billed, in order and apart.</summary>
    public ReadOnlySpan<ServicePeriod> Held => _held;

    /// <summary>The billed quantity by day, rising; the first entry holds from the line's first day.</summary>
    public ReadOnlySpan<QuantityChange> Quantities => _quantities;

    /// <summary>The price by day, rising; the first entry holds from the line's first day.</summary>
    public ReadOnlySpan<PriceChange> Prices => _prices;

    /// <summary>Discounts in the order in which they apply: line percents, line amounts, contract percents.</summary>
    public ReadOnlySpan<DiscountWindow> Discounts => _discounts;

    /// <summary>What was reported, by rising day; empty unless the line bills by report.</summary>
    public ReadOnlySpan<UsageCount> Reported => _reported;

    /// <summary>The natural periods that fall due by a day and have days that are held, in order.</summary>
    /// <param name="through">The last due day, inclusive.</param>
    /// <param name="after">Periods that end on or before this day are left out; null for all.</param>
    public DuePeriods Due(DateOnly through, DateOnly? after = null) => new(this, through, after ?? DateOnly.MinValue);

    /// <summary>The natural period that begins on a day; a charge billed once has a period of its one day.</summary>
    public ServicePeriod PeriodFrom(DateOnly start) => Line.Charge.Timing == ChargeTiming.Once
        ? new ServicePeriod(start, start.AddDays(1))
        : _anchor.Period(Line.Charge.Cadence, _anchor.IndexOf(Line.Charge.Cadence, start));

    /// <summary>The price of a day.</summary>
    public Pricing PriceOn(DateOnly day) => _prices[PriceIndexOn(day)].Pricing;

    /// <summary>The billed quantity of a day, before it is put together for a period.</summary>
    public decimal QuantityOn(DateOnly day)
    {
        var quantity = _quantities[0].Quantity;
        for (var i = 1; i < _quantities.Length && _quantities[i].Day <= day; i++)
        {
            quantity = _quantities[i].Quantity;
        }

        return quantity;
    }

    /// <summary>What was reported for the days of a natural period.</summary>
    public decimal ReportedIn(ServicePeriod natural)
    {
        var sum = 0m;
        foreach (var count in _reported)
        {
            if (natural.Contains(count.Day))
            {
                sum += count.Quantity;
            }
        }

        return sum;
    }

    /// <summary>What is billed of the reports of a natural period: the committed quantity at least.</summary>
    internal decimal BilledReportIn(ServicePeriod natural)
    {
        var reported = ReportedIn(natural);
        return reported > Line.CommittedQuantity ? reported : Line.CommittedQuantity;
    }

    /// <summary>The day on which a natural period falls due: its end day or its start, unless the line ends or begins within it.</summary>
    public DateOnly DueDay(ServicePeriod natural)
    {
        if (Line.Charge.Timing == ChargeTiming.Arrears)
        {
            return _held.Length > 0 && _held[^1].End is var last && last > natural.Start && last < natural.End ? last : natural.End;
        }

        foreach (var held in _held)
        {
            if (held.Overlaps(natural))
            {
                return held.Start > natural.Start ? held.Start : natural.Start;
            }
        }

        return natural.Start;
    }

    /// <summary>Whether any day of the natural period is billed.</summary>
    public bool IsHeldIn(ServicePeriod natural)
    {
        foreach (var held in _held)
        {
            if (held.Overlaps(natural))
            {
                return true;
            }
        }

        return false;
    }

    internal BillingAnchor Anchor => _anchor;

    /// <summary>How many days of a natural period are held, and their weight in the terms of the day count.</summary>
    internal (int Days, int Weight) HeldIn(ServicePeriod natural)
    {
        var (days, weight) = (0, 0);
        foreach (var run in _held)
        {
            var held = run.Intersect(natural);
            days += held.Days;
            weight += Proration.Weight(Line.Charge.DayCount, Line.Charge.Cadence, held);
        }

        return (days, weight);
    }

    /// <summary>The quantity that the customer has, by day, where a change policy or a commitment lets another be billed; empty otherwise.</summary>
    internal ReadOnlySpan<QuantityChange> Wanted => _wanted;

    /// <summary>The billed quantity of a day with its day and source.</summary>
    internal QuantityChange BilledOn(DateOnly day) => In(_quantities, day);

    /// <summary>What the customer has on a day, whatever is billed.</summary>
    internal QuantityChange WantedOn(DateOnly day) => In(_wanted.Length > 0 ? _wanted : _quantities, day);

    /// <summary>The same line with other billed quantities: what would be owed if.</summary>
    internal LineHistory Billing(QuantityChange[] quantities) => new(Line, _anchor, _held, quantities, _prices, _discounts, _reported, [], _seats);

    /// <summary>What is billed at least on a day: the line's committed quantity, or the vendor's seats where those are more.</summary>
    internal decimal CommittedOn(DateOnly day) => _seats is null ? Line.CommittedQuantity : Math.Max(Line.CommittedQuantity, _seats.CommittedOn(day));

    /// <summary>Whether there is one run of days, one quantity, one price and no discount, so that no period is ever cut.</summary>
    internal bool IsConstant { get; }

    internal int PriceIndexOn(DateOnly day)
    {
        var index = 0;
        while (index + 1 < _prices.Length && _prices[index + 1].Day <= day)
        {
            index++;
        }

        return index;
    }

    private static QuantityChange In(QuantityChange[] changes, DateOnly day)
    {
        var index = 0;
        while (index + 1 < changes.Length && changes[index + 1].Day <= day)
        {
            index++;
        }

        return changes[index];
    }
}
