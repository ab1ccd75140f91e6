using Msp.Billing.Amounts;

namespace Msp.Billing.EntityFrameworkCore.Ledger;

/// <summary>A payment to record.</summary>
/// <param name="Customer">The customer's number.</param>
/// <param name="Day">When, by the bank.</param>
/// <param name="Amount">Above zero.</param>
/// <param name="Reference">What the payer wrote; may be empty.</param>
public sealed record PaymentRequest(string Customer, DateOnly Day, Money Amount, string Reference = "")
{
    /// <summary>Names the request for ever: asked twice with one key, it is recorded once. Null for none.</summary>
    public string? RequestKey { get; init; }

    /// <summary>The movement of the bank that it is, by its number in storage; recorded once. Null for none.</summary>
    public long? BankEntryId { get; init; }

    /// <summary>The invoices it pays; null for the oldest first, empty to keep it as the customer's credit.</summary>
    public IReadOnlyList<(string Invoice, Money? Amount)>? Invoices { get; init; }
}
