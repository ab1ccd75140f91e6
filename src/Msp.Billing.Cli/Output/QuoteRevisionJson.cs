using Msp.Billing.EntityFrameworkCore.Quotes;
using Msp.Billing.Quotes;

namespace Msp.Billing.Cli.Output;

/// <summary>A revision of a quote, for programs.</summary>
internal sealed record QuoteRevisionJson(int Number, int? Parent, string Status, DateTimeOffset? SentAt, string? Sha256)
{
    /// <summary>A revision with its status on the day.</summary>
    public static QuoteRevisionJson Of(StoredRevision revision, QuoteStatus status) => new(
        revision.Number, revision.Parent, EnumText.Name(status), revision.SentAt, revision.Hash.IsEmpty ? null : Convert.ToHexStringLower(revision.Hash.AsSpan()));
}
