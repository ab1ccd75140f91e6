using Msp.Billing.Contracts;
using static Msp.Billing.Contracts.ContractAction;
using static Msp.Billing.Tests.Contracts.Agreements;

namespace Msp.Billing.Tests.Contracts;

public sealed class ContractMoveTests
{
    private static readonly Term YearByYear = new(12, 12, 30);

    [Theory]
    [InlineData("", "2026-03-01 Resume", "A contract that is Active on 2026-03-01 cannot Resume. It can: Suspend, GiveNotice, Renew, Terminate.")]
    [InlineData("", "2025-12-15 Suspend", "A contract that is Scheduled on 2025-12-15 cannot Suspend. It can: Withdraw.")]
    [InlineData("", "2026-01-01 Withdraw", "A contract that is Active on 2026-01-01 cannot Withdraw. It can: Suspend, GiveNotice, Renew, Terminate.")]
    [InlineData("2026-03-15 Terminate", "2026-03-15 Suspend", "A contract that is Ended on 2026-03-15 cannot Suspend. Nothing more can be done to it.")]
    [InlineData("2026-03-01 GiveNotice", "2026-04-01 WithdrawNotice", "A contract that is Ended on 2026-04-01 cannot WithdrawNotice. It can: Renew.")]
    [InlineData(
        "2026-06-01 Suspend", "2026-05-01 Suspend",
        "A contract that is Active on 2026-05-01 cannot Suspend: the Suspend of 2026-06-01 is recorded already and could then not be made. Nothing can be recorded for that day.")]
    [InlineData(
        "2026-06-01 GiveNotice", "2026-03-01 Terminate",
        "A contract that is Active on 2026-03-01 cannot Terminate: the GiveNotice of 2026-06-01 is recorded already and could then not be made. It can: Suspend.")]
    [InlineData(
        "2026-04-10 Suspend", "2026-03-01 GiveNotice", // it would end on 1 April, before the pause
        "A contract that is Active on 2026-03-01 cannot GiveNotice: the Suspend of 2026-04-10 is recorded already and could then not be made. Nothing can be recorded for that day.")]
    [InlineData(
        "", "2026-03-01 End",
        "A contract that is Active on 2026-03-01 cannot End: it ends by itself with its term or its notice; to end it sooner, terminate it. " +
        "It can: Suspend, GiveNotice, Renew, Terminate.")]
    [InlineData(
        "", "2025-12-20 Start",
        "A contract that is Scheduled on 2025-12-20 cannot Start: it starts by itself on 2026-01-01 once it is signed. It can: Withdraw.")]
    public void A_refusal_says_where_it_is_why_not_and_what_is_allowed(string moves, string refused, string message)
    {
        var contract = Signed().After(moves);
        var before = contract.Course();

        var refusal = Assert.Throws<ContractMoveException>(() => contract.After(refused));

        Assert.Equal(message, refusal.Message);
        Assert.Equal(before, contract.Course());
    }

    [Fact]
    public void A_move_may_be_dated_before_others_that_still_fit() =>
        Assert.Equal(
            "2026-01-01 Active, 2026-06-01 Suspended, 2026-06-20 SuspendedInNotice, 2026-07-01 NoticeGiven, 2026-07-21 Ended",
            Signed().After("2026-06-01 Suspend, 2026-07-01 Resume, 2026-06-20 GiveNotice").Course());

    [Fact]
    public void A_forgotten_pause_is_recorded_as_one()
    {
        var contract = Signed().After("2026-06-01 Suspend, 2026-07-01 Resume");

        var moves = contract.Pause(On("2026-02-01", recordedDay: 3), Day("2026-03-01"));

        Assert.Equal("[2026-01-01, 2026-02-01) [2026-03-01, 2026-06-01) [2026-07-01, ...)", contract.Billed());
        Assert.Equal([(3, Day("2026-02-01")), (4, Day("2026-03-01"))], moves.Select(move => (move.Number, move.Day)));
    }

    [Theory]
    [InlineData(
        "2026-05-01", "2026-06-15",
        "A contract that is Active on 2026-05-01 cannot Suspend: the Suspend of 2026-06-01 is recorded already and could then not be made. Nothing can be recorded for that day.")]
    [InlineData("2025-12-01", "2026-02-01", "A contract that is Scheduled on 2025-12-01 cannot Suspend. Nothing can be recorded for that day.")]
    public void A_pause_that_does_not_fit_leaves_nothing_behind(string from, string resume, string message)
    {
        var contract = Signed().After("2026-06-01 Suspend, 2026-07-01 Resume");

        Assert.Equal(message, Assert.Throws<ContractMoveException>(() => contract.Pause(On(from, 3), Day(resume))).Message);
        Assert.Equal(2, contract.Amendments.Count);
    }

    [Fact]
    public void A_pause_ends_after_it_begins() =>
        Assert.Equal(
            "Contract C-1, 2026-03-01: a pause must end after the day on which it begins; 2026-03-01 is not.",
            Assert.Throws<AmendmentException>(() => Signed().Pause(On("2026-03-01"), Day("2026-03-01"))).Message);

    [Fact]
    public void Two_moves_of_one_day_hold_in_the_order_of_recording() =>
        Assert.Equal("2026-01-01 Active, 2026-03-01 Suspended, 2026-03-01 Active", Signed().After("2026-03-01 Suspend, 2026-03-01 Resume").Course());

    [Theory]
    [InlineData("", "2025-12-01", "Withdraw")]
    [InlineData("", "2026-01-01", "Suspend GiveNotice Renew Terminate")]
    [InlineData("2026-06-01 Suspend", "2026-06-01", "Resume GiveNotice Terminate")]
    [InlineData("2026-06-01 Suspend, 2026-07-01 Resume", "2026-06-15", "GiveNotice")] // resuming or leaving now would make the recorded move impossible
    [InlineData("2026-03-01 GiveNotice", "2026-03-15", "Suspend WithdrawNotice Renew Terminate")]
    [InlineData("2026-03-01 GiveNotice", "2026-04-01", "Renew")] // on the end day only a successor can still take over
    [InlineData("2026-03-01 GiveNotice", "2026-04-02", "")]
    public void Offers_what_can_be_recorded_on_a_day(string moves, string day, string allowed) =>
        Assert.Equal(allowed, string.Join(' ', Signed().After(moves).AllowedOn(Day(day))));

    [Fact]
    public void Notice_may_name_a_later_end()
    {
        var contract = Signed();

        var notice = Assert.IsType<Amendment.Moved>(contract.GiveNotice(On("2026-03-01"), Day("2026-06-30")));

        Assert.Equal((GiveNotice, Day("2026-06-30")), (notice.Action, notice.End.GetValueOrDefault()));
        Assert.Equal("2026-01-01 Active, 2026-03-01 NoticeGiven, 2026-06-30 Ended", contract.Course());
    }

    [Fact]
    public void Notice_without_an_end_is_for_the_earliest() =>
        Assert.Equal("2026-01-01 Active, 2026-03-01 NoticeGiven, 2027-01-01 Ended", Noticed(YearByYear, null).Course());

    [Fact]
    public void Notice_cannot_name_an_end_before_the_earliest()
    {
        var refused = Assert.Throws<AmendmentException>(() => Noticed(YearByYear, "2026-06-30"));

        Assert.Equal(
            "Contract C-1, 2026-03-01: with 30 days' notice the contract ends on 2027-01-01 at the earliest, not on 2026-06-30. To end it sooner, terminate it.",
            refused.Message);
    }

    [Fact]
    public void Notice_cannot_put_an_agreed_end_off()
    {
        var refused = Assert.Throws<AmendmentException>(() => Noticed(new Term(12, null, 30), "2027-02-01"));

        Assert.Equal("Contract C-1, 2026-03-01: the contract ends by itself on 2027-01-01; notice cannot put that off to 2027-02-01.", refused.Message);
    }

    [Fact]
    public void Notice_is_refused_where_the_contract_is_not_running()
    {
        var contract = Draft();

        Assert.Throws<ContractMoveException>(() => contract.GiveNotice(On("2026-03-01")));
        Assert.Empty(contract.Amendments);
    }

    [Theory]
    [InlineData(null, "2026-03-01", "2026-04-01")]
    [InlineData("2026-03-20", "2026-03-01", "2026-03-20")] // the agreed end comes first
    public void The_earliest_end_is_that_of_the_notice_or_the_agreed_one(string? end, string noticeDay, string earliest) =>
        Assert.Equal(Day(earliest), Signed(end: end).EndAfterNotice(Day(noticeDay)));

    [Fact]
    public void Moves_are_recorded_one_after_another()
    {
        var contract = Signed().After("2026-03-01 Suspend");

        var refused = Assert.Throws<AmendmentException>(() => contract.Move(On("2026-04-01", recordedDay: 0), Resume));

        Assert.Equal("Contract C-1, 2026-04-01: it cannot be recorded at 2025-12-01 09:00:00Z, before the last amendment of 2025-12-02 09:00:00Z.", refused.Message);
    }

    [Fact]
    public void Nothing_is_recorded_before_the_contract_itself()
    {
        var refused = Assert.Throws<AmendmentException>(() => Signed().Move(On("2026-04-01", recordedDay: -1), Suspend));

        Assert.Equal("Contract C-1, 2026-04-01: it cannot be recorded at 2025-11-30 09:00:00Z, before the contract itself at 2025-12-01 09:00:00Z.", refused.Message);
    }

    private static Contract Noticed(Term term, string? end)
    {
        var contract = Signed(term: term);
        contract.GiveNotice(On("2026-03-01"), end is null ? null : Day(end));
        return contract;
    }
}
