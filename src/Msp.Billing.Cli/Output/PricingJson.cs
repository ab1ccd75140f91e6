using Msp.Billing.Plans;

namespace Msp.Billing.Cli.Output;

/// <summary>A price for programs. Amounts in major units; what the model does not use is null or zero.</summary>
/// <param name="Model">Such as <c>perUnit</c>.</param>
/// <param name="Price">Of the period, a unit or a block; null in steps and for a share of an amount.</param>
/// <param name="Percent">Of the amount that is passed on, or on top of it.</param>
/// <param name="BlockSize">Units in a block.</param>
/// <param name="Steps">The steps, the last one open.</param>
/// <param name="Included">Units that cost nothing.</param>
/// <param name="MinimumQuantity">Billed at least, from the first unit on.</param>
/// <param name="MinimumSpend">The least that a whole period costs.</param>
/// <param name="Increment">What is reported in begun steps.</param>
internal sealed record PricingJson(
    string Model, decimal? Price, decimal? Percent, decimal? BlockSize, IReadOnlyList<PriceStepJson> Steps, decimal Included, decimal MinimumQuantity,
    decimal MinimumSpend, IncrementJson? Increment)
{
    /// <summary>The same for programs.</summary>
    public static PricingJson Of(Pricing pricing)
    {
        ArgumentNullException.ThrowIfNull(pricing);
        var percent = pricing.Model switch
        {
            PricingModel.PercentOf => pricing.Price * 100m,
            PricingModel.CostPlus => (pricing.Price - 1m) * 100m,
            _ => (decimal?)null,
        };
        var isStepped = pricing.Model is PricingModel.Graduated or PricingModel.Volume;
        return new PricingJson(
            EnumText.Name(pricing.Model), percent is null && !isStepped ? Figures.Trimmed(pricing.Price) : null, percent is { } share ? Figures.Trimmed(share) : null,
            pricing.Model == PricingModel.Package ? Figures.Trimmed(pricing.BlockSize) : null,
            isStepped ? [.. pricing.Steps.Select(step => new PriceStepJson(step.UpTo is { } bound ? Figures.Trimmed(bound) : null, Figures.Trimmed(step.UnitPrice), Figures.Trimmed(step.FlatFee)))] : [],
            Figures.Trimmed(pricing.IncludedQuantity), Figures.Trimmed(pricing.MinimumQuantity), Figures.Trimmed(pricing.MinimumSpend),
            pricing.Increment is { } increment ? new IncrementJson(increment.Per, increment.Bills) : null);
    }

    /// <summary>The same for people, such as <c>150</c>, <c>85 for 10</c>, or <c>to 25: 38.50, beyond: 34.25</c>.</summary>
    public string Words()
    {
        var words = (Price, Percent, BlockSize) switch
        {
            ({ } price, _, { } size) => $"{Figures.Of(price)} for {Figures.Of(size)}",
            ({ } price, _, _) => Figures.Of(price),
            (_, { } percent, _) => $"{Figures.Of(percent)} %",
            _ => string.Join(", ", Steps.Select(step => $"{(step.UpTo is { } bound ? $"to {Figures.Of(bound)}" : "beyond")}: {Figures.Of(step.Price)}{(step.Fee == 0 ? "" : $" + {Figures.Of(step.Fee)}")}")),
        };
        words += Included == 0 ? "" : $", {Figures.Of(Included)} included";
        words += MinimumQuantity == 0 ? "" : $", at least {Figures.Of(MinimumQuantity)}";
        words += MinimumSpend == 0 ? "" : $", at least {Figures.Of(MinimumSpend)} a period";
        return words + (Increment is { } increment ? $", each {Figures.Of(increment.Per)} begun bill {Figures.Of(increment.Bills)}" : "");
    }
}
