using System.Collections.Immutable;
using Msp.Billing.Amounts;

namespace Msp.Billing.BreakFix;

/// <summary>All numbers on which a comparison rests: the offer, the customer's own, and the defaults for the rest.</summary>
/// <remarks>
/// Immutable. They are estimates and therefore binary fractions, not money; what the comparison says about them is money again. Equal numbers give
/// an equal comparison on every machine.
/// </remarks>
public sealed class ComparisonInputs
{
    private readonly InputValue[] _values;
    private readonly double _unitsPerDollar;

    private ComparisonInputs(InputValue[] values, Currency currency, double unitsPerDollar)
    {
        _values = values;
        Currency = currency;
        _unitsPerDollar = unitsPerDollar;
    }

    /// <summary>In which all amounts are.</summary>
    public Currency Currency { get; }

    /// <summary>All numbers, in the order of <see cref="ComparisonInput"/>.</summary>
    public ImmutableArray<InputValue> All => [.. _values];

    /// <summary>The share of the numbers that are assumptions, 0 to 1, of those that the offer does not fix.</summary>
    public double AssumptionShare
    {
        get
        {
            var open = _values.Count(value => value.Status != InputStatus.Offer);
            return (double)_values.Count(value => value.Status == InputStatus.Assumption) / open;
        }
    }

    /// <summary>One number with its band and source.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such number.</exception>
    public InputValue this[ComparisonInput input] => _values[(int)ComparisonDefaults.Of(input).Input - 1];

    /// <summary>The defaults for a customer and an offer in US dollars.</summary>
    /// <exception cref="ArgumentException">The offer is not in US dollars, in which the defaults are, or its fee is zero while onboarding is not.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its bounds.</exception>
    public static ComparisonInputs For(Firm firm, ManagedOffer offer)
    {
        ArgumentNullException.ThrowIfNull(offer);
        var code = offer.PerUser.Currency.Code;
        return offer.PerUser.Currency == Currency.Usd
            ? For(firm, offer, 1)
            : throw new ArgumentException(
                $"The defaults are US dollars and the offer is in {code}: say how many {code} stand for a dollar of them.", nameof(offer));
    }

    /// <summary>The defaults for a customer and an offer in any currency.</summary>
    /// <param name="firm">The customer's size.</param>
    /// <param name="offer">The offer.</param>
    /// <param name="unitsPerDollar">With what the defaults in US dollars are multiplied; above zero. It is a statement about prices there, not a rate of
    /// exchange, so what it touches becomes an assumption.</param>
    /// <exception cref="ArgumentException">The offer's fee is zero while onboarding is not.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its bounds.</exception>
    public static ComparisonInputs For(Firm firm, ManagedOffer offer, double unitsPerDollar)
    {
        ArgumentNullException.ThrowIfNull(firm);
        ArgumentNullException.ThrowIfNull(offer);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(unitsPerDollar);
        if (!double.IsFinite(unitsPerDollar))
        {
            throw new ArgumentOutOfRangeException(nameof(unitsPerDollar), unitsPerDollar, "The defaults need a finite number of units for a dollar.");
        }

        var values = ComparisonDefaults.All.Select(entry => Localised(entry, unitsPerDollar)).ToArray();
        return new ComparisonInputs(values, offer.PerUser.Currency, unitsPerDollar)
            .Offered(ComparisonInput.Users, firm.Users)
            .Offered(ComparisonInput.Servers, firm.Servers)
            .Offered(ComparisonInput.Sites, firm.Sites)
            .Offered(ComparisonInput.PlanPrice, (double)offer.PerUser.Amount)
            .Offered(ComparisonInput.PlanOther, (double)offer.OtherMonthly.Amount)
            .Offered(ComparisonInput.OnboardingMonths, (double)OnboardingMonths(firm, offer))
            .Offered(ComparisonInput.TermMonths, offer.TermMonths);
    }

    /// <summary>The same with one number stated by the customer. Its band stays, widened to hold it; what had none gets none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is out of its bounds.</exception>
    public ComparisonInputs With(ComparisonInput input, double value) =>
        With(input, value, InputStatus.Customer, "Stated by the customer.");

    /// <summary>The same with one number replaced. Its band stays, widened to hold it; what had none gets none.</summary>
    /// <exception cref="ArgumentException">The source is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number is out of its bounds, or there is no such status.</exception>
    public ComparisonInputs With(ComparisonInput input, double value, InputStatus status, string source)
    {
        var before = this[input];
        var (low, high) = before.IsUncertain ? (Math.Min(before.Low, value), Math.Max(before.High, value)) : (value, value);
        return With(new InputValue(input, value, low, high, status, source));
    }

    /// <summary>The same with one number and its band replaced.</summary>
    /// <exception cref="ArgumentException">The source is blank, or the value lies outside its band.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its bounds, or there is no such number or status.</exception>
    public ComparisonInputs With(InputValue value)
    {
        var entry = ComparisonDefaults.Of(value.Input);
        entry.Check(value.Low, _unitsPerDollar);
        entry.Check(value.High, _unitsPerDollar);
        entry.Check(value.Value, _unitsPerDollar);
        ArgumentException.ThrowIfNullOrWhiteSpace(value.Source, nameof(value));
        if (!Enum.IsDefined(value.Status))
        {
            throw new ArgumentOutOfRangeException(nameof(value), value.Status, "There is no such status.");
        }

        if (value.Value < value.Low || value.Value > value.High)
        {
            throw new ArgumentException($"{value.Input} must lie within its band.", nameof(value));
        }

        var values = (InputValue[])_values.Clone();
        values[(int)value.Input - 1] = value;
        return new ComparisonInputs(values, Currency, _unitsPerDollar);
    }

    /// <summary>The bare numbers, in the order of <see cref="ComparisonInput"/>, for reading by <see cref="Quantities"/>.</summary>
    internal double[] ToNumbers() => Array.ConvertAll(_values, value => value.Value);

    /// <summary>The bounds within which a number is accepted, in this currency.</summary>
    internal (double Least, double Most) BoundsOf(ComparisonInput input)
    {
        var entry = ComparisonDefaults.Of(input);
        var factor = entry.IsAmount ? _unitsPerDollar : 1;
        return (entry.Least * factor, entry.Most * factor);
    }

    private static InputValue Localised(InputDefault entry, double unitsPerDollar)
    {
        var value = new InputValue(entry.Input, entry.Value, entry.Low, entry.High, entry.Status, entry.Source);
        var untouched = !entry.IsAmount || unitsPerDollar == 1 || entry.Status is InputStatus.Offer or InputStatus.Policy;
        var factor = entry.IsAmount ? unitsPerDollar : 1;
        return value with
        {
            Value = value.Value * factor,
            Low = value.Low * factor,
            High = value.High * factor,
            Status = untouched ? value.Status : InputStatus.Assumption,
            Source = untouched ? value.Source : value.Source + " In US dollars; converted by a factor that the seller chose.",
        };
    }

    private static decimal OnboardingMonths(Firm firm, ManagedOffer offer)
    {
        var monthly = offer.MonthlyFor(firm.Users);
        return offer.Onboarding.IsZero ? 0
            : monthly > 0 ? offer.Onboarding.Amount / monthly
            : throw new ArgumentException("An offer with an onboarding fee needs a monthly fee to compare.", nameof(offer));
    }

    private ComparisonInputs Offered(ComparisonInput input, double value) => With(input, value, InputStatus.Offer, "The quote.");
}
