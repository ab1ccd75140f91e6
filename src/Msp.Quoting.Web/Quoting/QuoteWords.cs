using Msp.Billing.EntityFrameworkCore.Quotes;
using Msp.Billing.Plans;
using Msp.Billing.Quotes;
using Msp.Quoting.Web.Localization;

namespace Msp.Quoting.Web.Quoting;

/// <summary>What values of quotes are called on pages, in English; the resource files translate it.</summary>
internal static class QuoteWords
{
    /// <summary>A status.</summary>
    public static string Of(QuoteStatus status) => status switch
    {
        QuoteStatus.AwaitingApproval => "Awaiting approval",
        QuoteStatus.Viewed => "Opened",
        _ => status.ToString(),
    };

    /// <summary>The kind of a status's badge.</summary>
    public static string KindOf(QuoteStatus status) => status switch
    {
        QuoteStatus.Accepted => "good",
        QuoteStatus.Approved or QuoteStatus.Sent or QuoteStatus.Viewed => "info",
        QuoteStatus.AwaitingApproval or QuoteStatus.Expired => "warn",
        QuoteStatus.Declined => "bad",
        _ => "quiet",
    };

    /// <summary>What happened.</summary>
    public static string Of(QuoteAction action) => action switch
    {
        QuoteAction.Submit => "Approval asked for",
        QuoteAction.Approve => "Approved",
        QuoteAction.Refuse => "Approval refused",
        QuoteAction.Reopen => "Opened for changes",
        QuoteAction.Send => "Sent",
        QuoteAction.View => "Opened by the customer",
        QuoteAction.Accept => "Accepted",
        QuoteAction.Decline => "Declined",
        QuoteAction.Withdraw => "Withdrawn",
        _ => "New revision begun",
    };

    /// <summary>What else happened.</summary>
    public static string Of(QuoteEventKind kind) => kind switch
    {
        QuoteEventKind.Opened => "Opened again",
        QuoteEventKind.Question => "Question of the customer",
        QuoteEventKind.Reply => "Reply",
        QuoteEventKind.Note => "Note",
        QuoteEventKind.LinkCreated => "Link made",
        QuoteEventKind.LinkRevoked => "Link withdrawn",
        _ => "Moved",
    };

    /// <summary>Where a plan stands among the others.</summary>
    public static string Of(PricingTier? tier) => tier switch
    {
        PricingTier.Basic => "Good",
        PricingTier.Standard => "Better",
        PricingTier.Premium => "Best",
        _ => "",
    };

    /// <summary>A response time.</summary>
    public static string Of(TimeSpan time, Texts texts) => time.TotalMinutes % 60 == 0
        ? texts.Count((long)time.TotalHours, "1 hour", "{0} hours")
        : texts.Count((long)time.TotalMinutes, "1 minute", "{0} minutes");

    /// <summary>When somebody answers.</summary>
    public static string Of(CoverHours cover) => cover == CoverHours.AroundTheClock ? "Around the clock" : "Business hours";

    /// <summary>How often something is billed, from what a draft stores.</summary>
    public static IReadOnlyList<(string Code, string Name)> Cadences { get; } = [("1M", "Monthly"), ("3M", "Quarterly"), ("12M", "Yearly"), ("once", "Once")];
}
