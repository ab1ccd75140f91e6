using Msp.Billing.Quotes;

namespace Msp.Billing.Cli.Output;

/// <summary>A rule that a revision broke when an approval was asked for or given, with the figures of that moment, for programs.</summary>
internal sealed record QuoteBreachJson(string Rule, string Option, string Actual, string Limit, IReadOnlyList<QuoteItemJson> Changes, string Sentence)
{
    /// <summary>A breach as it is stored.</summary>
    public static QuoteBreachJson Of(ApprovalBreach breach) => new(
        EnumText.Name(breach.Rule), breach.Option, breach.Actual, breach.Limit, [.. breach.Changes.Select(change => new QuoteItemJson(change.Code, Figures.Trimmed(change.Quantity)))],
        breach.ToString());
}
