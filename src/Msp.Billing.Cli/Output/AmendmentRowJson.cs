using Msp.Billing.Contracts;

namespace Msp.Billing.Cli.Output;

/// <summary>An amendment for programs and for lists.</summary>
/// <param name="Number">Its number in the contract, from 1.</param>
/// <param name="Day">The first day on which it holds.</param>
/// <param name="Kind">Which kind it is, such as <c>quantityChanged</c>.</param>
/// <param name="Change">The change in words.</param>
/// <param name="RecordedAt">When it was recorded, in UTC.</param>
/// <param name="Author">Who recorded it.</param>
/// <param name="Reason">Why.</param>
internal sealed record AmendmentRowJson(int Number, DateOnly Day, string Kind, string Change, DateTimeOffset RecordedAt, string Author, string Reason)
{
    /// <summary>The same for programs and for lists.</summary>
    public static AmendmentRowJson Of(Amendment amendment)
    {
        ArgumentNullException.ThrowIfNull(amendment);
        var type = amendment.GetType().Name;
        return new AmendmentRowJson(
            amendment.Number, amendment.Day, EnumText.NameOf(type), Words(amendment), amendment.RecordedAt, amendment.Author, amendment.Reason);
    }

    private static string Words(Amendment amendment) => amendment switch
    {
        Amendment.LineAdded added => $"line {added.Line.Id} ({added.Line.Charge.Name}, {Figures.Of(added.Line.Quantity)}) begins",
        Amendment.LineRemoved removed => $"line {removed.LineId} ends",
        Amendment.QuantityChanged { Bought: { } bought } seats =>
            $"line {seats.LineId}: quantity {Figures.Of(seats.Quantity)}, {Figures.Of(bought.Seats)} of them bought {Figures.Of(bought.BoughtAt)} and locked until {Figures.Of(bought.LockedUntil)}",
        Amendment.QuantityChanged quantity => $"line {quantity.LineId}: quantity {Figures.Of(quantity.Quantity)}",
        Amendment.PriceChanged { Pricing.UnitPrice: { } price } changed => $"line {changed.LineId}: price {Figures.Of(price)}",
        Amendment.PriceChanged changed => $"line {changed.LineId}: price {PricingJson.Of(changed.Pricing).Words()} ({EnumText.Words(changed.Pricing.Model)})",
        Amendment.DiscountAdded discount =>
            $"discount {discount.Discount.Id} ({discount.Discount.Name}) begins{(discount.LineId is { } line ? $" on line {line}" : "")}",
        Amendment.DiscountRemoved discount => $"discount {discount.DiscountId} ends",
        Amendment.PlanChanged plan => $"plan {plan.Plan}: lines {string.Join(", ", plan.Removed)} give way to {string.Join(", ", plan.Added.Select(line => line.Id))}",
        Amendment.IndexPublished index => FormattableString.Invariant($"index {index.OldIndex} to {index.NewIndex}: prices {index.Step}"),
        Amendment.Moved { End: { } end } move => $"{EnumText.Words(move.Action)}, to end on {Figures.Of(end)}",
        Amendment.Moved move => EnumText.Words(move.Action),
        _ => amendment.GetType().Name,
    };
}
