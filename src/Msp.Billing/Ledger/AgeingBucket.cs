namespace Msp.Billing.Ledger;

/// <summary>How long an invoice is overdue.</summary>
public enum AgeingBucket
{
    /// <summary>Not due yet, or due today.</summary>
    Current = 1,

    /// <summary>1 to 30 days overdue.</summary>
    Days1To30 = 2,

    /// <summary>31 to 60 days overdue.</summary>
    Days31To60 = 3,

    /// <summary>61 to 90 days overdue.</summary>
    Days61To90 = 4,

    /// <summary>More than 90 days overdue.</summary>
    Over90 = 5,
}
