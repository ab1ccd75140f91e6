using System.Collections.Immutable;
using System.Globalization;
using Msp.Billing.Quotes;
using Msp.Quoting.Web.Localization;

namespace Msp.Quoting.Web.Quoting;

/// <summary>What is wrong with a draft in the reader's words, under the fields of the form.</summary>
internal sealed class DraftMessages
{
    private readonly Dictionary<string, string> _byField = new(StringComparer.Ordinal);

    /// <summary>Words the problems of a draft.</summary>
    public DraftMessages(QuoteDraft draft, ImmutableArray<DraftProblem> problems, Texts texts)
    {
        foreach (var problem in problems)
        {
            var field = DraftForm.NameOf(problem.Field, draft) ?? "";
            _byField.TryAdd(field, Words(problem, field, draft, texts));
        }
    }

    /// <summary>Every message with its field, in the order of the form; the field is empty for the draft as a whole.</summary>
    public IReadOnlyCollection<KeyValuePair<string, string>> All => _byField;

    /// <summary>Whether nothing is wrong.</summary>
    public bool IsEmpty => _byField.Count == 0;

    /// <summary>The message for a field; null where it is right.</summary>
    public string? this[string field] => _byField.GetValueOrDefault(field);

    // The library words its problems in English; pages say the same in the reader's language, by the kind of field.
    private static string Words(DraftProblem problem, string field, QuoteDraft draft, Texts texts)
    {
        var member = field[(field.LastIndexOf('.') + 1)..];
        if (field.StartsWith("Counts.", StringComparison.Ordinal))
        {
            return texts["{0}: enter a whole number from 0 to 1,000,000", texts[Capital(NameOfCount(field, draft))]];
        }

        if (field.StartsWith("Items.", StringComparison.Ordinal))
        {
            var place = draft.Items.ToList().FindIndex(item => DraftForm.ItemName(item.Code, member) == field) + 1;
            return member switch
            {
                "Name" => texts["Line {0}: enter what it is", place],
                "Quantity" => texts["Line {0}: enter a whole number as the quantity", place],
                "Price" => texts["Line {0}: enter a price of zero or more", place],
                "Cost" => texts["Line {0}: enter a cost of zero or more, or nothing", place],
                _ => texts["Line {0}: choose how often it is billed", place],
            };
        }

        if (field.StartsWith(DraftForm.AssumptionName(""), StringComparison.Ordinal) && StatedNumbers.BoundsOf(draft, member) is var (least, most))
        {
            string Bound(decimal bound) => bound.ToString("#,0.######", CultureInfo.CurrentCulture);
            return texts["{0}: enter a number from {1} to {2}", texts[ComparisonEntry.LabelOf(member)], Bound(least), Bound(most)];
        }

        return field switch
        {
            "Title" => texts["Enter what is offered"],
            "Start" => texts["Enter the first day, such as 2027-01-31"],
            "ValidUntil" => texts["Enter the last day of the offer, such as 2027-01-31"],
            "Discount.Percent" => texts["The discount must be between 0% and 100%"],
            "Discount.FirstPeriods" => texts["Enter for how many months the discount holds, 1 to 120, or nothing"],
            "TermMonths" => texts["The term must be between 1 and 120 months"],
            "Onboarding.Fee" => texts["The onboarding fee must be an amount of zero or more"],
            "LabourCostPerHour" => texts["The cost of an hour must be zero or more"],
            "Fit.Technicians" => texts["{0}: enter a number from {1} to {2}", texts["Own technicians"], 0, QuoteFit.MostTechnicians.ToString("N0", CultureInfo.CurrentCulture)],
            "Fit.IsRegulated" => texts["Regulated trade: choose yes, no, or not asked"],
            "Fit.RemotePercent" => texts["{0}: enter a number from {1} to {2}", texts["Work mostly elsewhere"], 0, 100],
            "Fit.GrowthPercent" => texts["{0}: enter a number from {1} to {2}", texts["Growth in a year"], QuoteFit.LeastGrowth, QuoteFit.MostGrowth.ToString("N0", CultureInfo.CurrentCulture)],
            _ => texts[problem.Message],
        };
    }

    private static string NameOfCount(string field, QuoteDraft draft) => draft.Counts.First(count => DraftForm.CountName(count.Code) == field).Name;

    /// <summary>With a capital letter.</summary>
    internal static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
