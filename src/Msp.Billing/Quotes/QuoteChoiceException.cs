namespace Msp.Billing.Quotes;

/// <summary>Thrown when a choice does not fit the quote: no such option or item, or a quantity out of its bounds. The message can be shown to the customer.</summary>
public sealed class QuoteChoiceException : InvalidOperationException
{
    internal QuoteChoiceException(string? item, string message)
        : base(message) => Item = item;

    /// <summary>The code of the item that does not fit; null when it is the option.</summary>
    public string? Item { get; }
}
