using Msp.Billing.Amounts;
using Msp.Billing.Contracts;
using Msp.Billing.Specifications;
using static Msp.Billing.Tests.Contracts.Agreements;

namespace Msp.Billing.Tests.Contracts;

public sealed class ContractSummaryTests
{
    private static readonly Term YearByYear = new(12, 12, 30);

    [Fact]
    public void Sums_up_a_renewing_contract()
    {
        var summary = ContractSummary.Of(Signed(term: YearByYear), Day("2026-06-15"), Day("2026-07-01"));

        Assert.Equal(
            new ContractSummary
            {
                Number = "C-1",
                Customer = "K-1",
                Currency = Currency.Eur,
                AsOf = Day("2026-06-15"),
                Status = ContractStatus.Active,
                Start = Day("2026-01-01"),
                NextDue = Day("2026-07-01"),
                DecisionDay = Day("2026-12-01"),
                RenewalDay = Day("2027-01-01"),
            },
            summary);
    }

    [Theory]
    [InlineData("", "2026-02-01", "Active until - ends - renews 2027-01-01")]
    [InlineData("2026-03-10 Suspend, 2026-04-15 Resume", "2026-02-01", "Active until 2026-03-10 ends - renews 2027-01-01")]
    [InlineData("2026-03-10 Suspend, 2026-04-15 Resume", "2026-04-01", "Suspended until 2026-04-15 ends - renews 2027-01-01")]
    [InlineData("2026-06-01 GiveNotice", "2026-02-01", "Active until 2026-06-01 ends 2027-01-01 renews -")] // it is known now that it will not renew
    [InlineData("2026-06-01 GiveNotice", "2026-06-01", "NoticeGiven until 2027-01-01 ends 2027-01-01 renews -")]
    [InlineData("2026-06-01 Renew", "2026-02-01", "Active until 2026-06-01 continued 2026-06-01 renews -")]
    [InlineData("2026-06-01 Terminate", "2026-07-01", "Ended until - ends 2026-06-01 renews -")]
    [InlineData("2025-12-20 Withdraw", "2025-12-25", "Ended until - ends - renews -")] // it never began, so it does not end
    public void Follows_the_moves(string moves, string asOf, string text) =>
        Assert.Equal(text, Text(ContractSummary.Of(Signed(term: YearByYear).After(moves), Day(asOf), null)));

    [Fact]
    public void What_was_recorded_later_is_not_known() =>
        Assert.Equal(
            "Active until - ends - renews 2027-01-01",
            Text(ContractSummary.Of(Signed(term: YearByYear).After("2026-06-01 GiveNotice"), Day("2026-06-15"), null, Recorded)));

    [Fact]
    public void A_draft_neither_ends_nor_renews() =>
        Assert.Equal("Draft until - ends - renews -", Text(ContractSummary.Of(Draft(term: YearByYear), Day("2026-06-15"), null)));

    [Theory]
    [InlineData("2026-06-30", "")]
    [InlineData("2026-07-01", "C-1")]
    [InlineData("2026-07-15", "C-1 C-3")]
    public void Due_by_a_day(string through, string numbers) =>
        Assert.Equal(numbers, Numbers(new ContractsDue(Day(through)), Row("C-3", nextDue: "2026-07-15"), Row("C-1", nextDue: "2026-07-01"), Row("C-2")));

    [Theory]
    [InlineData("2026-07-01", "2026-08-01", "C-1 C-3")]
    [InlineData("2026-07-02", "2026-07-15", "")] // the last day of a window is not in it
    [InlineData("2026-07-02", "2026-07-16", "C-3")]
    public void Ending_in_a_window(string from, string until, string numbers) => Assert.Equal(numbers, Numbers(
        new ContractsEnding(Day(from), Day(until)), Row("C-3", end: "2026-07-15"), Row("C-1", end: "2026-07-01"), Row("C-2"), Row("C-4", end: "2026-07-10", renewed: true)));

    [Theory]
    [InlineData("2026-07-01", "2026-08-01", "C-1 C-3")]
    [InlineData("2026-07-02", "2026-07-15", "")]
    public void To_be_decided_in_a_window(string from, string until, string numbers) => Assert.Equal(numbers, Numbers(
        new ContractsToRenew(Day(from), Day(until)), Row("C-3", decision: "2026-07-15"), Row("C-2"), Row("C-1", decision: "2026-07-01")));

    [Fact]
    public void Rows_of_one_day_are_ordered_by_number() =>
        Assert.Equal("C-1 C-2", Numbers(new ContractsDue(Day("2026-07-01")), Row("C-2", nextDue: "2026-07-01"), Row("C-1", nextDue: "2026-07-01")));

    private static string Numbers(Specification<ContractSummary> specification, params ContractSummary[] rows) =>
        string.Join(' ', specification.Evaluate(rows).Select(row => row.Number));

    private static ContractSummary Row(string number, string? nextDue = null, string? end = null, string? decision = null, bool renewed = false) => new()
    {
        Number = number,
        Customer = "K-1",
        Currency = Currency.Eur,
        AsOf = Day("2026-06-15"),
        Status = ContractStatus.Active,
        Start = Day("2026-01-01"),
        End = end is null ? null : Day(end),
        IsRenewed = renewed,
        NextDue = nextDue is null ? null : Day(nextDue),
        DecisionDay = decision is null ? null : Day(decision),
    };

    private static string Text(ContractSummary row) => FormattableString.Invariant(
        $"{row.Status} until {Text(row.StatusUntil)} {(row.IsRenewed ? "continued" : "ends")} {Text(row.End)} renews {Text(row.RenewalDay)}");

    private static string Text(DateOnly? day) => day is { } known ? FormattableString.Invariant($"{known:yyyy-MM-dd}") : "-";
}
