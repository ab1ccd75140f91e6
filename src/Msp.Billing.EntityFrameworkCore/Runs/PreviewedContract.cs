using Msp.Billing.Invoicing;
using Msp.Billing.Runs;

namespace Msp.Billing.EntityFrameworkCore.Runs;

/// <summary>What a preview found for one contract, in the figures that are kept of it.</summary>
internal sealed class PreviewedContract
{
    internal PreviewedContract(long contractId, RunOutcome outcome, InvoiceDraft? draft)
    {
        ContractId = contractId;
        Outcome = outcome;
        Kind = draft?.Kind;
        LineCount = draft?.Lines.Length ?? 0;
        Subtotal = draft?.Subtotal.MinorUnits ?? 0;
        Tax = draft?.Tax.MinorUnits ?? 0;
        Total = draft?.Total.MinorUnits ?? 0;
    }

    internal long ContractId { get; }

    internal RunOutcome Outcome { get; }

    internal DocumentKind? Kind { get; }

    internal long LineCount { get; }

    internal long Subtotal { get; }

    internal long Tax { get; }

    internal long Total { get; }

    /// <summary>False for a contract that bills nothing now, as it did before: there is nothing to say of it.</summary>
    internal bool IsKept { get; init; }

    internal long PreviousTotal { get; init; }

    internal long? Fingerprint { get; init; }

    internal Variance Variance { get; init; }

    internal IReadOnlyList<RunProblem> Problems { get; init; } = [];
}
