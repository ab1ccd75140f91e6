using CsCheck;
using Msp.Billing.Contracts;
using static Msp.Billing.Tests.Contracts.Agreements;

namespace Msp.Billing.Tests.Contracts;

public sealed class ContractStatusTests
{
    private static readonly Term YearByYear = new(12, 12, 30);
    private static readonly Term OneYear = new(12, null, 30);

    [Theory]
    [InlineData("", "", "")]
    [InlineData("2025-12-05 Send", "2025-12-05 AwaitingSignature", "")]
    [InlineData("2025-12-05 Send, 2025-12-10 Sign", "2025-12-05 AwaitingSignature, 2025-12-10 Scheduled, 2026-01-01 Active", "[2026-01-01, ...)")]
    [InlineData("2025-12-10 Sign, 2025-12-20 Withdraw", "2025-12-10 Scheduled, 2025-12-20 Ended", "")]
    [InlineData("2025-12-05 Send, 2026-02-01 Withdraw", "2025-12-05 AwaitingSignature, 2026-02-01 Ended", "")]
    [InlineData("2026-01-01 Sign", "2026-01-01 Scheduled, 2026-01-01 Active", "[2026-01-01, ...)")]
    // signed late: it has run since its agreed start
    [InlineData("2026-01-10 Sign", "2026-01-01 Scheduled, 2026-01-01 Active", "[2026-01-01, ...)")]
    [InlineData("2025-12-28 Send, 2026-01-10 Sign", "2025-12-28 AwaitingSignature, 2026-01-01 Scheduled, 2026-01-01 Active", "[2026-01-01, ...)")]
    [InlineData(
        "2026-01-05 Send, 2026-01-10 Sign, 2026-01-07 Suspend, 2026-01-09 Resume",
        "2026-01-01 AwaitingSignature, 2026-01-01 Scheduled, 2026-01-01 Active, 2026-01-07 Suspended, 2026-01-09 Active",
        "[2026-01-01, 2026-01-07) [2026-01-09, ...)")]
    public void A_draft_is_signed_and_starts_by_itself(string moves, string course, string billed)
    {
        var contract = Draft().After(moves);

        Assert.Equal(course, contract.Course());
        Assert.Equal(billed, contract.Billed());
    }

    [Theory]
    [InlineData("", "2026-01-01 Active", "[2026-01-01, ...)")]
    [InlineData(
        "2026-03-10 Suspend, 2026-04-15 Resume",
        "2026-01-01 Active, 2026-03-10 Suspended, 2026-04-15 Active",
        "[2026-01-01, 2026-03-10) [2026-04-15, ...)")]
    [InlineData("2026-01-01 Suspend", "2026-01-01 Active, 2026-01-01 Suspended", "")]
    [InlineData("2026-03-01 GiveNotice", "2026-01-01 Active, 2026-03-01 NoticeGiven, 2026-04-01 Ended", "[2026-01-01, 2026-04-01)")] // 30 days
    [InlineData(
        "2026-03-01 GiveNotice, 2026-03-20 WithdrawNotice",
        "2026-01-01 Active, 2026-03-01 NoticeGiven, 2026-03-20 Active", "[2026-01-01, ...)")]
    [InlineData(
        "2026-03-01 GiveNotice, 2026-03-20 WithdrawNotice, 2026-05-01 GiveNotice",
        "2026-01-01 Active, 2026-03-01 NoticeGiven, 2026-03-20 Active, 2026-05-01 NoticeGiven, 2026-06-01 Ended", "[2026-01-01, 2026-06-01)")]
    // notice does not start the bills of a paused contract again
    [InlineData(
        "2026-02-01 Suspend, 2026-03-01 GiveNotice",
        "2026-01-01 Active, 2026-02-01 Suspended, 2026-03-01 SuspendedInNotice, 2026-04-01 Ended", "[2026-01-01, 2026-02-01)")]
    [InlineData(
        "2026-02-01 Suspend, 2026-03-01 GiveNotice, 2026-03-10 Resume",
        "2026-01-01 Active, 2026-02-01 Suspended, 2026-03-01 SuspendedInNotice, 2026-03-10 NoticeGiven, 2026-04-01 Ended",
        "[2026-01-01, 2026-02-01) [2026-03-10, 2026-04-01)")]
    [InlineData(
        "2026-03-01 GiveNotice, 2026-03-10 Suspend, 2026-03-20 WithdrawNotice",
        "2026-01-01 Active, 2026-03-01 NoticeGiven, 2026-03-10 SuspendedInNotice, 2026-03-20 Suspended", "[2026-01-01, 2026-03-10)")]
    [InlineData("2026-03-15 Terminate", "2026-01-01 Active, 2026-03-15 Ended", "[2026-01-01, 2026-03-15)")]
    [InlineData("2026-03-01 GiveNotice, 2026-03-15 Terminate", "2026-01-01 Active, 2026-03-01 NoticeGiven, 2026-03-15 Ended", "[2026-01-01, 2026-03-15)")]
    [InlineData("2026-07-01 Renew", "2026-01-01 Active, 2026-07-01 Renewed", "[2026-01-01, 2026-07-01)")]
    public void An_evergreen_contract_runs_until_notice(string moves, string course, string billed)
    {
        var contract = Signed().After(moves);

        Assert.Equal(course, contract.Course());
        Assert.Equal(billed, contract.Billed());
    }

    [Theory]
    [InlineData("", "2026-01-01 Active, 2027-01-01 Ended")]
    [InlineData("2026-11-01 Suspend", "2026-01-01 Active, 2026-11-01 Suspended, 2027-01-01 Ended")]
    [InlineData("2026-12-20 GiveNotice", "2026-01-01 Active, 2026-12-20 NoticeGiven, 2027-01-01 Ended")] // notice cannot put the end off
    [InlineData("2027-01-01 Renew", "2026-01-01 Active, 2027-01-01 Renewed")] // a successor takes over on the very end day
    [InlineData("2026-09-01 Renew", "2026-01-01 Active, 2026-09-01 Renewed")]
    public void A_single_term_ends_by_itself(string moves, string course) => Assert.Equal(course, Signed(term: OneYear).After(moves).Course());

    [Theory]
    [InlineData("", "2026-01-01 Active")]
    [InlineData("2026-06-01 GiveNotice", "2026-01-01 Active, 2026-06-01 NoticeGiven, 2027-01-01 Ended")]
    [InlineData("2026-12-01 GiveNotice", "2026-01-01 Active, 2026-12-01 NoticeGiven, 2027-01-01 Ended")]
    [InlineData("2026-12-02 GiveNotice", "2026-01-01 Active, 2026-12-02 NoticeGiven, 2028-01-01 Ended")] // too late for one renewal
    [InlineData("2027-06-01 GiveNotice", "2026-01-01 Active, 2027-06-01 NoticeGiven, 2028-01-01 Ended")]
    [InlineData("2026-06-01 GiveNotice, 2027-01-01 Renew", "2026-01-01 Active, 2026-06-01 NoticeGiven, 2027-01-01 Renewed")]
    public void A_renewing_term_goes_on_until_notice(string moves, string course) => Assert.Equal(course, Signed(term: YearByYear).After(moves).Course());

    [Theory]
    [InlineData("", "2026-01-01 Active, 2026-06-16 Ended")]
    [InlineData("2026-06-01 GiveNotice", "2026-01-01 Active, 2026-06-01 NoticeGiven, 2026-06-16 Ended")] // the agreed end comes before 30 days
    [InlineData("2026-03-01 GiveNotice", "2026-01-01 Active, 2026-03-01 NoticeGiven, 2026-04-01 Ended")]
    public void An_agreed_end_comes_by_itself(string moves, string course) => Assert.Equal(course, Signed(end: "2026-06-16").After(moves).Course());

    [Fact]
    public void A_contract_that_ends_where_it_starts_bills_nothing()
    {
        var contract = Signed(end: "2026-01-01");

        Assert.Equal("2026-01-01 Active, 2026-01-01 Ended", contract.Course());
        Assert.Empty(contract.BilledDays());
    }

    [Theory]
    [InlineData("2025-12-31", ContractStatus.Scheduled)]
    [InlineData("2026-01-01", ContractStatus.Active)]
    [InlineData("2026-03-09", ContractStatus.Active)]
    [InlineData("2026-03-10", ContractStatus.Suspended)]
    [InlineData("2026-04-14", ContractStatus.Suspended)]
    [InlineData("2026-04-15", ContractStatus.Active)]
    [InlineData("2026-06-01", ContractStatus.NoticeGiven)]
    [InlineData("2026-07-01", ContractStatus.NoticeGiven)]
    [InlineData("2026-07-02", ContractStatus.Ended)] // 2 June to 1 July are 30 days
    [InlineData("2030-01-01", ContractStatus.Ended)]
    public void The_status_of_a_day_is_that_of_the_last_change(string day, ContractStatus status) =>
        Assert.Equal(status, Signed().After("2026-03-10 Suspend, 2026-04-15 Resume, 2026-06-01 GiveNotice").StatusOn(Day(day)));

    [Fact]
    public void A_late_signature_shows_in_the_status_as_in_the_bills()
    {
        var contract = Draft().After("2026-01-10 Sign");

        Assert.Equal(ContractStatus.Draft, contract.StatusOn(Day("2025-12-31")));
        Assert.Equal(ContractStatus.Active, contract.StatusOn(Day("2026-01-01")));
        Assert.Equal(ContractStatus.Draft, contract.StatusOn(Day("2026-01-05"), Recorded)); // as known before the signature
    }

    [Fact]
    public void What_was_recorded_later_is_not_known()
    {
        var contract = Signed().After("2026-03-10 Suspend, 2026-04-15 Resume"); // recorded one and two days after the contract

        Assert.Equal("2026-01-01 Active", contract.Course(Recorded));
        Assert.Equal("2026-01-01 Active, 2026-03-10 Suspended", contract.Course(Recorded.AddDays(1)));
        Assert.Equal("[2026-01-01, 2026-03-10)", contract.Billed(Recorded.AddDays(1)));
        Assert.Equal("2026-01-01 Active, 2026-03-10 Suspended, 2026-04-15 Active", contract.Course(Recorded.AddDays(2)));
    }

    [Fact]
    public void Before_it_was_recorded_a_contract_does_not_exist()
    {
        var contract = Signed();

        Assert.Empty(contract.StatusChanges(Recorded.AddTicks(-1)));
        Assert.Empty(contract.BilledDays(Recorded.AddTicks(-1)));
        Assert.Null(contract.EndAsKnown(Recorded.AddTicks(-1)));
        Assert.Equal(ContractStatus.Draft, contract.StatusOn(Day("2026-06-01"), Recorded.AddTicks(-1)));
    }

    [Fact]
    public void Knows_its_end()
    {
        Assert.Null(Signed().EndAsKnown());
        Assert.Equal(Day("2026-04-01"), Signed().After("2026-03-01 GiveNotice").EndAsKnown());
        Assert.Equal(Day("2026-07-01"), Signed().After("2026-07-01 Renew").EndAsKnown());
        Assert.Equal(Day("2027-01-01"), Signed(term: OneYear).EndAsKnown());
    }

    [Fact]
    public void Whatever_was_accepted_can_be_replayed_in_part_and_in_order() =>
        Gen.Select(Gen.Bool, Gen.Select(Gen.Int[0, 400], Gen.Enum<ContractAction>()).Array[1, 25]).Sample((signed, tries) =>
        {
            var contract = signed ? Signed(term: YearByYear) : Draft(term: YearByYear);
            foreach (var (days, action) in tries)
            {
                var day = Day("2025-12-01").AddDays(days);
                var allowed = contract.AllowedOn(day).Contains(action);
                var before = contract.Course();
                try
                {
                    contract.Move(new AmendmentNote(day, Recorded.AddDays(contract.Amendments.Count + 1), "sales", "as agreed"), action);
                    Assert.True(allowed, $"{action} on {day} was not offered, but made");
                }
                catch (ContractMoveException refused)
                {
                    Assert.False(allowed, $"{action} on {day} was offered, but refused: {refused.Message}");
                    Assert.Equal(before, contract.Course());
                }
            }

            for (var known = 0; known <= contract.Amendments.Count; known++)
            {
                var changes = contract.StatusChanges(Recorded.AddDays(known)).ToList();
                Assert.Equal(changes.Select(change => change.From).Order(), changes.Select(change => change.From));
                Assert.All(contract.BilledDays(Recorded.AddDays(known)), run => Assert.True(
                    ContractLifecycle.Bills(contract.StatusOn(run.Start, Recorded.AddDays(known))) && run.Start >= contract.Terms.Start));
            }
        });
}
