using Msp.Billing.Amounts;
using Msp.Billing.Periods;

namespace Msp.Billing.Contracts;

/// <summary>A reduction of a line, or of every recurring line of a contract: a percentage, or an amount for each whole natural period.</summary>
/// <remarks>
/// <para>Order (fixed, part of the stored terms): line percent, line fixed, contract percent, contract fixed. Percents compound. Nothing goes below zero.</para>
/// <para>A reduction is prorated as its charge is. It holds for the days in its window.</para>
/// </remarks>
public sealed class Discount
{
    private Discount(int id, string name, Percentage? percent, Money? amount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(id, 1);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Id = id;
        Name = name;
        Percent = percent;
        Amount = amount;
    }

    /// <summary>Its number in the contract, 1 or more.</summary>
    public int Id { get; }

    /// <summary>What it is called on documents, such as "Three-year term".</summary>
    public string Name { get; }

    /// <summary>0 to 100; null for an amount.</summary>
    public Percentage? Percent { get; }

    /// <summary>Before tax, for each whole natural period of the line it reduces; null for a percentage.</summary>
    public Money? Amount { get; }

    /// <summary>The first day on which it holds; null from the beginning.</summary>
    public DateOnly? From { get; private init; }

    /// <summary>The first day on which it no longer holds; null for no end.</summary>
    public DateOnly? Until { get; private init; }

    /// <summary>For the first so many periods of each line, a first part period counted as one; null for no such limit.</summary>
    public int? FirstPeriods { get; private init; }

    /// <summary>For the contract's fixed amount: the cadence whose lines share it, monthly unless set.</summary>
    public Cadence Cadence { get; private init; } = Cadence.Monthly;

    /// <summary>A percentage off.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The percentage is below 0 or above 100.</exception>
    public static Discount OfPercent(int id, string name, decimal percent)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(percent);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(percent, 100m);
        return new Discount(id, name, new Percentage(percent), null);
    }

    /// <summary>An amount off each whole natural period.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The amount is negative.</exception>
    public static Discount OfAmount(int id, string name, Money amount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(amount.MinorUnits, nameof(amount));
        return new Discount(id, name, null, amount);
    }

    /// <summary>The same discount on some days or periods only.</summary>
    /// <param name="from">The first day on which it holds; null from the beginning.</param>
    /// <param name="until">The first day on which it no longer holds; null for no end.</param>
    /// <param name="firstPeriods">For the first so many periods of each line, a first part period counted as one; null for no such limit.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="until"/> is before <paramref name="from"/>, or <paramref name="firstPeriods"/> is below 1.</exception>
    public Discount Within(DateOnly? from = null, DateOnly? until = null, int? firstPeriods = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(firstPeriods ?? 1, 1, nameof(firstPeriods));
        ArgumentOutOfRangeException.ThrowIfLessThan(until ?? DateOnly.MaxValue, from ?? DateOnly.MinValue, nameof(until));
        return new Discount(Id, Name, Percent, Amount) { From = from, Until = until, FirstPeriods = firstPeriods, Cadence = Cadence };
    }

    /// <summary>The same discount, shared by the lines of another cadence; matters for a contract's fixed amount only.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="cadence"/> is no cadence.</exception>
    public Discount Every(Cadence cadence) => cadence == default
        ? throw new ArgumentOutOfRangeException(nameof(cadence), "A cadence is needed, such as monthly.")
        : new(Id, Name, Percent, Amount) { From = From, Until = Until, FirstPeriods = FirstPeriods, Cadence = cadence };
}
