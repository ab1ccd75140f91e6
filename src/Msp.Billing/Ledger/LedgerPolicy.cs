namespace Msp.Billing.Ledger;

/// <summary>How a seller keeps books, reminds of overdue invoices and treats credits.</summary>
public sealed record LedgerPolicy
{
    /// <summary>The policy of a seller that has set nothing.</summary>
    public static LedgerPolicy Standard { get; } = new();

    /// <summary>The accounts.</summary>
    public AccountMap Accounts { get; init; } = AccountMap.Standard;

    /// <summary>The reminders.</summary>
    public DunningPolicy Dunning { get; init; } = DunningPolicy.Standard;

    /// <summary>What becomes of credit notes when they are booked.</summary>
    public CreditPolicy Credits { get; init; } = CreditPolicy.ApplyToOpen;
}
