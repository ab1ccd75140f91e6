namespace Msp.Billing.Ledger;

/// <summary>What an account of the ledger is for. Stored: numbers are never reused.</summary>
public enum AccountRole
{
    /// <summary>What customers owe for posted invoices: an asset.</summary>
    Receivable = 1,

    /// <summary>What was earned, net of tax: income.</summary>
    Revenue = 2,

    /// <summary>Tax owed to the authority: a liability.</summary>
    Tax = 3,

    /// <summary>What was billed for days that are still to come: a liability.</summary>
    DeferredRevenue = 4,

    /// <summary>Where money comes in: an asset.</summary>
    Bank = 5,

    /// <summary>Payments and credit notes that no invoice has taken up yet: a liability.</summary>
    CustomerCredit = 6,

    /// <summary>Invoices that will not be paid: an expense.</summary>
    WriteOff = 7,

    /// <summary>Interest for late payment: income.</summary>
    InterestIncome = 8,

    /// <summary>Reminder fees: income.</summary>
    FeeIncome = 9,

    /// <summary>Where money that is paid back goes out: an asset, by default the bank.</summary>
    Refunds = 10,

    /// <summary>Small differences and early payment discounts that are granted: an expense.</summary>
    Discounts = 11,
}
