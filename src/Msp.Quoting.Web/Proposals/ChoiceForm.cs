using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Msp.Billing.Quotes;
using Msp.Quoting.Web.Localization;

namespace Msp.Quoting.Web.Proposals;

/// <summary>Reads from the posted form what a customer chose. The fields are named by the quote's own codes, so nothing that it does not offer can be posted.</summary>
internal static class ChoiceForm
{
    /// <summary>The plan's radio buttons; their value is <see cref="PlanGroup.Key"/>.</summary>
    public const string Plan = "plan";

    /// <summary>The radio buttons for term and cadence; their value is an option's code.</summary>
    public const string Terms = "terms";

    /// <summary>The checkboxes of optional items; their value is the item's code.</summary>
    public const string Take = "take";

    /// <summary>The quantity of an item.</summary>
    public static string QuantityOf(string item) => "quantity-" + item;

    /// <summary>Reads the form. Where a quantity cannot be read, the problem is noted at its field and the offered quantity holds.</summary>
    /// <param name="form">What was posted.</param>
    /// <param name="content">What is offered.</param>
    /// <param name="problems">Where problems are noted.</param>
    /// <param name="texts">Words for them.</param>
    /// <param name="format">Figures for them.</param>
    /// <exception cref="QuoteChoiceException">There is no such option: the form is not ours.</exception>
    public static QuoteChoice Read(IFormCollection form, QuoteContent content, ModelStateDictionary problems, Texts texts, Format format)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(problems);
        var option = form.ContainsKey(Plan) || form.ContainsKey(Terms)
            ? PlanGroup.Find(content, form[Plan].FirstOrDefault(), form[Terms].FirstOrDefault()) ?? content.Option(form[Plan].FirstOrDefault() ?? "")
            : content.Option(content.DefaultChoice().Option);
        var taken = form[Take];
        var items = new List<ChosenItem>();
        foreach (var item in content.Items.Where(item => item.IsFor(option.Code) && (!item.IsOptional || taken.Contains(item.Code))))
        {
            var quantity = item.CanChangeQuantity && form.TryGetValue(QuantityOf(item.Code), out var typed)
                ? QuantityOf(item, typed.ToString(), problems, texts, format)
                : item.Quantity;
            if (item.IsOptional || quantity != item.Quantity)
            {
                items.Add(new ChosenItem(item.Code, quantity));
            }
        }

        return new QuoteChoice(option.Code, items);
    }

    private static decimal QuantityOf(QuoteItem item, string typed, ModelStateDictionary problems, Texts texts, Format format)
    {
        var field = QuantityOf(item.Code);
        problems.SetModelValue(field, typed, typed);
        var number = NumberEntry.Parse(typed, CultureInfo.CurrentCulture);
        if (number is { } quantity && quantity >= item.Minimum && quantity <= item.Maximum && quantity % (item.Charge.Unit.AllowsFractions ? 0.000001m : 1m) == 0)
        {
            problems.MarkFieldValid(field);
            return quantity;
        }

        problems.AddModelError(
            field,
            texts[item.Charge.Unit.AllowsFractions ? "{0}: enter a number from {1} to {2}" : "{0}: enter a whole number from {1} to {2}", item.Charge.Name, format.Number(item.Minimum ?? 0m), format.Number(item.Maximum ?? 0m)]);
        return item.Quantity;
    }
}
