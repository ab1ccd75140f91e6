using Msp.Billing.Rating;

namespace Msp.Billing.Cli.Output;

/// <summary>A line of a contract on a day, for programs. The price is null where steps set it.</summary>
internal sealed record ContractLineJson(
    int Id, string Charge, string Name, decimal Quantity, string Unit, decimal? UnitPrice, string Model, string Cadence, string Timing, bool Held)
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

        var line = history.Line;
        var pricing = held ? history.PriceOn(day) : line.Charge.Pricing;
        return new ContractLineJson(
            line.Id, line.Charge.Code, line.Charge.Name, held ? history.QuantityOn(day) : line.Quantity, line.Charge.Unit.Code, pricing.UnitPrice,
            EnumText.Words(pricing.Model), line.Charge.Cadence.ToString(), EnumText.Name(line.Charge.Timing), held);
    }
}
