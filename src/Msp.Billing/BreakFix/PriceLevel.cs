using Msp.Billing.Amounts;

namespace Msp.Billing.BreakFix;

/// <summary>What an amount of a dollar of the defaults is taken as in other currencies, unless somebody says otherwise: prices there, not a rate of exchange.</summary>
/// <remarks>Part of the defaults and an assumption like them: amounts that it touches are marked as one. A currency that is not listed counts as dollars.</remarks>
public static class PriceLevel
{
    /// <summary>The smallest that is accepted.</summary>
    public const decimal Least = 0.01m;

    /// <summary>The largest that is accepted.</summary>
    public const decimal Most = 100_000m;

    /// <summary>How many units of a currency stand for a dollar.</summary>
    public static double Of(Currency currency) => currency.Code switch
    {
        "EUR" or "CHF" => 0.9,
        "GBP" => 0.8,
        "CAD" or "AUD" => 1.3,
        "NZD" => 1.5,
        "JPY" => 110,
        "SEK" or "NOK" => 10,
        "DKK" => 7,
        "PLN" => 3,
        _ => 1,
    };
}
