using System.Collections.Immutable;

namespace Msp.Billing.Quotes;

/// <summary>What the customer chose: one option, and the optional items with their quantities. Items that belong to the quote need not be named.</summary>
/// <remarks>Immutable. Checked against a quote by <see cref="QuoteContent.Check"/>.</remarks>
public sealed class QuoteChoice
{
    /// <summary>Creates a choice.</summary>
    /// <param name="option">The code of the option.</param>
    /// <param name="items">The items that are taken, each once.</param>
    public QuoteChoice(string option, params IEnumerable<ChosenItem> items)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(option);
        Option = option;
        Items = [.. items];
    }

    /// <summary>The code of the option.</summary>
    public string Option { get; }

    /// <summary>The items that are taken.</summary>
    public ImmutableArray<ChosenItem> Items { get; }

    /// <summary>The quantity that was asked for an item; null when it was not named.</summary>
    public decimal? QuantityOf(string code)
    {
        foreach (var item in Items)
        {
            if (string.Equals(item.Code, code, StringComparison.Ordinal))
            {
                return item.Quantity;
            }
        }

        return null;
    }

    /// <summary>The same items with another option.</summary>
    public QuoteChoice For(string option) => new(option, Items);
}
