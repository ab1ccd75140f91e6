using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using Msp.Billing.Amounts;

namespace Msp.Billing.Plans;

/// <summary>The price of one natural period for a quantity, before proration, discount and tax.</summary>
/// <remarks>
/// <para>Priced on the period's total quantity, never record by record. Order of the modifiers: minimum quantity, included
/// quantity, increment, then the model; the minimum spend is compared with the period's exact total at the very end.</para>
/// <para>Zero units are free: a minimum quantity applies from the first unit on, step fees are due when their step is reached,
/// and a base fee is a flat charge of its own. Only a minimum spend is owed for nothing.</para>
/// <para>Immutable and thread-safe. Two pricings with equal content are equal.</para>
/// </remarks>
public sealed class Pricing : IEquatable<Pricing>
{
    private readonly PriceStep[] _steps;
    private readonly Bracket[] _brackets;
    private readonly bool _isModified;

    private Pricing(PricingModel model, Currency currency, decimal price, decimal blockSize, params ReadOnlySpan<PriceStep> steps)
    {
        Model = model;
        Currency = currency;
        Price = price < 0 && model == PricingModel.Flat ? -Checked(-price, "price") : Checked(price, "price");
        BlockSize = blockSize;
        _steps = steps.ToArray();
        _brackets = Brackets(model, _steps);
    }

    private Pricing(Pricing from, decimal included, decimal minimum, decimal minimumSpend, QuantityIncrement? increment)
        : this(from.Model, from.Currency, from.Price, from.BlockSize, from._steps)
    {
        IncludedQuantity = included;
        MinimumQuantity = minimum;
        MinimumSpend = minimumSpend;
        Increment = increment;
        _isModified = included != 0 || minimum != 0 || increment is not null;
    }

    /// <summary>How a quantity becomes a price.</summary>
    public PricingModel Model { get; }

    /// <summary>The currency of every price in it.</summary>
    public Currency Currency { get; }

    /// <summary>The flat price, the unit price, the block's price, or the factor on an amount passed on, by model; zero where steps hold the prices.</summary>
    public decimal Price { get; }

    /// <summary>Units in a block; zero where the model has no blocks.</summary>
    public decimal BlockSize { get; }

    /// <summary>The steps in order; empty where the model has none.</summary>
    public ImmutableArray<PriceStep> Steps => ImmutableCollectionsMarshal.AsImmutableArray(_steps);

    /// <summary>Units that cost nothing, as counted or reported, taken off before the increment and the model.</summary>
    public decimal IncludedQuantity { get; }

    /// <summary>Units that are billed at least, as soon as there is one.</summary>
    public decimal MinimumQuantity { get; }

    /// <summary>The least that a whole natural period costs, prorated with it; zero for none.</summary>
    public decimal MinimumSpend { get; }

    /// <summary>How what is reported becomes what is billed; null when it is the same.</summary>
    public QuantityIncrement? Increment { get; }

    /// <summary>The price of one unit, where all units cost the same; null for steps and blocks.</summary>
    public decimal? UnitPrice => Model is PricingModel.Graduated or PricingModel.Volume or PricingModel.Package ? null : Price;

    /// <summary>One price for the period, whatever the quantity.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The price is negative; what is given back is a <see cref="Credit"/>.</exception>
    public static Pricing Flat(decimal price, Currency currency)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(price);
        return new Pricing(PricingModel.Flat, currency, price, 0);
    }

    /// <summary>An amount that is given to the customer once: a flat price below zero. See <see cref="Contracts.Contract.AddCredit"/>.</summary>
    /// <param name="amount">What is given, above zero, in major units.</param>
    /// <param name="currency">The currency.</param>
    /// <exception cref="ArgumentOutOfRangeException">The amount is not above zero, or has more than six decimals.</exception>
    public static Pricing Credit(decimal amount, Currency currency)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(amount);
        return new Pricing(PricingModel.Flat, currency, -amount, 0);
    }

    /// <summary>Quantity times a unit price.</summary>
    public static Pricing PerUnit(decimal unitPrice, Currency currency) => new(PricingModel.PerUnit, currency, unitPrice, 0);

    /// <summary>Each step prices the units inside it.</summary>
    /// <exception cref="ArgumentException">The steps are not in rising order, or do not end with an open one.</exception>
    public static Pricing Graduated(Currency currency, params ReadOnlySpan<PriceStep> steps) =>
        new(PricingModel.Graduated, currency, 0, 0, CheckedSteps(steps));

    /// <summary>All units cost the price of the step that the quantity reaches; more units can cost less at a bound.</summary>
    /// <exception cref="ArgumentException">The steps are not in rising order, or do not end with an open one.</exception>
    public static Pricing Volume(Currency currency, params ReadOnlySpan<PriceStep> steps) =>
        new(PricingModel.Volume, currency, 0, 0, CheckedSteps(steps));

    /// <summary>Blocks of units; a begun block is billed in full.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="blockSize"/> is not above zero.</exception>
    public static Pricing Package(decimal pricePerBlock, decimal blockSize, Currency currency)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(blockSize);
        return new Pricing(PricingModel.Package, currency, pricePerBlock, Checked(blockSize, nameof(blockSize)));
    }

    /// <summary>A percentage of an amount passed on, such as 3 % of a supplier's bill for handling it. The quantity is the amount, in major units.</summary>
    /// <param name="percent">In percent, zero or more, at most four decimals.</param>
    /// <param name="currency">The currency of the amount and of the price.</param>
    /// <exception cref="ArgumentOutOfRangeException">The percentage is negative, above 1,000 or too fine.</exception>
    public static Pricing PercentOf(decimal percent, Currency currency) =>
        new(PricingModel.PercentOf, currency, new Percentage(percent).Fraction, 0);

    /// <summary>An amount passed on and a percentage on top, such as a supplier's bill plus 10 %. The quantity is the amount, in major units.</summary>
    /// <param name="percent">In percent, at most four decimals; negative to pass on less than the amount.</param>
    /// <param name="currency">The currency of the amount and of the price.</param>
    /// <exception cref="ArgumentOutOfRangeException">The percentage is below -100, above 1,000 or too fine.</exception>
    public static Pricing CostPlus(decimal percent, Currency currency) =>
        new(PricingModel.CostPlus, currency, 1m + new Percentage(percent).Fraction, 0);

    /// <summary>The same with units that cost nothing.</summary>
    public Pricing WithIncluded(decimal quantity) => new(this, Checked(quantity, nameof(quantity)), MinimumQuantity, MinimumSpend, Increment);

    /// <summary>The same with a least quantity.</summary>
    public Pricing WithMinimumQuantity(decimal quantity) => new(this, IncludedQuantity, Checked(quantity, nameof(quantity)), MinimumSpend, Increment);

    /// <summary>The same with a least price for a whole period, in major units.</summary>
    public Pricing WithMinimumSpend(decimal amount) => new(this, IncludedQuantity, MinimumQuantity, Checked(amount, nameof(amount)), Increment);

    /// <summary>The same with begun steps of the reported quantity.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A side of the increment is not above zero, or has more than six decimals.</exception>
    public Pricing WithIncrement(QuantityIncrement increment)
    {
        ArgumentNullException.ThrowIfNull(increment);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(increment.Per);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(increment.Bills);
        Checked(increment.Per, nameof(increment));
        Checked(increment.Bills, nameof(increment));
        return new Pricing(this, IncludedQuantity, MinimumQuantity, MinimumSpend, increment);
    }

    /// <summary>The same with every price scaled, each rounded half away from zero to six decimals: a price list is printed, so its prices are rounded.</summary>
    /// <remarks>A percentage of an amount passed on stays: the amount itself rises when the supplier's price does. Its minimum spend is scaled.</remarks>
    /// <param name="factor">Zero or more: 1.035 for 3.5 % more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The factor is negative, or a price would be beyond what can be stored.</exception>
    public Pricing Scaled(decimal factor)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(factor);
        var steps = new PriceStep[_steps.Length];
        for (var i = 0; i < steps.Length; i++)
        {
            steps[i] = _steps[i] with { UnitPrice = Millionths(_steps[i].UnitPrice * factor), FlatFee = Millionths(_steps[i].FlatFee * factor) };
        }

        return new Pricing(
            new Pricing(Model, Currency, IsMarkup ? Price : Millionths(Price * factor), BlockSize, steps),
            IncludedQuantity, MinimumQuantity, Millionths(MinimumSpend * factor), Increment);
    }

    /// <summary>The quantity that the model prices: after minimum, included units and increment.</summary>
    /// <param name="quantity">What was counted or reported; zero or more.</param>
    public decimal Billable(decimal quantity)
    {
        if (!_isModified || quantity == 0)
        {
            return quantity;
        }

        var billable = quantity > MinimumQuantity ? quantity : MinimumQuantity;
        if (IncludedQuantity != 0)
        {
            billable = billable > IncludedQuantity ? billable - IncludedQuantity : 0;
        }

        return Increment is null ? billable : Begun(billable, Increment.Per) * Increment.Bills;
    }

    /// <summary>The exact price of a whole natural period, in major units, before the minimum spend.</summary>
    /// <param name="quantity">What was counted or reported; zero or more.</param>
    /// <exception cref="OverflowException">The price is beyond what a decimal holds.</exception>
    public decimal Exact(decimal quantity) => ExactOfBillable(Billable(quantity));

    /// <summary>Where more units cost less than fewer: at the bounds of volume steps, and nowhere else.</summary>
    /// <param name="smallestStep">By how much a billed quantity can grow at least, above zero: 1 for whole units. Where there is an <see cref="Increment"/>, its billed side counts.</param>
    /// <returns>The cliffs by rising quantity; empty when every unit more costs the same or more.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="smallestStep"/> is not above zero.</exception>
    public ImmutableArray<PriceCliff> Cliffs(decimal smallestStep = 1m)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(smallestStep);
        var cliffs = ImmutableArray.CreateBuilder<PriceCliff>();
        if (Model != PricingModel.Volume)
        {
            return cliffs.ToImmutable();
        }

        var grid = Increment?.Bills ?? smallestStep;
        var least = MinimumQuantity == 0 ? grid : Billable(MinimumQuantity);
        for (var i = 0; i + 1 < _steps.Length; i++)
        {
            var last = decimal.Floor(_steps[i].UpTo.GetValueOrDefault() / grid) * grid;
            var (price, next) = (AtLeastMinimum(Bracketed(last)), AtLeastMinimum(Bracketed(last + grid)));
            if (last >= least && next < price)
            {
                cliffs.Add(new PriceCliff(last, price, last + grid, next, RegainedAt(i + 1, price, last + grid, grid)));
            }
        }

        return cliffs.ToImmutable();
    }

    /// <summary>By content.</summary>
    public bool Equals(Pricing? other) =>
        other is not null && Model == other.Model && Currency == other.Currency && Price == other.Price && BlockSize == other.BlockSize &&
        IncludedQuantity == other.IncludedQuantity && MinimumQuantity == other.MinimumQuantity && MinimumSpend == other.MinimumSpend &&
        Increment == other.Increment && _steps.AsSpan().SequenceEqual(other._steps);

    /// <summary>By content.</summary>
    public override bool Equals(object? obj) => Equals(obj as Pricing);

    /// <summary>Of the content.</summary>
    public override int GetHashCode() => HashCode.Combine(Model, Currency, Price, BlockSize, IncludedQuantity, MinimumSpend, _steps.Length);

    /// <summary>The reading of a price list, in no culture, for messages and logs.</summary>
    public override string ToString() => Model switch
    {
        PricingModel.Flat => string.Create(CultureInfo.InvariantCulture, $"{Price} {Currency.Code} flat"),
        PricingModel.PerUnit => string.Create(CultureInfo.InvariantCulture, $"{Price} {Currency.Code} per unit"),
        PricingModel.Package => string.Create(CultureInfo.InvariantCulture, $"{Price} {Currency.Code} per block of {BlockSize}"),
        PricingModel.PercentOf => string.Create(CultureInfo.InvariantCulture, $"{Price * 100m:0.####} % of the amount, {Currency.Code}"),
        PricingModel.CostPlus => string.Create(CultureInfo.InvariantCulture, $"The amount {(Price - 1m) * 100m:+0.####;-0.####;+0} %, {Currency.Code}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Model} in {_steps.Length} steps, {Currency.Code}"),
    };

    /// <summary>Whether <see cref="Scaled"/> gives prices that can be stored.</summary>
    internal bool CanBeScaled(decimal factor)
    {
        var highest = IsMarkup ? MinimumSpend : Math.Max(Price, MinimumSpend);
        foreach (var step in _steps)
        {
            highest = Math.Max(highest, Math.Max(step.UnitPrice, step.FlatFee));
        }

        return factor <= Amounts.UnitPrice.MaxAmount && (highest <= 1m || factor <= Amounts.UnitPrice.MaxAmount / highest);
    }

    /// <summary>The exact price of a billable quantity, as <see cref="Billable"/> gives it.</summary>
    internal decimal ExactOfBillable(decimal billable)
    {
        if (billable == 0)
        {
            return 0;
        }

        return Model switch
        {
            PricingModel.PerUnit or PricingModel.PercentOf or PricingModel.CostPlus => billable * Price,
            PricingModel.Flat => Price,
            PricingModel.Graduated or PricingModel.Volume => Bracketed(billable),
            PricingModel.Package => Begun(billable, BlockSize) * Price,
            _ => throw new InvalidOperationException($"No such pricing model: {Model}."),
        };
    }

    // How many steps of a size are begun. The rest first: a quotient that does not come out even has 28 digits, and is slow for it.
    private static decimal Begun(decimal quantity, decimal size)
    {
        var rest = quantity % size;
        return rest == 0 ? quantity / size : ((quantity - rest) / size) + 1m;
    }

    private bool IsMarkup => Model is PricingModel.PercentOf or PricingModel.CostPlus;

    private decimal AtLeastMinimum(decimal price) => price > MinimumSpend ? price : MinimumSpend;

    private decimal? RegainedAt(int firstStep, decimal price, decimal from, decimal grid)
    {
        for (var i = firstStep; i < _steps.Length; i++)
        {
            var step = _steps[i];
            decimal? enough = (from * step.UnitPrice) + step.FlatFee >= price ? from
                : step.UnitPrice == 0 ? null
                : decimal.Ceiling((price - step.FlatFee) / step.UnitPrice / grid) * grid;
            if (enough is { } quantity && (step.UpTo is not { } last || quantity <= last))
            {
                return quantity;
            }

            from = (decimal.Floor(step.UpTo.GetValueOrDefault() / grid) + 1m) * grid;
        }

        return null;
    }

    private decimal Bracketed(decimal billable)
    {
        var brackets = _brackets;
        var last = brackets.Length - 1;
        for (var i = 0; i < last; i++)
        {
            if (billable <= brackets[i].Upper)
            {
                return brackets[i].Base + ((billable - brackets[i].Lower) * brackets[i].UnitPrice);
            }
        }

        return brackets[last].Base + ((billable - brackets[last].Lower) * brackets[last].UnitPrice);
    }

    // A graduated step starts with the price of everything below it; a volume step prices all units from zero.
    private static Bracket[] Brackets(PricingModel model, PriceStep[] steps)
    {
        var brackets = new Bracket[steps.Length];
        var (lower, below) = (0m, 0m);
        for (var i = 0; i < steps.Length; i++)
        {
            var upper = steps[i].UpTo ?? 0m;
            brackets[i] = new Bracket(lower, upper, below + steps[i].FlatFee, steps[i].UnitPrice);
            if (model == PricingModel.Graduated)
            {
                below += ((upper - lower) * steps[i].UnitPrice) + steps[i].FlatFee;
                lower = upper;
            }
        }

        return brackets;
    }

    private static ReadOnlySpan<PriceStep> CheckedSteps(ReadOnlySpan<PriceStep> steps)
    {
        foreach (var step in steps)
        {
            ArgumentNullException.ThrowIfNull(step, nameof(steps));
        }

        if (steps is not [.., { UpTo: null }])
        {
            throw new ArgumentException("Steps end with one that has no upper bound.", nameof(steps));
        }

        var lower = 0m;
        for (var i = 0; i < steps.Length; i++)
        {
            Checked(steps[i].UnitPrice, nameof(steps));
            Checked(steps[i].FlatFee, nameof(steps));
            if (i < steps.Length - 1)
            {
                if (steps[i].UpTo is not { } upper || upper <= lower)
                {
                    throw new ArgumentException(
                        string.Create(CultureInfo.InvariantCulture, $"Step {i + 1} must end above {lower}."), nameof(steps));
                }

                lower = Checked(upper, nameof(steps));
            }
        }

        return steps;
    }

    private static decimal Checked(decimal value, string name)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, Amounts.UnitPrice.MaxAmount, name);
        return value % 0.000001m == 0
            ? value
            : throw new ArgumentOutOfRangeException(name, value, "Prices and quantities have at most six decimals.");
    }

    private static decimal Millionths(decimal price) => decimal.Round(price, 6, MidpointRounding.AwayFromZero);

    private readonly record struct Bracket(decimal Lower, decimal Upper, decimal Base, decimal UnitPrice);
}
