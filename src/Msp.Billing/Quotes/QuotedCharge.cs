using Msp.Billing.Periods;
using Msp.Billing.Plans;

namespace Msp.Billing.Quotes;

/// <summary>Charges as a quote changes them.</summary>
internal static class QuotedCharge
{
    /// <summary>A monthly charge in advance, billed every so many months at so many times its price; any other charge as it is.</summary>
    /// <exception cref="ArgumentException">The cadence is not in months.</exception>
    internal static Charge InCadence(Charge charge, Cadence cadence)
    {
        if (cadence.Unit != CadenceUnit.Month)
        {
            throw new ArgumentException($"An option is billed every so many months, not every {cadence}.", nameof(cadence));
        }

        return charge.Timing == ChargeTiming.Advance && charge.Cadence == Cadence.Monthly
            ? With(charge, charge.Pricing.Scaled(cadence.Count), cadence, charge.UnitCost * cadence.Count)
            : charge;
    }

    /// <summary>The same charge at another price, cadence and cost.</summary>
    internal static Charge With(Charge charge, Pricing pricing, Cadence cadence, decimal? unitCost) => new(charge.Code, charge.Name, charge.Unit, pricing)
    {
        Service = charge.Service,
        Cadence = cadence,
        Timing = charge.Timing,
        DayCount = charge.DayCount,
        Basis = charge.Basis,
        Increase = charge.Increase,
        Decrease = charge.Decrease,
        TaxCategory = charge.TaxCategory,
        LedgerAccount = charge.LedgerAccount,
        UnitCost = unitCost,
    };
}
