using Msp.Billing.BreakFix;
using Msp.Billing.Catalog;

namespace Msp.Billing.Quotes;

/// <summary>Whether a managed service suits the customer of a quote: what it counts, what it said, and what the comparison of the proposed option says.</summary>
public static class QuoteFit
{
    /// <summary>The most own technicians that can be entered.</summary>
    public const int MostTechnicians = 1_000;

    /// <summary>The least growth in percent: all people leave.</summary>
    public const int LeastGrowth = -100;

    /// <summary>The most growth in percent.</summary>
    public const int MostGrowth = 1_000;

    /// <summary>The fit; null where nobody said how many users there are.</summary>
    /// <param name="content">The quote, with its counts.</param>
    /// <param name="draft">The same as it was entered, with what the customer said.</param>
    /// <param name="verdict">What the comparison says of the proposed option; null where there is none.</param>
    /// <param name="decimalSeparator">As for <see cref="QuoteDraftReader"/>.</param>
    public static Fit? Of(QuoteContent content, QuoteDraft draft, Verdict? verdict, char decimalSeparator = '.')
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(draft);
        return QuoteComparer.CountOf(content, BillingUnit.User) is >= 1 and var users
            ? Fit.Of(Read(draft, new DraftFields(decimalSeparator)) with
            {
                Users = users,
                Sites = Math.Max(1, QuoteComparer.CountOf(content, BillingUnit.Site)),
                Comparison = verdict,
            })
            : null;
    }

    /// <summary>Reads what the customer said and notes what is wrong with it.</summary>
    internal static FitProfile Read(QuoteDraft draft, DraftFields fields)
    {
        double? Number(string field, string text, string name, decimal least, decimal most) =>
            (double?)fields.Number($"{nameof(draft.Fit)}.{field}", text, name, least, most, isRequired: false);
        if (draft.Fit.IsRegulated is not ("" or DraftFit.Yes or DraftFit.No))
        {
            fields.Refuse($"{nameof(draft.Fit)}.{nameof(DraftFit.IsRegulated)}", $"Whether the trade is regulated is answered with yes, no or nothing; '{draft.Fit.IsRegulated}' is none.");
        }

        return new FitProfile(
            1,
            Number(nameof(DraftFit.Technicians), draft.Fit.Technicians, "The number of own technicians", 0m, MostTechnicians),
            draft.Fit.IsRegulated switch { DraftFit.Yes => true, DraftFit.No => false, _ => null },
            1,
            Number(nameof(DraftFit.RemotePercent), draft.Fit.RemotePercent, "The share of people who work elsewhere", 0m, 100m) / 100,
            Number(nameof(DraftFit.GrowthPercent), draft.Fit.GrowthPercent, "The growth in a year", LeastGrowth, MostGrowth) / 100,
            null);
    }
}
