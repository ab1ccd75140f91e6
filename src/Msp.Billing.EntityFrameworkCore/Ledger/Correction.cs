using Msp.Billing.Amounts;

namespace Msp.Billing.EntityFrameworkCore.Ledger;

/// <summary>A correction that was proposed, and what became of it.</summary>
/// <param name="Number">Its number, from 1 for each seller.</param>
/// <param name="Request">What was asked for.</param>
/// <param name="Given">What is given back or given up, with tax, as it was shown; above zero.</param>
/// <param name="Billed">What is billed anew, with tax; null where nothing is.</param>
/// <param name="ProposedBy">Who proposed it.</param>
/// <param name="ProposedAt">When.</param>
public sealed record Correction(long Number, CorrectionRequest Request, Money Given, Money? Billed, string ProposedBy, DateTimeOffset ProposedAt)
{
    /// <summary>What became of it; null while it waits.</summary>
    public CorrectionDecision? Decision { get; init; }

    /// <summary>Who decided; null while it waits.</summary>
    public string? DecidedBy { get; init; }

    /// <summary>When it was decided; null while it waits.</summary>
    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>Why it was declined; null otherwise.</summary>
    public string? DeclinedBecause { get; init; }

    /// <summary>The credit note's number; null where there is none.</summary>
    public string? CreditNote { get; init; }

    /// <summary>The number of the document that bills anew; null where there is none.</summary>
    public string? Rebilled { get; init; }
}
