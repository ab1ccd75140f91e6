using System.Globalization;
using System.Numerics;
using Msp.Billing.Amounts;
using Msp.Billing.Periods;
using Msp.Billing.Plans;
using Msp.Billing.Rating;
using Msp.Billing.Tests.Amounts;

namespace Msp.Billing.Tests.Rating;

/// <summary>Computes every step of an explanation again, from its operands and parts alone, in fractions of whole numbers without a limit.</summary>
internal static class Recomputed
{
    /// <summary>Fails where a step's result does not follow from what went in.</summary>
    public static void Check(Explanation step)
    {
        foreach (var part in step.Parts)
        {
            Check(part);
        }

        Assert.True(step.Denominator > 0);
        if (Expected(step) is { } expected)
        {
            AssertSame(expected, Of(step), step);
        }
    }

    private static Ratio? Expected(Explanation step) => step.Rule switch
    {
        ExplanationRule.Entitlement => Entitlement(step),
        ExplanationRule.Days => Days(step),
        ExplanationRule.FlatPrice => Number(step, OperandName.Quantity).IsZero ? Ratio.Zero : UpliftedPrice(step),
        ExplanationRule.PerUnitPrice => Number(step, OperandName.Quantity) * UpliftedPrice(step),
        ExplanationRule.MarkupPrice => Number(step, OperandName.Quantity) * Number(step, OperandName.Factor),
        ExplanationRule.PackagePrice => Package(step),
        ExplanationRule.GraduatedPrice or ExplanationRule.VolumePrice => Steps(step),
        ExplanationRule.Step => (Number(step, OperandName.Quantity) * Amount(step, OperandName.Price)) + Optional(step, OperandName.Fee),
        ExplanationRule.MinimumQuantity or ExplanationRule.CommittedQuantity => Ratio.Max(Number(step, OperandName.Before), Number(step, OperandName.Limit)),
        ExplanationRule.IncludedQuantity => Ratio.Max(Number(step, OperandName.Before) - Number(step, OperandName.Limit), Ratio.Zero),
        ExplanationRule.Increment => (Number(step, OperandName.Before) / Number(step, OperandName.Per)).Ceiling() * Number(step, OperandName.Bills),
        ExplanationRule.PercentDiscount => Amount(step, OperandName.Before) * (Ratio.One - (Number(step, OperandName.Percent) / new Ratio(100, 1))),
        ExplanationRule.AmountDiscount => Ratio.Max(Amount(step, OperandName.Before) - Amount(step, OperandName.Amount), Ratio.Zero),
        ExplanationRule.MinimumPrice => MinimumPrice(step),
        ExplanationRule.MinimumSpend => MinimumSpend(step),
        ExplanationRule.Rounded => Rounded(Amount(step, OperandName.Before), step),
        ExplanationRule.NotBilled => Amount(step, OperandName.Before) - Amount(step, OperandName.Amount),
        ExplanationRule.Uplifts => Uplifts(step),
        ExplanationRule.UpliftStep or ExplanationRule.QuantityRecord or ExplanationRule.BilledBefore or ExplanationRule.SharedDiscount or ExplanationRule.TaxLeft or ExplanationRule.RegularEnd or
            ExplanationRule.RemainingLine or ExplanationRule.AgreedFee => null,
        ExplanationRule.TerminationFee => step.Parts.Length > 1 ? Of(step.Parts[^1]) : Ratio.Zero,
        ExplanationRule.RemainingRecurring => Ratio.Sum(step.Parts.Select(Of)),
        ExplanationRule.RemainingShare => Amount(step, OperandName.Before) * Number(step, OperandName.Percent) / new Ratio(100, 1),
        ExplanationRule.Quantity => Quantity(step),
        ExplanationRule.WaitingChange => Waiting(step),
        ExplanationRule.DayCount => DayShare(step),
        ExplanationRule.DocumentLine => DocumentLine(step),
        ExplanationRule.Tax => Rounded(Amount(step, OperandName.Before) * Number(step, OperandName.Percent) / new Ratio(100, 1), step),
        ExplanationRule.TaxIncluded => Amount(step, OperandName.Before) - Amount(step, OperandName.Net),
        ExplanationRule.Document => Document(step),
        _ => throw new InvalidOperationException($"No such rule: {step.Rule}."),
    };

    // The runs of days sum to what is rounded, or are below the minimum that is; every share is the day count's times the weight of its days.
    private static Ratio Entitlement(Explanation step)
    {
        var rounded = Assert.Single(step.Parts, part => part.Rule == ExplanationRule.Rounded);
        var days = step.Parts.Where(part => part.Rule == ExplanationRule.Days).ToList();
        var sum = Ratio.Sum(days.Select(Of));
        var minimum = step.Parts.SingleOrDefault(part => part.Rule == ExplanationRule.MinimumSpend);
        var exact = minimum is null ? sum : Of(minimum);
        AssertSame(exact, Amount(rounded, OperandName.Before), rounded);
        Assert.Equal(Rounded(exact, rounded), Of(rounded));
        if (minimum is not null)
        {
            Assert.Equal(sum, Amount(minimum, OperandName.Before));
        }

        var dayCount = step.Parts.SingleOrDefault(part => part.Rule == ExplanationRule.DayCount);
        if (dayCount is null)
        {
            Assert.All(days, part => Assert.Equal(Ratio.One, Fraction(part, OperandName.Share)));
        }
        else if (minimum is null || days.Count > 1)
        {
            var weights = days.Sum(part => ((Operand.Number?)part[OperandName.Weight])?.Value ?? 0);
            Assert.All(days, part => Assert.Equal(
                days.Count == 1 ? Of(dayCount) : Of(dayCount) * Number(part, OperandName.Weight) / Ratio.Of(Math.Max(weights, 1)), Fraction(part, OperandName.Share)));
        }

        return Of(rounded);
    }

    // Several percents on a large amount can need more than the 28 digits that a decimal has; then its last digit may differ. What is rounded may not.
    private static void AssertSame(Ratio exact, Ratio said, Explanation step)
    {
        var lastDigit = Ratio.Max(exact, Ratio.Zero - exact) * new Ratio(1, BigInteger.Pow(10, 26));
        Assert.True(
            exact - said <= lastDigit && said - exact <= lastDigit,
            $"{step.Rule}: {exact} follows, {said} is said. {string.Join("; ", step.Operands)}");
    }

    private static Ratio Days(Explanation step)
    {
        Assert.Equal(Number(step, OperandName.Quantity), Of(step.Parts[0]));
        Assert.Equal(ExplanationRule.Quantity, step.Parts[0].Rule);
        var price = step.Parts[1];
        var quantities = price.Parts.Where(part => part.Rule is ExplanationRule.MinimumQuantity or ExplanationRule.IncludedQuantity or ExplanationRule.Increment).ToList();
        Assert.Equal(Number(step, OperandName.Quantity), quantities.Count == 0 ? Number(price, OperandName.Quantity) : Number(quantities[0], OperandName.Before));
        Assert.Equal(Number(price, OperandName.Quantity), quantities.Count == 0 ? Number(step, OperandName.Quantity) : Of(quantities[^1]));
        Chained(step.Parts.Skip(2).Prepend(price).ToList(), Amount(step, OperandName.Before));
        return Amount(step, OperandName.Before) * Fraction(step, OperandName.Share);
    }

    private static Ratio MinimumPrice(Explanation step)
    {
        if (step.Parts.Length > 0)
        {
            Assert.Equal(Amount(step, OperandName.Limit), Amount(step.Parts[0], OperandName.Before));
            Chained([.. step.Parts], Amount(step, OperandName.Before));
        }

        return Amount(step, OperandName.Before) * Fraction(step, OperandName.Share);
    }

    private static void Chained(List<Explanation> steps, Ratio last)
    {
        for (var i = 1; i < steps.Count; i++)
        {
            Assert.Equal(Of(steps[i - 1]), Amount(steps[i], OperandName.Before));
        }

        Assert.Equal(last, Of(steps[^1]));
    }

    private static Ratio MinimumSpend(Explanation step)
    {
        var sum = Ratio.Sum(step.Parts.Select(Of));
        Assert.True(sum > Amount(step, OperandName.Before), "A minimum that is not above the sum raises nothing.");
        return sum;
    }

    private static Ratio UpliftedPrice(Explanation step)
    {
        var uplifts = step.Parts.SingleOrDefault(part => part.Rule == ExplanationRule.Uplifts);
        var price = Amount(step, OperandName.Price);
        Assert.Equal(price, uplifts is null ? price : Of(uplifts));
        return price;
    }

    private static Ratio Package(Explanation step)
    {
        Assert.Equal((Number(step, OperandName.Quantity) / Number(step, OperandName.Per)).Ceiling(), Number(step, OperandName.Blocks));
        return Number(step, OperandName.Blocks) * UpliftedPrice(step);
    }

    // Graduated steps hold the units between their bounds and together all of them; by volume one step holds all.
    private static Ratio Steps(Explanation step)
    {
        var steps = step.Parts.Where(part => part.Rule == ExplanationRule.Step).ToList();
        Assert.Equal(Number(step, OperandName.Quantity), Ratio.Sum(steps.Select(part => Number(part, OperandName.Quantity))));
        for (var i = 0; i < steps.Count; i++)
        {
            var above = Number(steps[i], OperandName.Above);
            Assert.Equal(above, i == 0 ? Ratio.Zero : Number(steps[i - 1], OperandName.UpTo));
            Assert.True(steps[i][OperandName.UpTo] is null || above + Number(steps[i], OperandName.Quantity) <= Number(steps[i], OperandName.UpTo));
        }

        Assert.True(step.Rule == ExplanationRule.GraduatedPrice || steps.Count <= 1);
        return Ratio.Sum(steps.Select(Of));
    }

    private static Ratio Uplifts(Explanation step)
    {
        var factor = 1m;
        foreach (var part in step.Parts)
        {
            factor *= 1m + (((Operand.Number?)part[OperandName.Percent])?.Value / 100m ?? 0m);
            Assert.Equal(factor, part.Numerator);
        }

        return step[OperandName.Price] is Operand.Amount agreed
            ? Ratio.Of(decimal.Round(agreed.Value * factor, 6, MidpointRounding.AwayFromZero))
            : Ratio.Of(factor);
    }

    private static Ratio Quantity(Explanation step)
    {
        if (step.Parts.LastOrDefault() is { Rule: ExplanationRule.CommittedQuantity or ExplanationRule.WaitingChange } last)
        {
            return Of(last);
        }

        var records = step.Parts.Where(part => part.Rule == ExplanationRule.QuantityRecord).ToList();
        return Enum.Parse<QuantityBasis>(Label(step, OperandName.Basis)) switch
        {
            QuantityBasis.Timeline => step[OperandName.Since] is null ? Of(Assert.Single(records)) : Of(step),
            QuantityBasis.PeriodStart => Of(records[0]),
            QuantityBasis.PeriodEnd => Of(records[^1]),
            QuantityBasis.Highest => records.Select(Of).Aggregate(Ratio.Max),
            QuantityBasis.Reported => Ratio.Sum(records.Select(Of)),
            _ => Average(records, Number(step, OperandName.Decimals)),
        };
    }

    private static Ratio Average(List<Explanation> records, Ratio decimals)
    {
        var days = records.Select(record => ((Operand.Period?)record[OperandName.Days])?.Value.Days ?? 0).ToList();
        var average = Ratio.Sum(records.Select((record, i) => Of(record) * Ratio.Of(days[i]))) / Ratio.Of(days.Sum());
        return decimals.IsZero ? average.Ceiling() : average.Rounded(6, RoundingMode.HalfAwayFromZero);
    }

    private static Ratio Waiting(Explanation step)
    {
        Assert.NotEqual(Number(step, OperandName.Wanted), Of(step));
        Assert.NotEqual(nameof(ChangePolicy.Immediately), Label(step, OperandName.Policy));
        return Of(step);
    }

    private static Ratio DayShare(Explanation step)
    {
        var (held, natural) = (Number(step, OperandName.Held), Number(step, OperandName.Natural));
        var (weight, months) = (Number(step, OperandName.Weight), Number(step, OperandName.Months));
        var share = Enum.Parse<DayCount>(Label(step, OperandName.DayCount)) switch
        {
            _ when held == natural => Ratio.One,
            DayCount.WholePeriod => Ratio.One,
            DayCount.NextWholePeriod => Ratio.Zero,
            DayCount.ActualOver30 when !months.IsZero => held / (months * Ratio.Of(30)),
            DayCount.ActualOver365 when !months.IsZero => held * Ratio.Of(12) / (months * Ratio.Of(365)),
            DayCount.Thirty360 when !months.IsZero => weight / (months * Ratio.Of(30)),
            _ => held / natural,
        };
        return share > Ratio.One ? Ratio.One : share;
    }

    private static Ratio DocumentLine(Explanation step)
    {
        if (step.Parts.IsEmpty)
        {
            return Of(step);
        }

        var owed = Ratio.Zero;
        foreach (var part in step.Parts)
        {
            owed = part.Rule switch
            {
                ExplanationRule.Entitlement or ExplanationRule.SharedDiscount => owed + Of(part),
                ExplanationRule.BilledBefore => owed - Of(part),
                _ => owed,
            };
        }

        var lines = step.Parts.Where(part => part.Rule == ExplanationRule.DocumentLine).Select(Of).ToList();
        Assert.Equal(owed, lines.Count == 0 ? owed : Ratio.Sum(lines));
        return owed;
    }

    private static Ratio Document(Explanation step)
    {
        var lines = Ratio.Sum(step.Parts.Where(part => part.Rule == ExplanationRule.DocumentLine).Select(Of));
        var tax = Ratio.Sum(step.Parts.Where(part => part.Rule is ExplanationRule.Tax or ExplanationRule.TaxLeft or ExplanationRule.TaxIncluded).Select(Of));
        var total = step.Parts.Any(part => part.Rule is ExplanationRule.Tax or ExplanationRule.TaxLeft) ? lines + tax : lines;
        Assert.Equal(tax, Amount(step, OperandName.Tax));
        Assert.Equal(total, Amount(step, OperandName.Net) + Amount(step, OperandName.Tax));
        return total;
    }

    private static Ratio Rounded(Ratio exact, Explanation step) => exact.Rounded(
        (int)(((Operand.Number?)step[OperandName.Decimals])?.Value ?? 0), Enum.Parse<RoundingMode>(Label(step, OperandName.Rounding)));

    private static Ratio Of(Explanation step) => Ratio.Of(step.Numerator, step.Denominator);

    private static Ratio Number(Explanation step, OperandName name) => Ratio.Of(Assert.IsType<Operand.Number>(step[name]).Value);

    private static Ratio Amount(Explanation step, OperandName name)
    {
        var amount = Assert.IsType<Operand.Amount>(step[name]);
        return Ratio.Of(amount.Numerator, amount.Denominator);
    }

    private static Ratio Optional(Explanation step, OperandName name) => step[name] is null ? Ratio.Zero : Amount(step, name);

    private static Ratio Fraction(Explanation step, OperandName name)
    {
        var fraction = Assert.IsType<Operand.Fraction>(step[name]);
        return new Ratio(fraction.Numerator, fraction.Denominator);
    }

    private static string Label(Explanation step, OperandName name) => Assert.IsType<Operand.Label>(step[name]).Value;

    /// <summary>A fraction of whole numbers; equal when the values are.</summary>
    private readonly struct Ratio(BigInteger numerator, BigInteger denominator) : IEquatable<Ratio>
    {
        public static Ratio Zero { get; } = new(0, 1);

        public static Ratio One { get; } = new(1, 1);

        private BigInteger Top { get; } = numerator;

        private BigInteger Bottom { get; } = denominator;

        public bool IsZero => Top.IsZero;

        public static Ratio Of(decimal value, long denominator = 1) => new(ExactNumbers.Scaled(value), denominator * BigInteger.Pow(10, 28));

        public static Ratio Sum(IEnumerable<Ratio> ratios) => ratios.Aggregate(Zero, (sum, one) => sum + one);

        public static Ratio Max(Ratio left, Ratio right) => left > right ? left : right;

        public Ratio Ceiling() => new(-BigInteger.Divide(-Top - (Top.Sign > 0 ? Bottom - 1 : 0), Bottom), 1);

        public Ratio Rounded(int decimals, RoundingMode mode) =>
            new(ExactNumbers.Rounded(Top * BigInteger.Pow(10, decimals), Bottom, mode), BigInteger.Pow(10, decimals));

        public bool Equals(Ratio other) => Top * other.Bottom == other.Top * Bottom;

        public override bool Equals(object? obj) => obj is Ratio other && Equals(other);

        public override int GetHashCode() => HashCode.Combine(Top / BigInteger.GreatestCommonDivisor(Top, Bottom));

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Top}/{Bottom}");

        public static Ratio operator +(Ratio left, Ratio right) => new((left.Top * right.Bottom) + (right.Top * left.Bottom), left.Bottom * right.Bottom);

        public static Ratio operator -(Ratio left, Ratio right) => new((left.Top * right.Bottom) - (right.Top * left.Bottom), left.Bottom * right.Bottom);

        public static Ratio operator *(Ratio left, Ratio right) => new(left.Top * right.Top, left.Bottom * right.Bottom);

        public static Ratio operator /(Ratio left, Ratio right) => new(left.Top * right.Bottom, left.Bottom * right.Top);

        public static bool operator ==(Ratio left, Ratio right) => left.Equals(right);

        public static bool operator !=(Ratio left, Ratio right) => !left.Equals(right);

        public static bool operator >(Ratio left, Ratio right) => left.Top * right.Bottom > right.Top * left.Bottom;

        public static bool operator <(Ratio left, Ratio right) => right > left;

        public static bool operator >=(Ratio left, Ratio right) => !(right > left);

        public static bool operator <=(Ratio left, Ratio right) => !(left > right);
    }
}
