using Msp.Billing.Rating;

namespace Msp.Billing.Cli.Output;

/// <summary>A line of a contract on a day, for programs. The unit price is null where steps or blocks set it.</summary>
internal sealed record ContractLineJson(
    int Id, string Charge, string Name, decimal Quantity, decimal Committed, string Unit, decimal? UnitPrice, string Model, PricingJson Pricing, string Cadence,
    string Timing, string DayCount, string Basis, string Increase, string Decrease, string TaxCategory, string? Site, DateOnly? Start, DateOnly? End,
    bool NeverUplifted, bool Held)
{
    /// <summary>A line as it stands on a day; before and after its days, as it was agreed.</summary>
    public static ContractLineJson Of(LineHistory history, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(history);
        var held = false;
        foreach (var days in history.Held)
        {
            held = held || days.Contains(day);
        }

        var (line, charge) = (history.Line, history.Line.Charge);
        var pricing = held ? history.PriceOn(day) : charge.Pricing;
        return new ContractLineJson(
            line.Id, charge.Code, charge.Name, Figures.Trimmed(held ? history.QuantityOn(day) : line.Quantity), Figures.Trimmed(line.CommittedQuantity), charge.Unit.Code,
            pricing.UnitPrice is { } price ? Figures.Trimmed(price) : null,
            EnumText.Name(pricing.Model), PricingJson.Of(pricing), charge.Cadence.ToString(), EnumText.Name(charge.Timing), EnumText.Name(charge.DayCount),
            EnumText.Name(charge.Basis), EnumText.Name(charge.Increase), EnumText.Name(charge.Decrease), EnumText.Name(charge.TaxCategory), line.Site,
            line.Start, line.End, line.NeverUplifted, held);
    }
}
