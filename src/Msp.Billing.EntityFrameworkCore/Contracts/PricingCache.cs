using System.Runtime.CompilerServices;
using Msp.Billing.Amounts;
using Msp.Billing.Contracts.Json;
using Msp.Billing.Plans;

namespace Msp.Billing.EntityFrameworkCore.Contracts;

/// <summary>Gives equal prices the same object: a month's contracts share the prices of a few plans.</summary>
/// <remarks>Has room for a fixed number and forgets the older of two that want the same place, so it never grows with the data.</remarks>
internal sealed class PricingCache
{
    private const int Places = 4096;
    private readonly (PricingModel Model, long Price, string? Details, Pricing? Pricing)[] _known = new (PricingModel, long, string?, Pricing?)[Places];

    internal Pricing Of(PricingModel model, long price, Currency currency, string? details)
    {
        // Details come from the string cache, where the same text is mostly the same object.
        var hash = price.GetHashCode() ^ ((int)model << 9) ^ (currency.Number << 3) ^ (details is null ? 0 : RuntimeHelpers.GetHashCode(details));
        ref var place = ref _known[(hash ^ (hash >> 12)) & (Places - 1)];
        if (place.Pricing is { } known && place.Model == model && place.Price == price && known.Currency == currency && place.Details == details)
        {
            return known;
        }

        var pricing = PricingJson.Read(model, Schema.Millionths.From(price), currency, details);
        place = (model, price, details, pricing);
        return pricing;
    }
}
