using System.Collections.Immutable;
using Msp.Billing.Catalog;

namespace Msp.Billing.Quotes;

/// <summary>The onboarding fee as it was entered: a fixed fee, conditions that make one, or neither for none.</summary>
public sealed record DraftOnboarding
{
    /// <summary>What the fee is called; empty for "Onboarding".</summary>
    public string Name { get; init; } = "";

    /// <summary>A fixed fee; empty to derive it from the conditions.</summary>
    public string Fee { get; init; } = "";

    /// <summary>What adds to the fee, from the counts of the same code; empty for no fee unless one is fixed.</summary>
    public ImmutableArray<DraftCondition> Conditions { get; init; } = [];

    /// <summary>The least fee; empty for none.</summary>
    public string Least { get; init; } = "";

    /// <summary>The largest fee; empty for none.</summary>
    public string Most { get; init; } = "";

    /// <summary>How it is taxed.</summary>
    public TaxCategory TaxCategory { get; init; } = TaxCategory.Standard;

    /// <summary>The revenue account of the ledger; empty for the seller's default.</summary>
    public string LedgerAccount { get; init; } = "";
}
