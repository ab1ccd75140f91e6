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

    [Fact]
    public void What_cannot_be_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Fit.Of(FortyFive with { Users = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Fit.Of(FortyFive with { RemoteShare = 1.5 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Fit.Of(FortyFive with { Technicians = -1 }));
    }
}
