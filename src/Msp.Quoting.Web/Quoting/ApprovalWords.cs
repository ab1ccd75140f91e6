using System.Globalization;
using Msp.Billing.Amounts;
using Msp.Billing.Quotes;
using Msp.Quoting.Web.Localization;

namespace Msp.Quoting.Web.Quoting;

/// <summary>Rules that a quote breaks, as the reader says and writes it.</summary>
/// <param name="content">What the quote offers, for names; null where it cannot be read, then codes stand for them.</param>
/// <param name="texts">The reader's language.</param>
/// <param name="format">The reader's way to write numbers.</param>
internal sealed class ApprovalWords(QuoteContent? content, Texts texts, Format format)
{
    /// <summary>What the rule is called.</summary>
    public string NameOf(ApprovalRule rule) => texts[rule switch
    {
        ApprovalRule.Discount => "Discount at most",
        ApprovalRule.GrossMargin => "Margin at least",
        ApprovalRule.HourlyRate => "Earned per hour at least",
        ApprovalRule.Amount => "Value of the term at most",
        ApprovalRule.Currency => "Currency of the limits",
        _ => "Costs must be known",
    }];

    /// <summary>What the option is called.</summary>
    public string OptionOf(ApprovalBreach breach) => content?.Find(breach.Option)?.Name ?? breach.Option;

    /// <summary>What is allowed.</summary>
    public string LimitOf(ApprovalBreach breach) => breach.Rule == ApprovalRule.KnownCosts ? "–" : Written(breach.Limit);

    /// <summary>What it has.</summary>
    public string ActualOf(ApprovalBreach breach) => breach.Rule == ApprovalRule.KnownCosts ? texts["not known"] : Written(breach.Actual);

    /// <summary>What the customer would choose for it; null where it is broken as it stands.</summary>
    public string? WhenOf(ApprovalBreach breach)
    {
        if (breach.Changes.IsEmpty)
        {
            return null;
        }

        var parts = breach.Changes.Select(change => change.Quantity == 0m ? texts["without {0}", NameOfItem(change.Code)] : texts["{0} × {1}", format.Number(change.Quantity), NameOfItem(change.Code)]);
        return texts["if the customer takes: {0}", string.Join(", ", parts)];
    }

    /// <summary>The smallest change that clears a breach.</summary>
    public string RemedyOf(ApprovalRemedy? remedy) => remedy switch
    {
        ApprovalRemedy.LowerDiscount lower => texts["Lower “{0}” to {1}", lower.Name, format.Percent(lower.Percent.Value)],
        ApprovalRemedy.RaisePrices raise => texts["Raise the recurring prices by {0}", format.Percent(raise.Percent.Value)],
        ApprovalRemedy.LowerAmount less => texts["Take {0} off the term", format.Amount(less.By)],
        _ => texts["No change of price or discount clears it"],
    };

    private string NameOfItem(string code) => content?.Items.FirstOrDefault(item => item.Code == code)?.Charge.Name ?? code;

    // Breaches keep their figures in no culture: "12.5 %", "80000.00 EUR".
    private string Written(string value) =>
        value.Split(' ') is not [var number, var unit] || !decimal.TryParse(number, NumberStyles.Number, CultureInfo.InvariantCulture, out var amount) ? value
        : unit == "%" ? format.Percent(amount)
        : Currency.TryFromCode(unit, out var currency) ? format.Amount(new Money(amount, currency))
        : value;
}
