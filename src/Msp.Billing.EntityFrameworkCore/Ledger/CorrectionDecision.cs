namespace Msp.Billing.EntityFrameworkCore.Ledger;

/// <summary>What became of a proposed correction. Stored: numbers are never reused.</summary>
public enum CorrectionDecision
{
    /// <summary>It was carried out.</summary>
    Issued = 1,

    /// <summary>It was not carried out, and will not be.</summary>
    Declined = 2,
}
