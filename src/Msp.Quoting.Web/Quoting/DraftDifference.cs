using System.Globalization;
using Msp.Billing.Quotes;

namespace Msp.Quoting.Web.Quoting;

/// <summary>A field in which two drafts differ.</summary>
/// <param name="Part">What it belongs to, such as a line's name; empty for the quote.</param>
/// <param name="Field">What it is, in English.</param>
/// <param name="Before">What it was; empty for nothing.</param>
/// <param name="After">What it is; empty for nothing.</param>
internal sealed record DraftDifference(string Part, string Field, string Before, string After)
{
    /// <summary>Every difference, in the order of the form.</summary>
    public static IReadOnlyList<DraftDifference> Between(QuoteDraft before, QuoteDraft after)
    {
        var differences = new List<DraftDifference>();
        void Compare(string part, string field, string was, string becomes)
        {
            if (was != becomes)
            {
                differences.Add(new DraftDifference(part, field, Shown(was), Shown(becomes)));
            }
        }

        Compare("", "What is offered", before.Title, after.Title);
        Compare("", "First day", before.Start, after.Start);
        Compare("", "Valid until", before.ValidUntil, after.ValidUntil);
        foreach (var code in before.Counts.Concat(after.Counts).Select(count => count.Code).Distinct(StringComparer.Ordinal))
        {
            var (was, becomes) = (before.Counts.FirstOrDefault(count => count.Code == code), after.Counts.FirstOrDefault(count => count.Code == code));
            Compare("", DraftMessages.Capital((becomes ?? was)?.Name ?? code), was?.Quantity ?? "", becomes?.Quantity ?? "");
        }

        Compare("", "Plan", before.Recommended, after.Recommended);
        Compare("", "Reason", before.RecommendationReason, after.RecommendationReason);
        var (first, second) = (before.Options.FirstOrDefault() ?? new DraftOption(), after.Options.FirstOrDefault() ?? new DraftOption());
        Compare("", "Term", first.TermMonths, second.TermMonths);
        Compare("", "Billed", first.Cadence, second.Cadence);
        Items(before, after, Compare);
        var (wasDiscount, isDiscount) = (before.Discounts.FirstOrDefault() ?? new DraftDiscount(), after.Discounts.FirstOrDefault() ?? new DraftDiscount());
        Compare("", "Discount", wasDiscount.Percent, isDiscount.Percent);
        Compare("", "Onboarding fee", before.Onboarding.Fee, after.Onboarding.Fee);
        Compare("", "Introduction", before.Introduction, after.Introduction);
        Compare("", "Notes", before.Notes, after.Notes);
        Compare("", "Internal notes", before.InternalNotes, after.InternalNotes);
        Compare("", "Cost of an hour of work", before.LabourCostPerHour, after.LabourCostPerHour);
        foreach (var entry in ComparisonEntry.Asked)
        {
            string Said(QuoteDraft draft) => draft.Assumptions.FirstOrDefault(one => one.Input == entry.Input.ToString())?.Value ?? "";
            Compare("", entry.Label, Said(before), Said(after));
        }

        Compare("", "Own technicians", before.Fit.Technicians, after.Fit.Technicians);
        Compare("", "Regulated trade", before.Fit.IsRegulated, after.Fit.IsRegulated);
        Compare("", "Work mostly elsewhere", before.Fit.RemotePercent, after.Fit.RemotePercent);
        Compare("", "Growth in a year", before.Fit.GrowthPercent, after.Fit.GrowthPercent);
        return differences;
    }

    private static void Items(QuoteDraft before, QuoteDraft after, Action<string, string, string, string> compare)
    {
        foreach (var code in before.Items.Concat(after.Items).Select(item => item.Code).Distinct(StringComparer.Ordinal))
        {
            var (was, becomes) = (before.Items.FirstOrDefault(item => item.Code == code), after.Items.FirstOrDefault(item => item.Code == code));
            if (was is null || becomes is null)
            {
                var line = was ?? becomes ?? new DraftItem();
                var text = $"{line.Name}: {Shown(line.Quantity)} × {Shown(line.Price)}";
                compare(line.Name, "Line", was is null ? "" : text, becomes is null ? "" : text);
                continue;
            }

            compare(becomes.Name, "Item", was.Name, becomes.Name);
            compare(becomes.Name, "Quantity", was.Quantity, becomes.Quantity);
            compare(becomes.Name, "Price", was.Price, becomes.Price);
            compare(becomes.Name, "Cost", was.Cost, becomes.Cost);
            compare(becomes.Name, "Billed", was.Cadence, becomes.Cadence);
            compare(becomes.Name, "Customer decides", was.IsOptional ? "✓" : "–", becomes.IsOptional ? "✓" : "–");
        }

        var order = string.Join(", ", after.Items.Select(item => item.Name));
        if (before.Items.Length == after.Items.Length && !before.Items.Select(item => item.Code).SequenceEqual(after.Items.Select(item => item.Code), StringComparer.Ordinal))
        {
            compare("", "Order of the lines", string.Join(", ", before.Items.Select(item => item.Name)), order);
        }
    }

    private static string Shown(string stored) => EnteredValue.ToShown(stored, CultureInfo.CurrentCulture);
}
