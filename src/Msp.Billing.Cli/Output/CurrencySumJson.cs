using Msp.Billing.Amounts;

namespace Msp.Billing.Cli.Output;

/// <summary>A sum in one currency.</summary>
internal sealed record CurrencySumJson(string Currency, decimal Sum)
{
    /// <summary>The shape of a sum in minor units.</summary>
    public static CurrencySumJson Of(string currency, long minorUnits) => new(currency, Money.FromMinorUnits(minorUnits, Amounts.Currency.FromCode(currency)).Amount);
}
