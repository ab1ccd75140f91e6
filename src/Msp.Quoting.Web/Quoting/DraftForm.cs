using System.Collections.Immutable;
using System.Globalization;
using Msp.Billing.Quotes;

namespace Msp.Quoting.Web.Quoting;

/// <summary>A draft as the builder's form: which field is called what, and what a posted form makes of a draft.</summary>
/// <remarks>A field that is not posted keeps its value. Lines are named by their code, not their place, so that moving one does not rename the others.</remarks>
internal static class DraftForm
{
    /// <summary>The most lines of a quote.</summary>
    public const int MostItems = 200;

    /// <summary>The hidden fields that name the lines in their order.</summary>
    public const string Rows = "Rows";

    /// <summary>What is not stored but read: the draft that a posted form describes.</summary>
    public static QuoteDraft Read(IFormCollection form, QuoteDraft stored, CultureInfo culture)
    {
        string Text(string name, string before) => form.TryGetValue(name, out var typed) ? EnteredValue.Text(typed) : before;
        string Number(string name, string before) => form.TryGetValue(name, out var typed) ? EnteredValue.ToStored(typed, culture) : before;
        return stored with
        {
            Title = Text("Title", stored.Title),
            Start = Text("Start", stored.Start),
            ValidUntil = Text("ValidUntil", stored.ValidUntil),
            PaymentDays = Number("PaymentDays", stored.PaymentDays),
            Introduction = Text("Introduction", stored.Introduction),
            Notes = Text("Notes", stored.Notes),
            InternalNotes = Text("InternalNotes", stored.InternalNotes),
            Recommended = Text("Recommended", stored.Recommended),
            RecommendationReason = Text("RecommendationReason", stored.RecommendationReason),
            LabourCostPerHour = Number("LabourCostPerHour", stored.LabourCostPerHour),
            Counts = [.. stored.Counts.Select(count => count with { Quantity = Number(CountName(count.Code), count.Quantity) })],
            Options = [.. stored.Options.Select(option => option with
            {
                TermMonths = Number("TermMonths", option.TermMonths),
                Cadence = Text("Cadence", option.Cadence),
                PriceRise = Number("PriceRise", option.PriceRise),
                ExpectedMonthlyHours = Number(HoursName(option.Code), option.ExpectedMonthlyHours),
            })],
            Items = form.ContainsKey(Rows) ? Items(form, stored, Text, Number) : stored.Items,
            Discounts = Discounts(form, stored, Text, Number),
            Onboarding = stored.Onboarding with { Fee = Number("Onboarding.Fee", stored.Onboarding.Fee) },
            Assumptions = Assumptions(form, stored, culture),
            Fit = new DraftFit
            {
                Technicians = Number("Fit.Technicians", stored.Fit.Technicians),
                IsRegulated = Text("Fit.IsRegulated", stored.Fit.IsRegulated),
                RemotePercent = Number("Fit.RemotePercent", stored.Fit.RemotePercent),
                GrowthPercent = Number("Fit.GrowthPercent", stored.Fit.GrowthPercent),
            },
        };
    }

    /// <summary>The field of a count.</summary>
    public static string CountName(string code) => "Counts." + code;

    /// <summary>The field of a line.</summary>
    public static string ItemName(string code, string member) => $"Items.{code}.{member}";

    /// <summary>The field of an option's hours.</summary>
    public static string HoursName(string option) => $"Options.{option}.ExpectedMonthlyHours";

    /// <summary>The field of a number of the comparison.</summary>
    public static string AssumptionName(string input) => "Assumptions." + input;

    /// <summary>The field of the form that a problem of the library is about; null where the form has none for it.</summary>
    public static string? NameOf(string field, QuoteDraft draft)
    {
        if (Place(field, "Counts") is { } count && count.Index < draft.Counts.Length)
        {
            return CountName(draft.Counts[count.Index].Code);
        }

        if (Place(field, "Items") is { } item && item.Index < draft.Items.Length)
        {
            return ItemName(draft.Items[item.Index].Code, item.Member is "Unit" or "Minimum" or "Maximum" ? "Quantity" : item.Member);
        }

        if (Place(field, "Options") is { } option && option.Index < draft.Options.Length)
        {
            return option.Member switch
            {
                "TermMonths" or "Cadence" or "PriceRise" => option.Member,
                "ExpectedMonthlyHours" => HoursName(draft.Options[option.Index].Code),
                _ => null,
            };
        }

        if (Place(field, "Assumptions") is { } stated && stated.Index < draft.Assumptions.Length)
        {
            return AssumptionName(draft.Assumptions[stated.Index].Input);
        }

        return Place(field, "Discounts") is { } discount
            ? "Discount." + discount.Member
            : field.StartsWith("Fit.", StringComparison.Ordinal) || field is "Title" or "Start" or "ValidUntil" or "PaymentDays" or "LabourCostPerHour" or "Onboarding.Fee" ? field : null;
    }

    /// <summary>A code that no line has.</summary>
    public static string NewCode(QuoteDraft draft)
    {
        var number = draft.Items.Length + 1;
        while (draft.Items.Any(item => item.Code == Code(number)))
        {
            number++;
        }

        return Code(number);
    }

    private static string Code(int number) => string.Create(CultureInfo.InvariantCulture, $"item-{number}");

    private static (int Index, string Member)? Place(string field, string list)
    {
        if (!field.StartsWith(list + "[", StringComparison.Ordinal) || field.IndexOf("].", StringComparison.Ordinal) is not (> 0 and var end))
        {
            return null;
        }

        return (int.Parse(field.AsSpan(list.Length + 1, end - list.Length - 1), CultureInfo.InvariantCulture), field[(end + 2)..]);
    }

    private static ImmutableArray<DraftItem> Items(IFormCollection form, QuoteDraft stored, Func<string, string, string> text, Func<string, string, string> number)
    {
        var items = ImmutableArray.CreateBuilder<DraftItem>();
        foreach (var code in form[Rows].OfType<string>().Where(code => code.Length is > 0 and <= 64).Distinct(StringComparer.Ordinal).Take(MostItems))
        {
            var before = stored.Items.FirstOrDefault(item => item.Code == code) ?? new DraftItem { Code = code };
            var choice = text(ItemName(code, "Choice"), before.IsOptional ? before.IsPreselected ? "yes" : "no" : "");
            items.Add(before with
            {
                Name = text(ItemName(code, "Name"), before.Name),
                Quantity = number(ItemName(code, "Quantity"), before.Quantity),
                Price = number(ItemName(code, "Price"), before.Price),
                Cost = number(ItemName(code, "Cost"), before.Cost),
                Cadence = text(ItemName(code, "Cadence"), before.Cadence),
                IsOptional = choice is "yes" or "no",
                IsPreselected = choice == "yes",
            });
        }

        return items.ToImmutable();
    }

    private static ImmutableArray<DraftDiscount> Discounts(IFormCollection form, QuoteDraft stored, Func<string, string, string> text, Func<string, string, string> number)
    {
        if (!form.ContainsKey("Discount.Percent"))
        {
            return stored.Discounts;
        }

        var first = stored.Discounts.IsEmpty ? new DraftDiscount() : stored.Discounts[0];
        var entered = first with
        {
            Name = text("Discount.Name", first.Name),
            Percent = number("Discount.Percent", first.Percent),
            FirstPeriods = number("Discount.FirstPeriods", first.FirstPeriods),
        };
        return stored.Discounts.IsEmpty ? (entered == new DraftDiscount() ? [] : [entered]) : stored.Discounts.SetItem(0, entered);
    }

    private static ImmutableArray<DraftAssumption> Assumptions(IFormCollection form, QuoteDraft stored, CultureInfo culture)
    {
        var kept = stored.Assumptions.Where(known => !form.ContainsKey(AssumptionName(known.Input))).ToImmutableArray().ToBuilder();
        foreach (var (name, value) in form)
        {
            if (name.StartsWith("Assumptions.", StringComparison.Ordinal) && ComparisonEntry.IsKnown(name["Assumptions.".Length..]) && !string.IsNullOrWhiteSpace(value))
            {
                kept.Add(new DraftAssumption(name["Assumptions.".Length..], EnteredValue.ToStored(value, culture)));
            }
        }

        return kept.ToImmutable();
    }
}
