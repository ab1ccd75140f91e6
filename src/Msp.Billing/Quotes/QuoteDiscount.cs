using System.Collections.Immutable;
using Msp.Billing.Amounts;
using Msp.Billing.Contracts;

namespace Msp.Billing.Quotes;

/// <summary>A reduction that the quote gives, with what it is taken off. In the contract it becomes discounts of the contract or of its lines.</summary>
/// <remarks>Immutable. An amount is taken off each whole natural period; off a charge that is billed once, it is taken once.</remarks>
public sealed class QuoteDiscount
{
    private QuoteDiscount(Discount reduction, DiscountScope scope, string? line)
    {
        Reduction = reduction;
        Scope = scope;
        Line = line;
    }

    /// <summary>What it is called on documents.</summary>
    public string Name => Reduction.Name;

    /// <summary>What it is taken off.</summary>
    public DiscountScope Scope { get; }

    /// <summary>The code of the charge that it is taken off; null unless the scope is a line.</summary>
    public string? Line { get; }

    /// <summary>The percentage or amount with its days and periods; its number is given when the terms are put together.</summary>
    public Discount Reduction { get; }

    /// <summary>The codes of the options that it is for; empty for all.</summary>
    public ImmutableArray<string> Options { get; init; } = [];

    /// <summary>A percentage off.</summary>
    /// <param name="name">What it is called on documents.</param>
    /// <param name="percent">0 to 100.</param>
    /// <param name="scope">What it is taken off; not a line.</param>
    /// <exception cref="ArgumentOutOfRangeException">The percentage or the scope is out of range.</exception>
    public static QuoteDiscount OfPercent(string name, decimal percent, DiscountScope scope = DiscountScope.Recurring)
    {
        if (scope is not (DiscountScope.Recurring or DiscountScope.OneOff or DiscountScope.Everything))
        {
            throw new ArgumentOutOfRangeException(nameof(scope), scope, "A discount on one charge names it: use OfPercentOn.");
        }

        return new QuoteDiscount(Discount.OfPercent(1, name, percent), scope, null);
    }

    /// <summary>A percentage off one charge.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The percentage is out of range.</exception>
    public static QuoteDiscount OfPercentOn(string line, string name, decimal percent)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(line);
        return new QuoteDiscount(Discount.OfPercent(1, name, percent), DiscountScope.Line, line);
    }

    /// <summary>An amount off everything that recurs monthly, each month.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The amount is negative.</exception>
    public static QuoteDiscount OfAmount(string name, Money amount) => new(Discount.OfAmount(1, name, amount), DiscountScope.Recurring, null);

    /// <summary>An amount off one charge, each of its periods.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The amount is negative.</exception>
    public static QuoteDiscount OfAmountOn(string line, string name, Money amount)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(line);
        return new QuoteDiscount(Discount.OfAmount(1, name, amount), DiscountScope.Line, line);
    }

    /// <summary>The same discount on some days or periods only; see <see cref="Discount.Within"/>.</summary>
    public QuoteDiscount Within(DateOnly? from = null, DateOnly? until = null, int? firstPeriods = null) =>
        new(Reduction.Within(from, until, firstPeriods), Scope, Line) { Options = Options };

    /// <summary>The same amount, shared by what is billed in another cadence; see <see cref="Discount.Every"/>.</summary>
    public QuoteDiscount Every(Periods.Cadence cadence) => new(Reduction.Every(cadence), Scope, Line) { Options = Options };

    /// <summary>Whether it is for an option.</summary>
    /// <param name="option">The option's code.</param>
    public bool IsFor(string option) => Options.IsEmpty || Options.Contains(option);

    /// <summary>The same discount with another percentage.</summary>
    internal QuoteDiscount WithPercent(decimal percent) => new(
        Discount.OfPercent(1, Name, percent).Within(Reduction.From, Reduction.Until, Reduction.FirstPeriods), Scope, Line)
    { Options = Options };

    /// <summary>As a contract holds it, under a number.</summary>
    internal Discount Numbered(int id)
    {
        var discount = Reduction.Percent is { } percent
            ? Discount.OfPercent(id, Name, percent.Value)
            : Discount.OfAmount(id, Name, Reduction.Amount.GetValueOrDefault());
        return discount.Within(Reduction.From, Reduction.Until, Reduction.FirstPeriods).Every(Reduction.Cadence);
    }

    internal static QuoteDiscount Restored(Discount reduction, DiscountScope scope, string? line, ImmutableArray<string> options) =>
        new(reduction, scope, line) { Options = options };
}
