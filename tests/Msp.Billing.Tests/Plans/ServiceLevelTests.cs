using Msp.Billing.Plans;

namespace Msp.Billing.Tests.Plans;

public sealed class ServiceLevelTests
{
    private static readonly Commitment OneYear = new(12, 12, 60, "Leaving early costs half of the rest; your data is handed over within 14 days.");

    [Theory]
    [InlineData(BuyerQuestion.ResponseTime, "Critical issues: within 15 minutes.")]
    [InlineData(BuyerQuestion.HoursOfCover, "Around the clock, every day of the year.")]
    [InlineData(BuyerQuestion.Onboarding, "Four weeks, with a named engineer.")]
    [InlineData(BuyerQuestion.SecurityIncidents, "Isolate within the hour, report within a day.")]
    [InlineData(
        BuyerQuestion.LengthAndTermination,
        "12 months, renewing by 12 months, 60 days' notice. Leaving early costs half of the rest; your data is handed over within 14 days.")]
    public void Answers_the_five_questions_of_a_buyer(BuyerQuestion question, string answer)
    {
        var level = Level(CoverHours.AroundTheClock, OneYear);

        Assert.Equal(answer, level.AnswerTo(question));
    }

    [Theory]
    [InlineData(null, null, 30, "No fixed term, 30 days' notice. Cancel any time.")]
    [InlineData(24, null, 0, "24 months, no renewal, 0 days' notice. Cancel any time.")]
    public void Says_how_long_it_binds(int? months, int? renewal, int notice, string answer) =>
        Assert.Equal(answer, Level(CoverHours.BusinessHours, new Commitment(months, renewal, notice, "Cancel any time.")).AnswerTo(BuyerQuestion.LengthAndTermination));

    [Fact]
    public void Says_when_it_covers_business_hours_only() =>
        Assert.Equal("During business hours.", Level(CoverHours.BusinessHours, OneYear).AnswerTo(BuyerQuestion.HoursOfCover));

    [Fact]
    public void Refuses_a_missing_answer()
    {
        var times = ResponseTimes.InMinutes(15, 60, 240, 480);

        Assert.Throws<ArgumentException>(() => new ServiceLevel("Gold", times, CoverHours.AroundTheClock, " ", "Isolate.", OneYear));
        Assert.Throws<ArgumentException>(() => new ServiceLevel("Gold", times, CoverHours.AroundTheClock, "Four weeks.", "", OneYear));
        Assert.Throws<ArgumentException>(() => new ServiceLevel("Gold", times, 0, "Four weeks.", "Isolate.", OneYear));
        Assert.Throws<ArgumentException>(() => new Commitment(12, 12, 60, ""));
        Assert.Throws<ArgumentOutOfRangeException>(() => Level(CoverHours.BusinessHours, OneYear).AnswerTo(0));
    }

    [Theory]
    [InlineData(0, 12, 30)]
    [InlineData(12, 0, 30)]
    [InlineData(12, 12, -1)]
    public void Refuses_a_commitment_out_of_range(int months, int renewal, int notice) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Commitment(months, renewal, notice, "Words."));

    [Fact]
    public void Refuses_a_renewal_without_a_term() => Assert.Throws<ArgumentException>(() => new Commitment(null, 12, 30, "Words."));

    [Theory]
    [InlineData(60, 30, 240, 480, "A fault of severity High would be answered within 30 minutes, before one of severity Critical within 60.")]
    [InlineData(15, 60, 30, 480, "A fault of severity Normal would be answered within 30 minutes, before one of severity High within 60.")]
    [InlineData(15, 60, 240, 200, "A fault of severity Low would be answered within 200 minutes, before one of severity Normal within 240.")]
    [InlineData(0, 60, 240, 480, "The response time for severity Critical is 00:00:00; it must be a whole number of minutes above zero.")]
    public void A_graver_fault_never_waits_longer(int critical, int high, int normal, int low, string refusal) =>
        Assert.Equal(refusal, Assert.Throws<ArgumentException>(() => ResponseTimes.InMinutes(critical, high, normal, low)).Message);

    [Fact]
    public void Response_times_are_whole_minutes() =>
        Assert.Throws<ArgumentException>(() => new ResponseTimes(TimeSpan.FromSeconds(90), TimeSpan.FromHours(1), TimeSpan.FromHours(2), TimeSpan.FromHours(3)));

    [Fact]
    public void Each_severity_has_its_time() =>
        Assert.Equal([15, 60, 240, 480], Enum.GetValues<Severity>().Select(severity => (int)ResponseTimes.InMinutes(15, 60, 240, 480).For(severity).TotalMinutes));

    private static ServiceLevel Level(CoverHours cover, Commitment commitment) => new(
        "Gold", ResponseTimes.InMinutes(15, 60, 240, 480), cover, "Four weeks, with a named engineer.", "Isolate within the hour, report within a day.", commitment);
}
