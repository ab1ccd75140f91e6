using Msp.Billing.EntityFrameworkCore.Quotes;
using Msp.Billing.Quotes;
using Msp.Quoting.Web.Localization;

namespace Msp.Quoting.Web.Quoting;

/// <summary>Why the library refused something about a quote, in the reader's language.</summary>
internal static class RefusalWords
{
    /// <summary>A refused move.</summary>
    public static string Of(QuoteMoveException refused, Texts texts)
    {
        ArgumentNullException.ThrowIfNull(refused);
        ArgumentNullException.ThrowIfNull(texts);
        return refused.Reason switch
        {
            QuoteRefusal.NotEditable => texts["It is no draft any more: open it for changes, or begin a new revision."],
            QuoteRefusal.NeedsApproval => texts["It is beyond your limits and needs an approval before it is sent."],
            QuoteRefusal.LastDayPassed => texts["Its last day has passed: choose a later one before you send it."],
            QuoteRefusal.SamePerson => texts["You asked for this approval: somebody else must give it."],
            QuoteRefusal.OtherAccepted => texts["Another version of this quote was accepted."],
            QuoteRefusal.Replaced => texts["A newer version was sent in its place."],
            QuoteRefusal.Expired => texts["Its last day has passed: begin a new revision."],
            QuoteRefusal.NotSentYet => texts["It is not sent yet: change it as it is."],
            _ => texts["That cannot be done now. The quote is in this state: {0}.", texts[QuoteWords.Of(refused.Status)]],
        };
    }

    /// <summary>A draft that somebody else saved in the meantime.</summary>
    public static string Of(QuoteConflictException conflict, Texts texts)
    {
        ArgumentNullException.ThrowIfNull(conflict);
        ArgumentNullException.ThrowIfNull(texts);
        return texts["{0} changed the quote since you opened it. Load the page again.", conflict.Current.Author];
    }

    /// <summary>Either of them.</summary>
    public static string Of(InvalidOperationException refused, Texts texts) => refused switch
    {
        QuoteMoveException move => Of(move, texts),
        QuoteConflictException conflict => Of(conflict, texts),
        _ => throw new ArgumentOutOfRangeException(nameof(refused), refused, "Only refusals about quotes have words here."),
    };
}
