using System.Globalization;
using Msp.Billing.Catalog;
using Msp.Billing.Periods;
using Msp.Billing.Plans;

namespace Msp.Billing.Invoicing;

/// <summary>Words for an adjustment line: "Managed user: +3 users, 17–31 March 2026".</summary>
internal static class AdjustmentText
{
    internal static string Of(Charge charge, in AdjustmentStep step) => charge.Name + Change(charge.Unit, step.Cause, step.Quantity, step.Days);

    /// <summary>What follows the charge's name.</summary>
    internal static string Change(BillingUnit unit, AdjustmentCause cause, decimal quantity, ServicePeriod days)
    {
        var what = cause switch
        {
            AdjustmentCause.Quantity or AdjustmentCause.Usage => Units(unit, quantity),
            AdjustmentCause.Price => "new price",
            AdjustmentCause.Uplift => "uplifted price",
            AdjustmentCause.Discount => "changed discount",
            AdjustmentCause.Ended => quantity == 0 || unit == BillingUnit.Flat ? "no longer held" : $"no longer held, {Units(unit, quantity)}",
            AdjustmentCause.Extended => quantity == 0 || unit == BillingUnit.Flat ? "held longer" : $"held longer, {Units(unit, quantity)}",
            AdjustmentCause.Other => "corrected total",
            AdjustmentCause.Credited => "credited",
            _ => throw new InvalidOperationException($"No such cause: {cause}."),
        };
        return $": {what}, {Days(days)}";
    }

    private static string Units(BillingUnit unit, decimal quantity)
    {
        var name = Math.Abs(quantity) == 1 ? unit.Singular : unit.Plural;
        return string.Create(CultureInfo.InvariantCulture, $"{(quantity > 0 ? "+" : "\u2212")}{Math.Abs(quantity):0.######} {name}");
    }

    private static string Days(ServicePeriod days)
    {
        var (first, last) = (days.Start, days.LastDay);
        if (first == last)
        {
            return first.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
        }

        var from = first.Year != last.Year ? "d MMMM yyyy" : first.Month != last.Month ? "d MMMM" : "%d";
        return $"{first.ToString(from, CultureInfo.InvariantCulture)}\u2013{last.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}";
    }
}
