using Msp.Billing.Quotes;
using static Msp.Billing.Quotes.QuoteAction;
using static Msp.Billing.Quotes.QuoteStatus;

namespace Msp.Billing.Tests.Quotes;

public sealed class QuoteLifecycleTests
{
    private static readonly Dictionary<(QuoteStatus, QuoteAction), QuoteStatus> Moves = new()
    {
        [(Draft, Submit)] = AwaitingApproval,
        [(Draft, Send)] = Sent,
        [(Draft, Withdraw)] = Withdrawn,
        [(AwaitingApproval, Approve)] = QuoteStatus.Approved,
        [(AwaitingApproval, Refuse)] = Draft,
        [(AwaitingApproval, Reopen)] = Draft,
        [(AwaitingApproval, Withdraw)] = Withdrawn,
        [(QuoteStatus.Approved, Send)] = Sent,
        [(QuoteStatus.Approved, Reopen)] = Draft,
        [(QuoteStatus.Approved, Withdraw)] = Withdrawn,
        [(Sent, View)] = Viewed,
        [(Sent, Accept)] = Accepted,
        [(Sent, Decline)] = Declined,
        [(Sent, Withdraw)] = Withdrawn,
        [(Sent, Expire)] = Expired,
        [(Sent, Replace)] = Replaced,
        [(Sent, Revise)] = Sent,
        [(Viewed, Accept)] = Accepted,
        [(Viewed, Decline)] = Declined,
        [(Viewed, Withdraw)] = Withdrawn,
        [(Viewed, Expire)] = Expired,
        [(Viewed, Replace)] = Replaced,
        [(Viewed, Revise)] = Viewed,
        [(Declined, Replace)] = Replaced,
        [(Declined, Revise)] = Declined,
        [(Expired, Replace)] = Replaced,
        [(Expired, Revise)] = Expired,
        [(Withdrawn, Replace)] = Replaced,
        [(Withdrawn, Revise)] = Withdrawn,
    };

    [Fact]
    public void Every_pair_of_status_and_action_is_decided()
    {
        foreach (var status in Enum.GetValues<QuoteStatus>())
        {
            foreach (var action in Enum.GetValues<QuoteAction>())
            {
                if (Moves.TryGetValue((status, action), out var next))
                {
                    Assert.Equal(next, QuoteLifecycle.Next(status, action));
                }
                else
                {
                    Assert.Throws<QuoteMoveException>(() => QuoteLifecycle.Next(status, action));
                }
            }
        }
    }

    [Fact]
    public void A_refusal_says_what_can_be_done() =>
        Assert.Equal(
            "A quote that is AwaitingApproval cannot Send. It can: Approve, Refuse, Reopen, Withdraw.",
            Assert.Throws<QuoteMoveException>(() => QuoteLifecycle.Next(AwaitingApproval, Send)).Message);

    [Fact]
    public void What_comes_by_itself_is_not_offered() =>
        Assert.Equal([View, Accept, Decline, Withdraw, Revise], QuoteLifecycle.Allowed(Sent));

    [Fact]
    public void The_docs_show_the_machine_as_it_is()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs/quote-lifecycle.md")).ReplaceLineEndings("\n");

        Assert.Contains("```mermaid\n" + QuoteLifecycle.ToMermaid() + "```", page, StringComparison.Ordinal);
    }
}
