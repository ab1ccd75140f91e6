using CsCheck;
using Msp.Billing.BreakFix;

namespace Msp.Billing.Tests.BreakFix;

/// <summary>Who should consider a managed service, and who should not.</summary>
public sealed class FitTests
{
    private static readonly FitProfile FortyFive = new(45, 0, IsRegulated: false, Sites: 1, RemoteShare: 0, YearlyGrowth: 0, Comparison: null);

    // size 25, own technicians 20, regulation 25, distribution 15, growth 15
    [Theory]
    [InlineData(45, 0, false, 1, 0.0, 0.0, 45, FitAnswer.Perhaps)]
    [InlineData(45, 0, true, 1, 0.0, 0.0, 70, FitAnswer.You)]
    [InlineData(45, 0, false, 2, 0.0, 0.0, 60, FitAnswer.You)]
    [InlineData(45, 0, false, 1, 0.3, 0.0, 60, FitAnswer.You)]
    [InlineData(45, 0, false, 1, 0.0, 0.2, 60, FitAnswer.You)]
    [InlineData(45, 0, true, 3, 0.5, 0.4, 100, FitAnswer.You)]
    [InlineData(100, 1, false, 1, 0.0, 0.0, 35, FitAnswer.Perhaps)]
    [InlineData(45, 1, false, 1, 0.0, 0.0, 0, FitAnswer.NotYou)]
    [InlineData(900, 14, true, 1, 0.0, 0.0, 0, FitAnswer.NotYou)]
    [InlineData(900, 0, false, 1, 0.0, 0.0, 0, FitAnswer.NotYou)]
    public void Points_add_up(int users, double technicians, bool regulated, int sites, double remote, double growth, int score, FitAnswer answer)
    {
        var fit = Fit.Of(new FitProfile(users, technicians, regulated, sites, remote, growth, null));

        Assert.Equal((score, answer), (fit.Score, fit.Answer));
    }

    [Theory]
    [InlineData(Verdict.BreakFixLikely, 15)]
    [InlineData(Verdict.BreakFixProbably, 30)]
    [InlineData(Verdict.TooCloseToCall, 45)]
    [InlineData(Verdict.ManagedProbably, 55)]
    [InlineData(Verdict.ManagedLikely, 65)]
    public void The_comparison_weighs_in(Verdict verdict, int score) => Assert.Equal(score, Fit.Of(FortyFive with { Comparison = verdict }).Score);

    [Fact]
    public void The_calm_firm_of_eight_is_told_not_you_because()
    {
        var verdict = Comparison.Of(Firms.CalmEight).Verdict;
        var fit = Fit.Of(new FitProfile(8, 0, IsRegulated: false, Sites: 1, RemoteShare: 0, YearlyGrowth: 0, verdict));

        Assert.Equal(FitAnswer.NotYou, fit.Answer);
        Assert.Equal("Break-fix is likely cheaper for you.", fit.Because.First().Words);
    }

    [Fact]
    public void A_regulated_firm_of_eight_is_not_sent_away() =>
        Assert.Equal(FitAnswer.Perhaps, Fit.Of(new FitProfile(8, 0, IsRegulated: true, 1, 0, 0, Verdict.BreakFixLikely)).Answer);

    [Fact]
    public void A_firm_with_its_own_technicians_is_told_so() =>
        Assert.Equal(
            "45 users for each own technician: your own people can serve them. At most buy what they lack, such as nights or security.",
            Fit.Of(FortyFive with { Technicians = 1 }).Because.First().Words);

    [Fact]
    public void Reasons_sum_to_the_score_and_each_criterion_speaks_once()
    {
        var fit = Fit.Of(FortyFive with { Comparison = Verdict.TooCloseToCall });

        Assert.Equal(fit.Score, fit.Reasons.Sum(reason => reason.Points));
        Assert.Equal(Enum.GetValues<FitCriterion>(), fit.Reasons.Select(reason => reason.Criterion));
    }

    // Known: size 25. Open: technicians −30 to 20, regulation 0 to 25, distribution 0 to 15, growth 0 to 15.
    [Theory]
    [InlineData(45, null, null, 1, null, null, null, 25, FitAnswer.Open)]       // −5 to 100
    [InlineData(45, 0.0, true, 1, null, null, null, 70, FitAnswer.You)]         // 70 at least
    [InlineData(45, 0.0, null, 1, null, null, null, 45, FitAnswer.Open)]        // 45 to 100
    [InlineData(45, 3.0, false, 1, null, null, null, 0, FitAnswer.NotYou)]      // 25 − 30 + at most 15 + 15 = 25
    [InlineData(900, 14.0, false, 1, null, null, null, 0, FitAnswer.NotYou)]    // −30 + 15 + 15 = 0
    [InlineData(45, 0.0, false, 2, null, 0.0, null, 60, FitAnswer.You)]         // two sites: where people work need not be asked
    [InlineData(45, 0.0, false, 2, null, null, Verdict.BreakFixLikely, 30, FitAnswer.Perhaps)] // 30 to 45
    public void What_nobody_asked_counts_neither_way_and_leaves_the_answer_open_where_it_could_change_it(
        int users, double? technicians, bool? regulated, int sites, double? remote, double? growth, Verdict? verdict, int score, FitAnswer answer)
    {
        var fit = Fit.Of(new FitProfile(users, technicians, regulated, sites, remote, growth, verdict));

        Assert.Equal((score, answer), (fit.Score, fit.Answer));
        Assert.All(fit.Reasons.Where(reason => !reason.IsKnown), reason => Assert.Equal((0, 0d), (reason.Points, reason.Value)));
        Assert.DoesNotContain(fit.Because, reason => !reason.IsKnown);
    }

    [Fact]
    public void Whatever_is_answered_later_a_settled_answer_stays() =>
        Gen.Select(Gen.Int[1, 600], Gen.Int[0, 12].Nullable(), Gen.Bool.Nullable(), Gen.Int[1, 3], Gen.Double[0, 1].Nullable(), Gen.Double[-0.5, 1].Nullable()).Select(
            Gen.Int[1, 5], Gen.Int[0, 12], Gen.Bool, Gen.Double[0, 1], Gen.Double[-0.5, 1],
            (known, verdict, technicians, regulated, remote, growth) => (
                Profile: new FitProfile(known.Item1, known.Item2, known.Item3, known.Item4, known.Item5, known.Item6, (Verdict)verdict), technicians, regulated, remote, growth)).Sample(
            each =>
            {
                var before = Fit.Of(each.Profile);
                var after = Fit.Of(each.Profile with
                {
                    Technicians = each.Profile.Technicians ?? each.technicians,
                    IsRegulated = each.Profile.IsRegulated ?? each.regulated,
                    RemoteShare = each.Profile.RemoteShare ?? each.remote,
                    YearlyGrowth = each.Profile.YearlyGrowth ?? each.growth,
                });

                Assert.NotEqual(FitAnswer.Open, after.Answer);
                Assert.True(before.Answer == FitAnswer.Open || before.Answer == after.Answer);
            },
            iter: 5_000);

    [Fact]
    public void What_cannot_be_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Fit.Of(FortyFive with { Users = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Fit.Of(FortyFive with { RemoteShare = 1.5 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Fit.Of(FortyFive with { Technicians = -1 }));
    }
}
