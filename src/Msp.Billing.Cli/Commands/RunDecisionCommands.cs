using System.CommandLine;
using System.Globalization;
using Msp.Billing.Cli.Exporting;
using Msp.Billing.Cli.Output;
using Msp.Billing.EntityFrameworkCore;
using Msp.Billing.EntityFrameworkCore.Contracts;
using Msp.Billing.EntityFrameworkCore.Runs;
using Msp.Billing.Runs;

namespace Msp.Billing.Cli.Commands;

/// <summary><c>msp run check | leave-out | hold | credit | undo | limits</c>: what a reviewer decides about the contracts of a run.</summary>
internal sealed class RunDecisionCommands
{
    private readonly Argument<string?> _contract = new("contract") { Description = "The contract's number.", Arity = ArgumentArity.ZeroOrOne, HelpName = "CONTRACT" };
    private readonly Argument<string> _oneContract = new("contract") { Description = "The contract's number.", HelpName = "CONTRACT" };
    private readonly Argument<long> _decision = new("decision") { Description = "The decision's number, as 'msp run review' shows it.", HelpName = "NO" };
    private readonly Option<string?> _flag = new("--flag") { Description = "Every contract with this kind of flag, such as first-invoice.", HelpName = "CODE" };
    private readonly Option<bool> _blocked = new("--blocked") { Description = "Every contract that cannot be billed." };
    private readonly Option<string> _reason = new("--reason") { Description = "Why; kept with the decision.", Required = true, HelpName = "TEXT" };
    private readonly Option<string?> _why = new("--reason") { Description = "Why; kept with the decision.", HelpName = "TEXT" };
    private readonly Option<DateOnly?> _until = DayOption.Create("--until", "The first day through which a run bills it again.", required: true);
    private readonly Option<decimal> _amount = new("--amount") { Description = "What is given, above zero, in the contract's currency.", Required = true, HelpName = "AMOUNT" };
    private readonly Option<string> _text = new("--text") { Description = "What the document prints.", Required = true, HelpName = "TEXT" };
    private readonly Option<int?> _line = new("--line") { Description = "The number of the line that it makes up for, which decides tax and account. The first when not given.", HelpName = "NO" };
    private readonly Option<decimal?> _percent = new("--change-percent") { Description = "A change is large from this share of the last amount on.", HelpName = "PERCENT" };
    private readonly Option<decimal?> _least = new("--change-amount") { Description = "A change is large from this amount on, too.", HelpName = "AMOUNT" };
    private readonly Option<int?> _days = new("--stale-days") { Description = "A count is old after so many days.", HelpName = "DAYS" };

    /// <summary>Adds the commands to <c>msp run</c>.</summary>
    public static void AddTo(Command group, GlobalOptions globals)
    {
        ArgumentNullException.ThrowIfNull(group);
        ArgumentNullException.ThrowIfNull(globals);
        var run = new RunDecisionCommands();
        var check = new Command("check", "Marks flags as looked at: those of a contract, or all of a kind. They come back when the contract is billed something else.") { run._contract, run._flag };
        var leaveOut = new Command("leave-out", "Leaves a contract, or all that cannot be billed, out of the run in review. The next run bills what is due by then.") { run._contract, run._blocked, run._reason };
        var hold = new Command("hold", "Leaves a contract out of every run through a day before the given one.") { run._oneContract, run._until, run._reason };
        var credit = new Command("credit", "Gives an amount on the contract's next document, by an amendment. Preview again to see it.") { run._oneContract, run._amount, run._text, run._line, run._reason };
        var undo = new Command("undo", "Takes a decision back.") { run._decision, run._why };
        var limits = new Command("limits", "Shows from where on a change is large and a count is old; sets what is given.") { run._percent, run._least, run._days };
        globals.Run(check, run.Check, "msp run check C-2001", "msp run check --flag first-invoice");
        globals.Run(leaveOut, run.LeaveOut, "msp run leave-out C-2001 --reason 'disputed'", "msp run leave-out --blocked --reason 'no tax rate yet'");
        globals.Run(hold, run.Hold, "msp run hold C-2001 --until 2026-06-01 --reason 'waits for the order number'");
        globals.Run(credit, run.Credit, "msp run credit C-2001 --amount 50 --text 'Credit for the outage of 12 March' --reason 'promised by phone'");
        globals.Run(undo, run.Undo, "msp run undo 7 --reason 'settled'");
        globals.Run(limits, Limits(run), "msp run limits", "msp run limits --change-percent 40 --change-amount 250");
        foreach (var command in (ReadOnlySpan<Command>)[check, leaveOut, hold, credit, undo, limits])
        {
            group.Add(command);
        }
    }

    private int Check(CommandContext context) => Decide(context, (reviewer, seller, run) =>
    {
        var (contract, flag) = (context.Value(_contract), context.Value(_flag));
        return (contract, flag) switch
        {
            ({ } one, null) => reviewer.Check(seller, run.Number, one, context.Author),
            (null, { } code) => reviewer.CheckAll(seller, run.Number, code, context.Author),
            _ => throw CommandException.Usage("Name a contract, or a kind of flag with --flag; not both."),
        };
    });

    private int LeaveOut(CommandContext context) => Decide(context, (reviewer, seller, run) =>
    {
        var (contract, reason) = (context.Value(_contract), Reason(context.Value(_reason)));
        if (contract is null == !context.Value(_blocked))
        {
            throw CommandException.Usage("Name a contract, or all that cannot be billed with --blocked; not both.");
        }

        if (contract is null)
        {
            return reviewer.LeaveOutBlocked(seller, run.Number, reason, context.Author);
        }

        reviewer.LeaveOut(seller, run.Number, contract, reason, context.Author);
        return 1;
    });

    private int Hold(CommandContext context)
    {
        using var store = context.OpenStore();
        var (id, seller) = context.SellerOf(store);
        ReviewerOf(context, store).Hold(
            seller.Code, context.Value(_oneContract) ?? "", context.Value(_until).GetValueOrDefault(), Reason(context.Value(_reason)), context.Author);
        return Report(context, store, id, seller.Code, new RunEngine(store, context.Clock).Status(seller.Code), 1);
    }

    private int Credit(CommandContext context) => Decide(context, (reviewer, seller, run) =>
    {
        var (contract, amount) = (context.Value(_oneContract) ?? "", context.Value(_amount));
        if (amount <= 0)
        {
            throw CommandException.Usage(FormattableString.Invariant($"--amount: {amount} is not above zero."));
        }

        if (context.Value(_line) is { } line)
        {
            reviewer.Credit(seller, run.Number, contract, line, amount, Reason(context.Value(_text)), Reason(context.Value(_reason)), context.Author);
            return 1;
        }

        using var store = context.OpenStore();
        using var contracts = new ContractReader(store, context.SellerOf(store).Id);
        var first = contracts.Find(contract)?.Contract.Terms.Lines[0].Id ?? throw CommandException.Refused($"There is no contract '{contract}'.");
        reviewer.Credit(seller, run.Number, contract, first, amount, Reason(context.Value(_text)), Reason(context.Value(_reason)), context.Author);
        return 1;
    });

    private int Undo(CommandContext context)
    {
        using var store = context.OpenStore();
        var (id, seller) = context.SellerOf(store);
        ReviewerOf(context, store).Undo(seller.Code, context.Value(_decision), context.Value(_why) is { Length: > 0 } why ? why : "taken back", context.Author);
        return Report(context, store, id, seller.Code, new RunEngine(store, context.Clock).Status(seller.Code), 1);
    }

    private static Func<CommandContext, int> Limits(RunDecisionCommands options) => context =>
    {
        using var store = context.OpenStore();
        var (id, _) = context.SellerOf(store);
        var known = RunSettings.Of(store, id);
        RunThresholds wanted;
        try
        {
            wanted = new RunThresholds
            {
                ChangePercent = context.Value(options._percent) ?? known.ChangePercent,
                ChangeAmount = context.Value(options._least) ?? known.ChangeAmount,
                StaleDays = context.Value(options._days) ?? known.StaleDays,
            };
        }
        catch (ArgumentOutOfRangeException refused)
        {
            throw CommandException.Usage(refused.Message);
        }

        if (wanted != known)
        {
            using var transaction = store.Begin();
            RunSettings.Set(store, id, wanted, context.Author, context.Clock.GetUtcNow());
            transaction.Commit();
        }

        if (context.Json)
        {
            context.WriteJson(new RunLimitsJson(wanted.ChangePercent, wanted.ChangeAmount, wanted.StaleDays), CommandJson.Plain.RunLimitsJson);
        }
        else
        {
            context.Output.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"A change is large from {wanted.ChangePercent:0.######} % and {wanted.ChangeAmount:0.00####} on; a count is old after {wanted.StaleDays} days."));
        }

        return ExitCode.Ok;
    };

    private static string Reason(string? text) => string.IsNullOrWhiteSpace(text) ? throw CommandException.Usage("A reason or text is blank; say it in a few words.") : text;

    private static RunReviewer ReviewerOf(CommandContext context, BillingStore store) =>
        new(store, context.Clock) { Checks = new EInvoiceChecks() };

    private static int Decide(CommandContext context, Func<RunReviewer, string, RunSummary, int> decide)
    {
        using var store = context.OpenStore();
        var (id, seller) = context.SellerOf(store);
        var engine = new RunEngine(store, context.Clock);
        var run = engine.Status(seller.Code) ?? throw CommandException.Refused("There is no run yet. Make one: msp run preview --through DATE");
        var count = decide(ReviewerOf(context, store), seller.Code, run);
        return Report(context, store, id, seller.Code, engine.Status(seller.Code), count);
    }

    private static int Report(CommandContext context, BillingStore store, long sellerId, string seller, RunSummary? run, int count)
    {
        var decisions = run is null ? [] : ReviewerOf(context, store).Decisions(seller, run.Number);
        var blocked = run is null ? 0 : new RunBook(store, sellerId).Blocked(run.Number);
        if (context.Json)
        {
            context.WriteJson(new RunDecidedJson(run is null ? null : RunJson.Of(run, blocked), count, [.. decisions.Select(RunDecisionJson.Of)]), CommandJson.Plain.RunDecidedJson);
        }
        else if (!context.Quiet)
        {
            context.Output.WriteLine(count == 0 ? "It was so before; nothing changed." : count == 1 ? "Recorded." : $"Recorded for {Figures.Of(count)}.");
            if (run is not null && blocked > 0)
            {
                context.Output.WriteLine($"{Figures.Of(blocked)} contracts of {run.Number} still block its approval: msp run problems");
            }

            new RunText(context.Output, context.Color).WriteDecisions(decisions);
        }

        return ExitCode.Ok;
    }
}
