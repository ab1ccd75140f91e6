using Msp.Billing.EntityFrameworkCore.Quotes;

namespace Msp.Billing.Cli.Output;

/// <summary>An entry in a quote's history, for programs.</summary>
internal sealed record QuoteEventJson(int Number, int Revision, string Kind, string? Action, DateTimeOffset At, string Author, string Text, IReadOnlyList<QuoteBreachJson> Breaches)
{
    /// <summary>An entry as it is stored.</summary>
    public static QuoteEventJson Of(QuoteEvent happened) => new(
        happened.Number, happened.Revision, EnumText.Name(happened.Kind), happened.Action is { } action ? EnumText.Name(action) : null, happened.At, happened.Author, happened.Text,
        [.. happened.Breaches.Select(QuoteBreachJson.Of)]);
}
