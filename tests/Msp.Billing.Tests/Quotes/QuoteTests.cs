using Msp.Billing.Amounts;
using Msp.Billing.Quotes;

namespace Msp.Billing.Tests.Quotes;

public sealed class QuoteTests
{
    private static readonly DateOnly ValidUntil = new(2026, 12, 22);

    [Fact]
    public void A_sent_revision_is_open_through_its_last_day()
    {
        var quote = Sent();

        Assert.Equal(QuoteStatus.Sent, quote.StatusOn(ValidUntil));
        Assert.Equal(QuoteStatus.Expired, quote.StatusOn(ValidUntil.AddDays(1)));
        Assert.Equal(
            "A quote that is Expired on 2026-12-23 cannot Accept: it was valid until 2026-12-22. It can: Revise.",
            Assert.Throws<QuoteMoveException>(() => quote.Move(On(52), QuoteAction.Accept)).Message);
    }

    [Fact]
    public void The_customer_can_still_accept_while_the_next_revision_is_written()
    {
        var quote = Sent();
        Assert.Equal(2, quote.Revise(On(5)));

        quote.Move(On(6), QuoteAction.Accept, revision: 1);

        Assert.Equal((QuoteStatus.Accepted, QuoteStatus.Accepted, QuoteStatus.Withdrawn), (quote.StatusOn(Day(6)), quote.StatusOn(Day(6), 1), quote.StatusOn(Day(6), 2)));
        Assert.Equal((1, 1), (quote.AcceptedRevision, quote.ParentOf(2)));
        Assert.Contains("revision 1 was accepted", Assert.Throws<QuoteMoveException>(() => quote.Send(On(7), ValidUntil, ApprovalAnswer.NotNeeded)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Sending_a_revision_replaces_the_ones_that_were_sent_before()
    {
        var quote = Sent();
        quote.Move(On(3), QuoteAction.View);
        quote.Revise(On(5));
        Assert.Equal((QuoteStatus.Viewed, QuoteStatus.Draft), (quote.StatusOn(Day(5), 1), quote.StatusOn(Day(5))));

        quote.Send(On(6), ValidUntil, ApprovalAnswer.NotNeeded);

        Assert.Equal((QuoteStatus.Replaced, QuoteStatus.Sent, 2), (quote.StatusOn(Day(6), 1), quote.StatusOn(Day(6)), quote.OfferedRevision));
        Assert.Equal(QuoteStatus.Viewed, quote.StatusOn(Day(5), 1)); // the past stays
        Assert.Equal(
            "A quote that is Replaced on 2026-11-08 cannot Accept: revision 2 was sent in its place. Nothing more can be done to it.",
            Assert.Throws<QuoteMoveException>(() => quote.Move(On(7), QuoteAction.Accept, revision: 1)).Message);
    }

    [Fact]
    public void A_draft_cannot_be_revised_since_it_can_be_changed_itself() =>
        Assert.Contains("can be changed itself", Assert.Throws<QuoteMoveException>(() => new Quote("Q-2026-0001", "K-7").Revise(On(0))).Message, StringComparison.Ordinal);

    [Fact]
    public void Sending_needs_the_approval_that_the_rules_ask_for()
    {
        var content = WorkedQuote.Content(QuoteDiscount.OfPercent("Friends", 12.5m));
        var answer = ApprovalCheck.Of(content, new ApprovalRules { MostDiscount = new Percentage(10m) }, WorkedQuote.Customer, WorkedQuote.Tax);
        var quote = new Quote("Q-2026-0148", "K-7");

        var refused = Assert.Throws<QuoteMoveException>(() => quote.Send(On(0), ValidUntil, answer));
        Assert.Contains("cannot Send without approval (option basic-36: discounts take ", refused.Message, StringComparison.Ordinal);
        Assert.EndsWith("It can: Submit, Withdraw.", refused.Message, StringComparison.Ordinal);

        quote.Move(On(0), QuoteAction.Submit);
        Assert.Contains("'Jo Park' asked for it, and a second person must approve. It can: Refuse, Reopen, Withdraw.", Assert.Throws<QuoteMoveException>(() => quote.Move(On(1), QuoteAction.Approve)).Message, StringComparison.Ordinal);
        quote.Move(new QuoteNote(Day(1), At(1), "Maria Berg"), QuoteAction.Approve);
        quote.Send(On(1), ValidUntil, answer);
        Assert.Equal(QuoteStatus.Sent, quote.StatusOn(Day(1)));
    }

    [Fact]
    public void Declining_needs_a_reason() =>
        Assert.Throws<ArgumentException>(() => Sent().Move(new QuoteNote(Day(2), At(2), "Dana Whitfield"), QuoteAction.Decline));

    private static Quote Sent()
    {
        var quote = new Quote("Q-2026-0148", "K-7");
        quote.Send(On(0), ValidUntil, ApprovalAnswer.NotNeeded);
        return quote;
    }

    private static QuoteNote On(int day) => new(Day(day), At(day), "Jo Park", "because");

    private static DateOnly Day(int day) => new DateOnly(2026, 11, 1).AddDays(day);

    private static DateTimeOffset At(int day) => new(Day(day).ToDateTime(new TimeOnly(9, 0)), TimeSpan.Zero);
}
