using System.Collections.Immutable;
using System.Globalization;

namespace Msp.Billing.BreakFix;

/// <summary>Whether a managed service suits a firm: a score of up to 100 points that explains itself and can say "not you, because".</summary>
/// <remarks>
/// Who it suits: small and mid-sized firms that cannot justify an IT department, regulated trades, distributed workforces, fast growth. The points are our
/// judgement, not a measurement. Limits: EU recommendation 2003/361/EC for size, 70 users per technician (Tolar Systems; C, old), growth of 20 % a year
/// (Eurostat and OECD, high-growth enterprises).
/// </remarks>
public sealed class Fit
{
    private const int Enough = 50;
    private const int Some = 30;
    private const int MediumSized = 250;
    private const int Micro = 10;
    private const int EnoughTechnicians = -30;
    private const double UsersPerTechnician = 70;
    private const double FastGrowth = 0.2;
    private const double ManyRemote = 0.25;

    private Fit(FitAnswer answer, ImmutableArray<FitReason> reasons)
    {
        Answer = answer;
        Reasons = reasons;
    }

    /// <summary>The points of what is known, 0 to 100.</summary>
    public int Score => Math.Clamp(Reasons.Sum(reason => reason.Points), 0, 100);

    /// <summary>From 50 points it suits, below 30 it does not; open while an answer that is missing could change that.</summary>
    public FitAnswer Answer { get; }

    /// <summary>Every reason, in the order of its criterion; without a comparison there is none about cost.</summary>
    public ImmutableArray<FitReason> Reasons { get; }

    /// <summary>What speaks against, weightiest first: what a "not you" goes on with.</summary>
    public IEnumerable<FitReason> Because =>
        Reasons.Where(reason => reason.IsKnown && reason.Points <= 0).OrderBy(reason => reason.Points).ThenByDescending(reason => reason.MostPoints);

    /// <summary>Weighs a firm.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number of the profile is out of range.</exception>
    public static Fit Of(FitProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(profile.Users, nameof(profile));
        ArgumentOutOfRangeException.ThrowIfNegative(profile.Technicians ?? 0, nameof(profile));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(profile.Sites, nameof(profile));
        ArgumentOutOfRangeException.ThrowIfNegative(profile.RemoteShare ?? 0, nameof(profile));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(profile.RemoteShare ?? 0, 1, nameof(profile));
        var reasons = ImmutableArray.Create(Size(profile), OwnTechnicians(profile), Regulation(profile), Distribution(profile), Growth(profile));
        reasons = profile.Comparison is { } verdict ? reasons.Add(Cost(verdict)) : reasons;
        var (least, most) = (AnswerAt(reasons.Sum(Least)), AnswerAt(reasons.Sum(reason => reason.IsKnown ? reason.Points : reason.MostPoints)));
        return new Fit(least == most ? least : FitAnswer.Open, reasons);
    }

    /// <summary>A fit as it was frozen: nothing is weighed again.</summary>
    internal static Fit Restored(FitAnswer answer, ImmutableArray<FitReason> reasons) => new(answer, reasons);

    private static FitAnswer AnswerAt(int points) => points >= Enough ? FitAnswer.You : points >= Some ? FitAnswer.Perhaps : FitAnswer.NotYou;

    private static int Least(FitReason reason) => reason.IsKnown ? reason.Points : reason.Criterion == FitCriterion.OwnTechnicians ? EnoughTechnicians : 0;

    private static FitReason Unknown(FitCriterion criterion, int most, string words) => new(criterion, 0, most, 0, words, IsKnown: false);

    private static FitReason Size(FitProfile profile)
    {
        var (points, words) = profile.Users switch
        {
            < Micro => (15, $"{profile.Users} people are few: a flat fee has little to even out."),
            < MediumSized => (25, $"{profile.Users} people: large enough to need steady support, small enough to buy it."),
            _ => (0, $"{profile.Users} people can carry an IT department of their own."),
        };
        return new FitReason(FitCriterion.Size, points, 25, profile.Users, words);
    }

    private static FitReason OwnTechnicians(FitProfile profile)
    {
        if (profile.Technicians is not { } technicians)
        {
            return Unknown(FitCriterion.OwnTechnicians, 20, "Not known yet: whether the firm has technicians of its own.");
        }

        if (technicians == 0)
        {
            return profile.Users < MediumSized
                ? new FitReason(FitCriterion.OwnTechnicians, 20, 20, 0, "Nobody in the firm looks after its computers full time.")
                : new FitReason(
                    FitCriterion.OwnTechnicians, 0, 20, 0, "Nobody in the firm looks after its computers, but it is large enough to employ people who do.");
        }

        var served = profile.Users / technicians;
        return served > UsersPerTechnician
            ? new FitReason(FitCriterion.OwnTechnicians, 10, 20, served, string.Create(
                CultureInfo.InvariantCulture, $"{served:0} users for each own technician are more than one can serve well: a provider can add to them."))
            : new FitReason(FitCriterion.OwnTechnicians, EnoughTechnicians, 20, served, string.Create(
                CultureInfo.InvariantCulture,
                $"{served:0} users for each own technician: your own people can serve them. At most buy what they lack, such as nights or security."));
    }

    private static FitReason Regulation(FitProfile profile) => profile.IsRegulated switch
    {
        true => new FitReason(
            FitCriterion.Regulation, 25, 25, 1, "Your trade asks for documented security and compliance, every month and not only after an incident."),
        false => new FitReason(FitCriterion.Regulation, 0, 25, 0, "No regulator asks you for documented security."),
        null => Unknown(FitCriterion.Regulation, 25, "Not known yet: whether your trade asks for documented security and compliance."),
    };

    private static FitReason Distribution(FitProfile profile) => (profile.Sites > 1, profile.RemoteShare) switch
    {
        (true, _) or (_, >= ManyRemote) => new FitReason(
            FitCriterion.Distribution, 15, 15, profile.Sites, "Your people work in several places and need the same support in each."),
        (_, null) => Unknown(FitCriterion.Distribution, 15, "Not known yet: how many of your people work away from the office."),
        _ => new FitReason(FitCriterion.Distribution, 0, 15, profile.Sites, "Your people work in one place, which somebody can simply visit."),
    };

    private static FitReason Growth(FitProfile profile) => profile.YearlyGrowth switch
    {
        null => Unknown(FitCriterion.Growth, 15, "Not known yet: whether you grow."),
        >= FastGrowth and { } growth => new FitReason(
            FitCriterion.Growth, 15, 15, growth, "You grow fast: support that grows per user spares you hiring again and again."),
        { } growth => new FitReason(FitCriterion.Growth, 0, 15, growth, "Your headcount does not grow fast, and what it needs stays as it is."),
    };

    private static FitReason Cost(Verdict verdict)
    {
        var points = verdict switch
        {
            Verdict.BreakFixLikely => -30,
            Verdict.BreakFixProbably => -15,
            Verdict.TooCloseToCall => 0,
            Verdict.ManagedProbably => 10,
            Verdict.ManagedLikely => 20,
            _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "There is no such verdict."),
        };
        return new FitReason(FitCriterion.Cost, points, 20, (int)verdict, Verdicts.Words(verdict));
    }
}
