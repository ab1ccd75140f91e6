using Msp.Billing.EntityFrameworkCore.Quotes;

namespace Msp.Billing.Cli.Output;

/// <summary>An acceptance, for programs.</summary>
internal sealed record QuoteAcceptanceJson(int Revision, string Option, IReadOnlyList<QuoteItemJson> Items, string Name, string Role, DateTimeOffset At, string Contract, string Seal)
{
    /// <summary>An acceptance as it is stored.</summary>
    public static QuoteAcceptanceJson Of(AcceptedQuote accepted) => new(
        accepted.Acceptance.Revision, accepted.Acceptance.Choice.Option, [.. accepted.Acceptance.Choice.Items.Select(item => new QuoteItemJson(item.Code, Figures.Trimmed(item.Quantity)))],
        accepted.Acceptance.Signer.Name, accepted.Acceptance.Signer.Role, accepted.Acceptance.Signer.At, accepted.Contract, Convert.ToHexStringLower(accepted.Acceptance.Hash.AsSpan()));
}
