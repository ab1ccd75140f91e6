using System.Collections.Immutable;
using Msp.Billing.EntityFrameworkCore.Quotes;
using Msp.Billing.Quotes;

namespace Msp.Billing.Cli.Output;

/// <summary>A quote, for programs. Options are those of the accepted or newest sent revision; none while nothing was sent.</summary>
internal sealed record QuoteShowJson(
    string Number, string Customer, string Owner, string Title, DateOnly On, string Status, IReadOnlyList<string> Allowed, IReadOnlyList<QuoteRevisionJson> Revisions,
    IReadOnlyList<QuoteOptionJson> Options, QuoteAcceptanceJson? Acceptance, IReadOnlyList<QuoteEventJson> History)
{
    /// <summary>A quote on a day.</summary>
    public static QuoteShowJson Of(StoredQuote stored, DateOnly day, ImmutableArray<OptionFigures> figures, AcceptedQuote? accepted, ImmutableArray<QuoteEvent> history) => new(
        stored.Quote.Number, stored.Quote.Customer, stored.Owner, stored.Draft.Title, day, EnumText.Name(stored.Quote.StatusOn(day)), [.. stored.Quote.AllowedOn(day).Select(EnumText.Name)],
        [.. stored.Revisions.Select(revision => QuoteRevisionJson.Of(revision, stored.Quote.StatusOn(day, revision.Number)))], [.. figures.Select(QuoteOptionJson.Of)],
        accepted is null ? null : QuoteAcceptanceJson.Of(accepted), [.. history.Select(QuoteEventJson.Of)]);
}
