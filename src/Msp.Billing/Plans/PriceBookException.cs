using Msp.Billing.Amounts;

namespace Msp.Billing.Plans;

/// <summary>Thrown when there is no price: no book of the currency, none on the day, or no entry; and when a book would change days that have begun. The message can be shown to a user.</summary>
public sealed class PriceBookException : InvalidOperationException
{
    internal PriceBookException(Currency currency, DateOnly? day, string message)
        : base(message)
    {
        Currency = currency;
        Day = day;
    }

    /// <summary>The currency that was asked for.</summary>
    public Currency Currency { get; }

    /// <summary>The day in question; null where it plays no part.</summary>
    public DateOnly? Day { get; }
}
