using System.Globalization;
using CsCheck;
using Msp.Billing.Contracts;
using Msp.Billing.Plans;

namespace Msp.Billing.Tests.Contracts;

public sealed class TermTests
{
    [Theory]
    [InlineData("2026-01-01", 12, 12, "2025-06-01", "2027-01-01")] // a day before the start: the first boundary
    [InlineData("2026-01-01", 12, 12, "2026-12-31", "2027-01-01")]
    [InlineData("2026-01-01", 12, 12, "2027-01-01", "2028-01-01")] // the boundary itself: the one after it
    [InlineData("2026-01-01", 36, 12, "2029-05-05", "2030-01-01")]
    [InlineData("2026-01-31", 1, 1, "2026-02-28", "2026-03-31")] // counted from the start, no drift
    [InlineData("2024-02-29", 12, 12, "2025-02-28", "2026-02-28")]
    [InlineData("2024-02-29", 12, 12, "2027-02-28", "2028-02-29")]
    [InlineData("2026-01-01", 12, null, "2026-06-01", "2027-01-01")]
    [InlineData("2026-01-01", 12, null, "2027-01-01", null)] // after the only term
    [InlineData("2026-01-01", null, null, "2026-06-01", null)] // evergreen
    [InlineData("9999-01-31", 12, 12, "9999-06-01", null)] // beyond the calendar
    public void A_boundary_is_the_first_day_of_the_next_term(string start, int? months, int? renewal, string day, string? boundary) =>
        Assert.Equal(Date(boundary), new Term(months, renewal, 30).BoundaryAfter(Day(start), Day(day)));

    [Theory]
    [InlineData(12, 12, 30, "2026-06-01", "2027-01-01")]
    [InlineData(12, 12, 30, "2026-12-01", "2027-01-01")] // 2 to 31 December are 30 days
    [InlineData(12, 12, 30, "2026-12-02", "2028-01-01")] // a day too late for this renewal: the next
    [InlineData(12, 12, 0, "2026-12-31", "2027-01-01")]
    [InlineData(12, 12, 0, "2027-01-01", "2028-01-01")]
    [InlineData(12, 1, 90, "2026-12-31", "2027-04-01")] // 1 January to 31 March are 90 days
    [InlineData(12, 1, 90, "2027-01-01", "2027-05-01")]
    [InlineData(12, null, 90, "2026-12-31", "2027-01-01")] // a single term ends by itself, whenever notice is given
    [InlineData(null, null, 30, "2026-03-01", "2026-04-01")] // 2 to 31 March are 30 days
    [InlineData(null, null, 0, "2026-03-01", "2026-03-02")]
    [InlineData(null, null, 3660, "9999-01-01", "9999-12-31")] // beyond the calendar
    public void Notice_leaves_its_days_before_the_end(int? months, int? renewal, int notice, string day, string end) =>
        Assert.Equal(Day(end), new Term(months, renewal, notice).EndAfterNotice(Day("2026-01-01"), Day(day)));

    [Theory]
    [InlineData(12, 12, 30, "2026-06-01", "2026-12-01")]
    [InlineData(12, 12, 30, "2026-12-01", "2026-12-01")]
    [InlineData(12, 12, 30, "2026-12-02", "2027-12-01")] // 2 to 31 December 2027 are 30 days
    [InlineData(12, 1, 60, "2026-12-20", "2026-12-30")] // 31 December to 28 February are 60 days: notice longer than the renewal
    [InlineData(12, null, 30, "2026-06-01", null)]
    [InlineData(null, null, 30, "2026-06-01", null)]
    public void The_decision_day_is_the_last_one_for_notice(int? months, int? renewal, int notice, string day, string? decision) =>
        Assert.Equal(Date(decision), new Term(months, renewal, notice).DecisionDayAfter(Day("2026-01-01"), Day(day)));

    [Fact]
    public void Notice_on_the_decision_day_ends_the_contract_and_a_day_later_is_too_late() =>
        Gen.Select(Gen.Int[1, 36], Gen.Int[1, 24], Gen.Int[0, 120], Gen.Int[0, 3000], (months, renewal, notice, days) =>
                (Term: new Term(months, renewal, notice), Day: Day("2024-01-31").AddDays(days)))
            .Sample(row =>
            {
                var start = Day("2024-01-31");
                var decision = row.Term.DecisionDayAfter(start, row.Day) ?? throw new InvalidOperationException("A renewing term has a decision day.");
                Assert.True(decision >= row.Day);
                var end = row.Term.EndAfterNotice(start, decision);
                Assert.Equal(end, row.Term.EndAfterNotice(start, row.Day));
                Assert.Equal(end, decision.AddDays(row.Term.NoticeDays + 1));
                Assert.True(row.Term.EndAfterNotice(start, decision.AddDays(1)) > end);
            });

    [Theory]
    [InlineData(12, null, "2027-01-01")]
    [InlineData(12, 12, null)]
    [InlineData(null, null, null)]
    public void Only_a_single_term_expires(int? months, int? renewal, string? expiry) =>
        Assert.Equal(Date(expiry), new Term(months, renewal, 30).ExpiryOf(Day("2026-01-01")));

    [Theory]
    [InlineData(0, null, 30)]
    [InlineData(-1, null, 30)]
    [InlineData(1201, null, 30)]
    [InlineData(12, 0, 30)]
    [InlineData(12, 1201, 30)]
    [InlineData(12, 12, -1)]
    [InlineData(12, 12, 3661)]
    public void Refuses_figures_out_of_range(int? months, int? renewal, int notice) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Term(months, renewal, notice));

    [Fact]
    public void Refuses_a_renewal_without_a_term() =>
        Assert.StartsWith(
            "A contract without a first term runs until notice and does not renew",
            Assert.Throws<ArgumentException>(() => new Term(null, 12, 30)).Message, StringComparison.Ordinal);

    [Fact]
    public void Is_made_from_the_commitment_of_a_plan() =>
        Assert.Equal(new Term(36, 12, 90), Term.Of(new Commitment(36, 12, 90, "Half the rest.")));

    private static DateOnly? Date(string? text) => text is null ? null : Day(text);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
