using Msp.Billing.BreakFix;
using Msp.Quoting.Web.Localization;

namespace Msp.Quoting.Web.Quoting;

/// <summary>Whether a managed service suits the customer, as pages say it: the same words for seller and customer, and a "not you" in the same place and size.</summary>
internal static class FitWords
{
    /// <summary>What a criterion is called, in English.</summary>
    public static string Of(FitCriterion criterion) => criterion switch
    {
        FitCriterion.Size => "Size",
        FitCriterion.OwnTechnicians => "Own technicians",
        FitCriterion.Regulation => "Regulated trade",
        FitCriterion.Distribution => "Places of work",
        FitCriterion.Growth => "Growth",
        _ => "Cost beside break-fix",
    };

    /// <summary>The answer, as a heading.</summary>
    public static string Of(FitAnswer answer, Texts texts) => answer switch
    {
        FitAnswer.You => texts["A managed service suits you"],
        FitAnswer.Perhaps => texts["A managed service may suit you"],
        FitAnswer.NotYou => texts["A managed service does not suit you"],
        _ => texts["Whether a managed service suits you is still open"],
    };

    /// <summary>What the answer rests on, in a sentence.</summary>
    public static string LeadOf(Fit fit, Texts texts) => fit.Answer == FitAnswer.Open
        ? texts["{0} of 100 points so far: what is not known yet decides. From 50 it suits, below 30 it does not. The points are our judgement, not a measurement.", fit.Score]
        : texts["{0} of 100 points. From 50 it suits, below 30 it does not. The points are our judgement, not a measurement.", fit.Score];

    /// <summary>The sentence of a "not you": the weightiest reasons; null for another answer.</summary>
    public static string? BecauseOf(Fit fit, Texts texts, Format format) => fit.Answer != FitAnswer.NotYou || !fit.Because.Any()
        ? null
        : texts["Not you, because: {0}", string.Join(' ', fit.Because.Take(2).Select(reason => Of(reason, texts, format)))];

    /// <summary>The icon of a reason: for, against, neither, not known.</summary>
    public static (string Icon, string Kind) IconOf(FitReason reason) => reason switch
    {
        { IsKnown: false } => ("info", "open"),
        { Points: > 0 } => ("check", "ok"),
        { Points: < 0 } => ("cross", "bad"),
        _ => ("minus", "none"),
    };

    /// <summary>The points of a reason with their sign.</summary>
    public static string PointsOf(FitReason reason, Format format, Texts texts) => !reason.IsKnown
        ? texts["not known"]
        : reason.Points < 0 ? "\u2212" + format.Number(-reason.Points) : texts["{0} of {1}", format.Number(reason.Points), format.Number(reason.MostPoints)];

    /// <summary>A reason in the reader's language.</summary>
    public static string Of(FitReason reason, Texts texts, Format format)
    {
        var number = format.Number(decimal.Round((decimal)reason.Value));
        return (reason.Criterion, reason.IsKnown, reason.Points) switch
        {
            (FitCriterion.Size, _, 25) => texts["{0} people: large enough to need steady support, small enough to buy it.", number],
            (FitCriterion.Size, _, > 0) => texts["{0} people are few: a flat fee has little to even out.", number],
            (FitCriterion.Size, _, _) => texts["{0} people can carry an IT department of their own.", number],
            (FitCriterion.OwnTechnicians, false, _) => texts["Not known yet: whether the firm has technicians of its own."],
            (FitCriterion.OwnTechnicians, _, 20) => texts["Nobody in the firm looks after its computers full time."],
            (FitCriterion.OwnTechnicians, _, > 0) => texts["{0} users for each own technician are more than one can serve well: a provider can add to them.", number],
            (FitCriterion.OwnTechnicians, _, 0) => texts["Nobody in the firm looks after its computers, but it is large enough to employ people who do."],
            (FitCriterion.OwnTechnicians, _, _) => texts["{0} users for each own technician: your own people can serve them. At most buy what they lack, such as nights or security.", number],
            (FitCriterion.Regulation, false, _) => texts["Not known yet: whether your trade asks for documented security and compliance."],
            (FitCriterion.Regulation, _, > 0) => texts["Your trade asks for documented security and compliance, every month and not only after an incident."],
            (FitCriterion.Regulation, _, _) => texts["No regulator asks you for documented security."],
            (FitCriterion.Distribution, false, _) => texts["Not known yet: how many of your people work away from the office."],
            (FitCriterion.Distribution, _, > 0) => texts["Your people work in several places and need the same support in each."],
            (FitCriterion.Distribution, _, _) => texts["Your people work in one place, which somebody can simply visit."],
            (FitCriterion.Growth, false, _) => texts["Not known yet: whether you grow."],
            (FitCriterion.Growth, _, > 0) => texts["You grow fast: support that grows per user spares you hiring again and again."],
            (FitCriterion.Growth, _, _) => texts["Your headcount does not grow fast, and what it needs stays as it is."],
            _ => OfCost((Verdict)(int)reason.Value, texts),
        };
    }

    private static string OfCost(Verdict verdict, Texts texts) => verdict switch
    {
        Verdict.BreakFixLikely => texts["Break-fix is likely cheaper for you."],
        Verdict.BreakFixProbably => texts["Break-fix is probably cheaper for you."],
        Verdict.TooCloseToCall => texts["Too close to call."],
        Verdict.ManagedProbably => texts["The managed service is probably cheaper for you."],
        _ => texts["The managed service is likely cheaper for you."],
    };
}
