using Msp.Billing.Amounts;
using Msp.Billing.EntityFrameworkCore.Json;
using Msp.Billing.Plans;

namespace Msp.Billing.EntityFrameworkCore.Contracts;

/// <summary>Gives equal prices the same object: a month's contracts share the prices of a few plans. Forgets all when it is full, so it never grows with the data.</summary>
internal sealed class PricingCache
{
    private const int Room = 4096;
    private readonly Dictionary<(PricingModel Model, long Price, Currency Currency, string? Details), Pricing> _known = [];

    internal Pricing Of(PricingModel model, long price, Currency currency, string? details)
    {
        var key = (model, price, currency, details);
        if (!_known.TryGetValue(key, out var pricing))
        {
            if (_known.Count == Room)
            {
                _known.Clear();
            }

            _known.Add(key, pricing = PricingJson.Read(model, Schema.Millionths.From(price), currency, details));
        }

        return pricing;
    }
}
