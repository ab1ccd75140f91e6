using Msp.Billing.Amounts;

namespace Msp.Billing.Ledger;

/// <summary>Money that moved between a customer and the seller. It never changes: a mistake is reversed by another one.</summary>
public sealed record Payment
{
    /// <summary>Creates a payment.</summary>
    /// <param name="number">Such as <c>PAY-0000001</c>.</param>
    /// <param name="kind">Which way the money went.</param>
    /// <param name="customer">The customer's number.</param>
    /// <param name="day">When, by the bank.</param>
    /// <param name="amount">Above zero when received, below zero otherwise.</param>
    /// <param name="reference">What the payer wrote; may be empty.</param>
    /// <exception cref="ArgumentException">A text is blank, or the amount has the wrong sign.</exception>
    public Payment(string number, PaymentKind kind, string customer, DateOnly day, Money amount, string reference = "")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(number);
        ArgumentException.ThrowIfNullOrWhiteSpace(customer);
        ArgumentNullException.ThrowIfNull(reference);
        if (!Enum.IsDefined(kind) || amount.IsZero || amount.MinorUnits > 0 != (kind == PaymentKind.Received))
        {
            throw new ArgumentException($"Payment {number} of {amount}: what is received is above zero, what is paid back or reversed is below it.", nameof(amount));
        }

        (Number, Kind, Customer, Day, Amount, Reference) = (number, kind, customer, day, amount, reference);
    }

    /// <summary>Such as <c>PAY-0000001</c>.</summary>
    public string Number { get; }

    /// <summary>Which way the money went.</summary>
    public PaymentKind Kind { get; }

    /// <summary>The customer's number.</summary>
    public string Customer { get; }

    /// <summary>When, by the bank.</summary>
    public DateOnly Day { get; }

    /// <summary>Above zero when received, below zero otherwise.</summary>
    public Money Amount { get; }

    /// <summary>What the payer wrote; may be empty.</summary>
    public string Reference { get; }
}
