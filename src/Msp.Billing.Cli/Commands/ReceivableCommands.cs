using System.CommandLine;
using System.Globalization;
using Msp.Billing.Amounts;
using Msp.Billing.Cli.Output;
using Msp.Billing.EntityFrameworkCore;
using Msp.Billing.EntityFrameworkCore.Delivery;
using Msp.Billing.EntityFrameworkCore.Ledger;
using Msp.Billing.Periods;

namespace Msp.Billing.Cli.Commands;

/// <summary><c>msp statement</c>, <c>msp ageing</c> and <c>msp dunning</c>: what customers owe, since when, and who is reminded.</summary>
internal sealed class ReceivableCommands
{
    private readonly Argument<string> _customer = new("customer") { Description = "The customer's number." };
    private readonly Option<string?> _only = new("--customer") { Description = "Only this customer.", HelpName = "NUMBER" };
    private readonly Option<DateOnly?> _from = DayOption.Create("--from", "The first day; the first of this year when not given.");
    private readonly Option<DateOnly?> _through = DayOption.Create("--through", "The last day, inclusive; today when not given.");
    private readonly Option<DateOnly?> _on = DayOption.Create("--on", "The day of the report; today when not given.");
    private readonly Option<bool> _send = new("--send") { Description = "Mail what is recorded and was not mailed yet, each once." };
    private readonly Option<string?> _outbox = new("--outbox") { Description = "With --send: the folder for letters, as .eml files. The folder outbox beside the database when not given.", HelpName = "FOLDER" };
    private readonly Option<string> _sender = new("--from") { Description = "With --send: the address that letters come from.", HelpName = "ADDRESS", DefaultValueFactory = _ => "billing@localhost" };
    private readonly Option<DateOnly?> _until = DayOption.Create("--through", "No reminder on or before this day; leave it out to end the pause.");
    private readonly Option<string> _reason = new("--reason") { Description = "Why; it is recorded.", HelpName = "TEXT", Required = true };

    /// <summary>Adds the commands.</summary>
    public static void AddTo(Command root, GlobalOptions globals)
    {
        ArgumentNullException.ThrowIfNull(root);
        ArgumentNullException.ThrowIfNull(globals);
        var own = new ReceivableCommands();
        var statement = new Command("statement", "A customer's statement: what was owed, what happened, what is owed.") { own._customer, own._from, own._through };
        globals.Run(statement, own.Statement, "msp statement K-1001", "msp statement K-1001 --from 2026-03-01 --through 2026-03-31 --json");
        var ageing = new Command("ageing", "What customers owe, by how long it is overdue.") { own._on, own._only };
        globals.Run(ageing, own.Ageing, "msp ageing", "msp ageing --on 2026-03-31 --json");
        var propose = new Command("propose", "The reminders that are due; nothing is recorded.") { own._on, own._only };
        globals.Run(propose, context => own.Dunning(context, run: false), "msp dunning propose");
        var run = new Command("run", "Records the reminders that are due, each level of an invoice once, with fee and interest where the policy says so; with --send mails what was not mailed yet.")
        {
            own._on, own._only, own._send, own._outbox, own._sender,
        };
        globals.Run(run, context => own.Dunning(context, run: true), "msp dunning run --on 2026-03-31", "msp dunning run --send --outbox /var/spool/reminders --from billing@example.com", "msp dunning run --customer K-1001 --json");
        var pause = new Command("pause", "Pauses a customer's reminders, or ends the pause.") { own._customer, own._until, own._reason };
        globals.Run(pause, own.Pause, "msp dunning pause K-1001 --through 2026-06-30 --reason \"pays in instalments\"");
        var dunning = new Command("dunning", "Reminders of overdue invoices.") { propose, run, pause };
        globals.AddExamples(dunning, "msp dunning propose", "msp dunning run");
        root.Add(statement);
        root.Add(ageing);
        root.Add(dunning);
    }

    private int Statement(CommandContext context)
    {
        var (store, id, seller) = Bookkeeping.Open(context);
        using (store)
        {
            var last = context.Value(_through) ?? Bookkeeping.Today(context, seller);
            var first = context.Value(_from) ?? new DateOnly(last.Year, 1, 1);
            if (first > last)
            {
                throw CommandException.Usage($"--from {Text.Day(first)} is after --through {Text.Day(last)}.");
            }

            var statements = new StatementBook(store, id, context.Clock).Statements(context.Value(_customer) ?? "", new ServicePeriod(first, last.AddDays(1)));
            if (context.Json)
            {
                context.WriteJson([.. statements.Select(StatementJson.Of)], CommandJson.Plain.IReadOnlyListStatementJson);
                return ExitCode.Ok;
            }

            if (statements.IsEmpty)
            {
                context.Say($"Nothing was ever booked for customer {context.Value(_customer)}.");
            }

            foreach (var statement in statements)
            {
                Text.Table(
                    context.Output, ["Day", "What", "Reference", ">Amount", ">Balance"],
                    [
                        [Text.Day(first), "opening", "", "", statement.Opening.ToString()],
                        .. statement.Lines.Select(line => new[] { Text.Day(line.Day), EnumText.Words(line.Source), line.Reference, line.Amount.ToString(), line.Balance.ToString() }),
                        [Text.Day(last), "closing", "", "", statement.Closing.ToString()],
                    ]);
            }

            return ExitCode.Ok;
        }
    }

    private int Ageing(CommandContext context)
    {
        var (store, id, seller) = Bookkeeping.Open(context);
        using (store)
        {
            var day = context.Value(_on) ?? Bookkeeping.Today(context, seller);
            var rows = new StatementBook(store, id, context.Clock).Ageing(day, context.Value(_only));
            if (context.Json)
            {
                context.WriteJson([.. rows.Select(AgeingJson.Of)], CommandJson.Plain.IReadOnlyListAgeingJson);
                return ExitCode.Ok;
            }

            if (rows.IsEmpty)
            {
                context.Say("Nobody owes anything.");
                return ExitCode.Ok;
            }

            Text.Table(
                context.Output, ["Customer", "Currency", ">Current", ">1-30", ">31-60", ">61-90", ">90+", ">Total"],
                [.. rows.Select(row => (string[])[row.Customer, row.Currency.Code, .. row.Buckets.Select(units => Plain(Money.FromMinorUnits(units, row.Currency))), Plain(row.Total)])]);
            return ExitCode.Ok;
        }
    }

    private int Dunning(CommandContext context, bool run)
    {
        var (store, id, seller) = Bookkeeping.Open(context);
        using (store)
        {
            var (book, day) = (new DunningBook(store, id, context.Clock), context.Value(_on) ?? Bookkeeping.Today(context, seller));
            var notices = run ? book.Run(day, context.Value(_only), context.Author) : book.Propose(day, context.Value(_only));
            var code = run && context.Value(_send) ? Send(context, store, id) : ExitCode.Ok;
            if (context.Json)
            {
                context.WriteJson([.. notices.Select(DunningJson.Of)], CommandJson.Plain.IReadOnlyListDunningJson);
                return code;
            }

            if (notices.IsEmpty)
            {
                context.Say($"No reminder is due on {Text.Day(day)}.");
                return code;
            }

            Text.Table(
                context.Output, ["Reminder", "Customer", "Invoice", ">Level", ">Days", ">Open", ">Fee", ">Interest", "To"],
                [.. notices.Select(notice => new[]
                {
                    notice.Number ?? "proposed", notice.CustomerName, notice.Action.Item.Invoice, notice.Action.Level.ToString(CultureInfo.InvariantCulture),
                    notice.Action.Item.DaysOverdue(day).ToString(CultureInfo.InvariantCulture), notice.Action.Item.Open.ToString(), Plain(notice.Action.Fee), Plain(notice.Action.Interest), notice.Email,
                })]);
            return code;
        }
    }

    private int Send(CommandContext context, BillingStore store, long id)
    {
        var folder = context.Value(_outbox) ?? context.OutboxFolder;
        var report = new ReminderDelivery(store, id, context.Clock, new FolderOutbox(folder, context.Value(_sender) ?? "billing@localhost")).Send(context.Author, cancellation: context.Cancellation);
        context.Say($"{Figures.Of(report.Sent)} reminders are mailed and recorded.");
        if (!context.Json && !report.WithoutAddress.IsEmpty)
        {
            context.Output.WriteLine($"Without an e-mail address, to be sent another way: {string.Join(", ", report.WithoutAddress)}");
        }

        foreach (var (number, reason) in report.Failed)
        {
            context.Terminal.Error.WriteLine($"Not sent: {number}. {reason}");
        }

        return report.Failed.IsEmpty ? ExitCode.Ok : ExitCode.Refused;
    }

    private int Pause(CommandContext context)
    {
        var (store, id, _) = Bookkeeping.Open(context);
        using (store)
        {
            var (customer, until) = (context.Value(_customer) ?? "", context.Value(_until));
            var book = new DunningBook(store, id, context.Clock);
            book.Pause(customer, until, context.Value(_reason) ?? "", context.Author);
            if (context.Json)
            {
                context.WriteJson(new DunningPauseJson(customer, until is { } day ? Text.Day(day) : null), CommandJson.Plain.DunningPauseJson);
            }
            else
            {
                context.Say(until is { } day ? $"Customer {customer} is not reminded through {Text.Day(day)}." : $"Customer {customer} is reminded again.");
            }

            return ExitCode.Ok;
        }
    }

    private static string Plain(Money money) => money.ToString()[..^4];
}
