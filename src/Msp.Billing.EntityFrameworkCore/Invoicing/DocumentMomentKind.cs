namespace Msp.Billing.EntityFrameworkCore.Invoicing;

/// <summary>What can happen to a posted document.</summary>
public enum DocumentMomentKind
{
    /// <summary>It was sent.</summary>
    Sent = 1,

    /// <summary>A payment was applied to it.</summary>
    Paid = 2,

    /// <summary>A credit note was applied to it.</summary>
    Credited = 3,

    /// <summary>It, a credit note, was applied to an invoice or a late charge.</summary>
    Applied = 4,

    /// <summary>It, a credit note, was paid back.</summary>
    Refunded = 5,

    /// <summary>A payment or credit note was taken off again.</summary>
    TakenOff = 6,

    /// <summary>The customer was reminded of it.</summary>
    Reminded = 7,

    /// <summary>What was open was given up.</summary>
    WrittenOff = 8,

    /// <summary>A correction was proposed.</summary>
    CorrectionProposed = 9,

    /// <summary>A correction was declined.</summary>
    CorrectionDeclined = 10,

    /// <summary>A credit note corrected it.</summary>
    CorrectionIssued = 11,
}
