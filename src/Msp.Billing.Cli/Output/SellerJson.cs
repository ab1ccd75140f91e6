using Msp.Billing.Contracts;

namespace Msp.Billing.Cli.Output;

/// <summary>A seller for programs.</summary>
internal sealed record SellerJson(string Code, string Name, string Country, string Currency, string TimeZone, bool OnePerson)
{
    /// <summary>The same for programs.</summary>
    public static SellerJson Of(Seller seller) => new(seller.Code, seller.Name, seller.Country, seller.Currency.Code, seller.TimeZone, seller.OnePerson);
}
