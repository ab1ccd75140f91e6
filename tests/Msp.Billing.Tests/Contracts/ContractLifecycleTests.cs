using System.Runtime.CompilerServices;
using Msp.Billing.Contracts;
using static Msp.Billing.Contracts.ContractAction;
using static Msp.Billing.Contracts.ContractStatus;

namespace Msp.Billing.Tests.Contracts;

public sealed class ContractLifecycleTests
{
    private static readonly Dictionary<(ContractStatus, ContractAction), ContractStatus> Moves = new()
    {
        [(Draft, Send)] = AwaitingSignature,
        [(Draft, Sign)] = Scheduled,
        [(Draft, Withdraw)] = Ended,
        [(AwaitingSignature, Sign)] = Scheduled,
        [(AwaitingSignature, Withdraw)] = Ended,
        [(Scheduled, Start)] = Active,
        [(Scheduled, Withdraw)] = Ended,
        [(Active, Suspend)] = Suspended,
        [(Active, GiveNotice)] = NoticeGiven,
        [(Active, Renew)] = Renewed,
        [(Active, Terminate)] = Ended,
        [(Active, End)] = Ended,
        [(Suspended, Resume)] = Active,
        [(Suspended, GiveNotice)] = SuspendedInNotice,
        [(Suspended, Terminate)] = Ended,
        [(Suspended, End)] = Ended,
        [(NoticeGiven, WithdrawNotice)] = Active,
        [(NoticeGiven, Suspend)] = SuspendedInNotice,
        [(NoticeGiven, Renew)] = Renewed,
        [(NoticeGiven, Terminate)] = Ended,
        [(NoticeGiven, End)] = Ended,
        [(SuspendedInNotice, Resume)] = NoticeGiven,
        [(SuspendedInNotice, WithdrawNotice)] = Suspended,
        [(SuspendedInNotice, Terminate)] = Ended,
        [(SuspendedInNotice, End)] = Ended,
    };

    public static TheoryData<ContractStatus, ContractAction> EveryStatusAndAction => [.. from status in Enum.GetValues<ContractStatus>()
                                                                                         from action in Enum.GetValues<ContractAction>()
                                                                                         select (status, action)];

    [Theory]
    [MemberData(nameof(EveryStatusAndAction))]
    public void Goes_where_the_table_says_and_nowhere_else(ContractStatus status, ContractAction action)
    {
        if (Moves.TryGetValue((status, action), out var next))
        {
            Assert.Equal(next, ContractLifecycle.Next(status, action));
        }
        else
        {
            var refused = Assert.Throws<ContractMoveException>(() => ContractLifecycle.Next(status, action));
            Assert.StartsWith($"A contract that is {status} cannot {action}. ", refused.Message, StringComparison.Ordinal);
            Assert.Equal((status, action), (refused.Status, refused.Action));
            Assert.Equal(ContractLifecycle.Allowed(status), refused.Allowed);
        }
    }

    [Fact]
    public void Offers_what_can_be_recorded_but_not_what_comes_by_itself() =>
        Assert.All(Enum.GetValues<ContractStatus>(), status => Assert.Equal(
            Moves.Keys.Where(move => move.Item1 == status && move.Item2 is not (Start or End)).Select(move => move.Item2).Order(),
            ContractLifecycle.Allowed(status)));

    [Fact]
    public void A_refusal_says_what_is_allowed()
    {
        Assert.Equal(
            "A contract that is Suspended cannot Suspend. It can: Resume, GiveNotice, Terminate.",
            Assert.Throws<ContractMoveException>(() => ContractLifecycle.Next(Suspended, Suspend)).Message);
        Assert.Equal(
            "A contract that is Ended cannot Renew. Nothing more can be done to it.",
            Assert.Throws<ContractMoveException>(() => ContractLifecycle.Next(Ended, Renew)).Message);
    }

    [Theory]
    [InlineData(Draft, false)]
    [InlineData(AwaitingSignature, false)]
    [InlineData(Scheduled, false)]
    [InlineData(Active, true)]
    [InlineData(Suspended, false)]
    [InlineData(NoticeGiven, true)]
    [InlineData(Ended, false)]
    [InlineData(Renewed, false)]
    [InlineData(SuspendedInNotice, false)]
    public void Bills_while_it_is_served(ContractStatus status, bool bills) => Assert.Equal(bills, ContractLifecycle.Bills(status));

    [Fact]
    public void Stored_numbers_stay() // moves in databases hold them
    {
        Assert.Equal(
            "Send=1 Sign=2 Start=3 Suspend=4 Resume=5 GiveNotice=6 WithdrawNotice=7 End=8 Renew=9 Withdraw=10 Terminate=11",
            string.Join(' ', Enum.GetValues<ContractAction>().Select(value => $"{value}={value:D}")));
        Assert.Equal(
            "Draft=1 AwaitingSignature=2 Scheduled=3 Active=4 Suspended=5 NoticeGiven=6 Ended=7 Renewed=8 SuspendedInNotice=9",
            string.Join(' ', Enum.GetValues<ContractStatus>().Select(value => $"{value}={value:D}")));
    }

    [Fact]
    public void The_diagram_in_the_docs_is_the_one_of_the_machine()
    {
        var text = File.ReadAllText(Documentation()).ReplaceLineEndings("\n");
        var diagram = text.Split("```mermaid\n")[1].Split("```")[0];

        Assert.Equal(ContractLifecycle.ToMermaid(), diagram);
    }

    [Fact]
    public void The_docs_explain_every_status_and_every_action()
    {
        var text = File.ReadAllText(Documentation());

        Assert.All(Enum.GetNames<ContractStatus>().Concat(Enum.GetNames<ContractAction>()), name => Assert.Contains($"| {name} |", text, StringComparison.Ordinal));
    }

    private static string Documentation([CallerFilePath] string here = "")
    {
        var tests = Path.GetDirectoryName(here) ?? throw new InvalidOperationException("The path of this file is not known.");
        return Path.GetFullPath(Path.Combine(tests, "../../../docs/contract-lifecycle.md"));
    }
}
