using Msp.Billing.Catalog;
using Msp.Billing.Quotes;
using Msp.Quoting.Web.Components;
using Msp.Quoting.Web.Localization;
using Msp.Quoting.Web.Quoting;

namespace Msp.Quoting.Web.Proposals;

/// <summary>One thing that was looked at before a quote is sent.</summary>
/// <param name="IsFine">Whether nothing needs to be done.</param>
/// <param name="Blocks">Whether it cannot be sent like this.</param>
/// <param name="Text">What was found.</param>
/// <param name="Href">Where it is put right; null where that is not one place.</param>
internal sealed record SendCheck(bool IsFine, bool Blocks, string Text, string? Href = null)
{
    /// <summary>Everything that is looked at, in the order in which it is shown.</summary>
    public static IEnumerable<SendCheck> Of(SendableQuote quote, DateOnly today, Texts texts, Format format)
    {
        ArgumentNullException.ThrowIfNull(quote);
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(format);
        if (quote.Content is not { } content)
        {
            var messages = new DraftMessages(quote.Stored.Draft, quote.Problems, texts).All;
            yield return new SendCheck(false, true, texts.Count(messages.Count, "1 field of the quote needs a correction", "{0} fields of the quote need a correction"));
            foreach (var (field, message) in messages)
            {
                yield return new SendCheck(false, false, message, $"/quotes/{Uri.EscapeDataString(quote.Stored.Quote.Number)}#{FieldTagHelper.IdOf(field)}");
            }

            yield break;
        }

        yield return new SendCheck(true, false, texts["Every field of the quote is right"]);
        var isApproved = quote.Status == QuoteStatus.Approved || QuoteLifecycle.IsOpen(quote.Status);
        yield return quote.Approval.IsNeeded
            ? isApproved ? new SendCheck(true, false, texts["Beyond the limits, and approved"]) : new SendCheck(false, true, texts["Beyond your limits: it needs an approval first"])
            : new SendCheck(true, false, texts["Discount and margin are within the limits"]);
        yield return content.ValidUntil < today
            ? new SendCheck(false, true, texts["Its last day, {0}, has passed: choose a later one", format.Day(content.ValidUntil)])
            : new SendCheck(true, false, texts["Can be accepted until {0}", format.Day(content.ValidUntil)]);
        yield return content.Counts.IsEmpty
            ? new SendCheck(false, false, texts["The customer's counts are not stated: the proposal cannot say what it covers"])
            : new SendCheck(true, false, texts["Covers {0}.", string.Join(", ", content.Counts.Select(count => format.Number(count.Quantity) + " " + texts[count.Name]))]);
        yield return content.Documents.IsEmpty
            ? new SendCheck(false, false, texts["No terms are attached"])
            : new SendCheck(true, false, texts.Count(content.Documents.Length, "1 document with terms is attached", "{0} documents with terms are attached"));
        if (content.Option(content.DefaultChoice().Option).Plan is { } plan && !plan.Lines.Contains(ServiceLine.BackupAndRecovery))
        {
            yield return new SendCheck(false, false, texts["The plan has no backup: say so to the customer"]);
        }
    }
}
