using System.Collections.Immutable;

namespace Msp.Billing.Quotes;

/// <summary>What the seller's rules say about a quote: the breaches of every option, in the order of options and rules.</summary>
public sealed class ApprovalAnswer
{
    internal ApprovalAnswer(ImmutableArray<ApprovalBreach> breaches) => Breaches = breaches;

    /// <summary>Nothing needs approval.</summary>
    public static ApprovalAnswer NotNeeded { get; } = new([]);

    /// <summary>The rules that are broken.</summary>
    public ImmutableArray<ApprovalBreach> Breaches { get; }

    /// <summary>Whether a second person must approve.</summary>
    public bool IsNeeded => !Breaches.IsEmpty;

    /// <summary>The breaches as sentences, in English and no culture; "within the limits" where there is none.</summary>
    public override string ToString() => IsNeeded ? string.Join("; ", Breaches) : "within the limits";
}
