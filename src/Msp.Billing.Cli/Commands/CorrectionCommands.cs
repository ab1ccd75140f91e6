using System.CommandLine;
using System.Globalization;
using Msp.Billing.Cli.Output;
using Msp.Billing.EntityFrameworkCore.Ledger;

namespace Msp.Billing.Cli.Commands;

/// <summary><c>msp invoice credit</c>, <c>write-off</c> and <c>correction</c>: corrections of what is posted, which itself never changes. One person proposes, another issues.</summary>
internal sealed class CorrectionCommands
{
    private readonly Argument<string> _number = new("number") { Description = "The document's number, such as INV-2026-0000001." };
    private readonly Argument<long> _correction = new("correction") { Description = "The correction's number, as msp invoice correction list shows it.", HelpName = "NO" };
    private readonly Option<int[]> _line = new("--line") { Description = "Only this line, by its number on the document; repeat for several.", HelpName = "NUMBER" };
    private readonly Option<bool> _rebill = new("--rebill") { Description = "Bill the contract anew at once, as it is known now. Otherwise what is credited stays credited." };
    private readonly Option<DateOnly?> _on = DayOption.Create("--on", "The day on the credit note, or in the books; today when not given.");
    private readonly Option<string> _reason = new("--reason") { Description = "Why; it is recorded.", HelpName = "TEXT", Required = true };
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Show what would be given; nothing is proposed and no number is used." };
    private readonly Option<bool> _discount = new("--as-discount") { Description = "It is a discount that is granted, not a debt that is lost." };
    private readonly Option<bool> _waiting = new("--waiting") { Description = "Only those that wait for a decision, the oldest first." };
    private readonly Option<int> _limit = new("--limit") { Description = "At most so many.", HelpName = "COUNT", DefaultValueFactory = _ => 50 };

    /// <summary>Adds the commands.</summary>
    public static void AddTo(Command invoice, GlobalOptions globals)
    {
        ArgumentNullException.ThrowIfNull(invoice);
        ArgumentNullException.ThrowIfNull(globals);
        var own = new CorrectionCommands();
        var credit = new Command("credit", "Proposes to credit a posted document or some of its lines; a second person issues it. Where the seller is one person, it is issued at once.")
        {
            own._number, own._line, own._rebill, own._on, own._reason, own._dryRun,
        };
        globals.Run(
            credit, own.Credit, "msp invoice credit INV-2026-0000001 --reason \"wrong customer\" --dry-run",
            "msp invoice credit INV-2026-0000001 --line 2 --rebill --reason \"miscounted\" --author maria");
        var writeOff = new Command("write-off", "Proposes to give up what is open of an invoice; a second person issues it. Where the seller is one person, it is given up at once.")
        {
            own._number, own._on, own._reason, own._discount, own._dryRun,
        };
        globals.Run(writeOff, own.WriteOff, "msp invoice write-off INV-2026-0000001 --reason insolvent");
        var list = new Command("list", "Lists corrections, the newest first.") { own._waiting, own._limit };
        globals.Run(list, own.List, "msp invoice correction list --waiting", "msp invoice correction list --json");
        var issue = new Command("issue", "Carries a proposed correction out; another person than the one who proposed it, unless the seller is one person.") { own._correction };
        globals.Run(issue, own.Issue, "msp invoice correction issue 3 --author jonas");
        var decline = new Command("decline", "Declines a proposed correction, or takes one's own back; nothing is issued.") { own._correction, own._reason };
        globals.Run(decline, own.Decline, "msp invoice correction decline 3 --reason \"the count was right\"");
        var group = new Command("correction", "Corrections that were proposed: what waits, and the decision.") { list, issue, decline };
        globals.AddExamples(group, "msp invoice correction list --waiting", "msp invoice correction issue 3 --author jonas");
        invoice.Add(credit);
        invoice.Add(writeOff);
        invoice.Add(group);
    }

    private int Credit(CommandContext context) => Enter(context, (number, day, reason) => new CorrectionRequest(
        number, context.Value(_rebill) ? CorrectionKind.CreditAndRebill : CorrectionKind.Credit, day, reason)
    { Lines = [.. (context.Value(_line) ?? []).Distinct()] });

    private int WriteOff(CommandContext context) => Enter(context, (number, day, reason) =>
        new CorrectionRequest(number, CorrectionKind.WriteOff, day, reason) { AsDiscount = context.Value(_discount) });

    private int Enter(CommandContext context, Func<string, DateOnly, string, CorrectionRequest> ask)
    {
        var (store, id, seller) = Bookkeeping.Open(context);
        using (store)
        {
            var book = new CorrectionBook(store, id, seller.Code, context.Clock);
            var request = ask(context.Value(_number) ?? "", context.Value(_on) ?? Bookkeeping.Today(context, seller), context.Value(_reason) ?? "");
            if (!context.Value(_dryRun))
            {
                return Report(context, book.Enter(request, context.Author));
            }

            var figures = book.Preview(request);
            if (context.Json)
            {
                context.WriteJson(CorrectionJson.Of(request, figures), CommandJson.Plain.CorrectionJson);
                return ExitCode.Ok;
            }

            context.Say($"{Given(request, figures.Given, "would be ")}{(figures.Billed is { } billed ? $" {billed} would be billed anew." : "")} Nothing was proposed or issued.");
            return ExitCode.Ok;
        }
    }

    private int Issue(CommandContext context) => Decide(context, book => book.Issue(context.Value(_correction), context.Author));

    private int Decline(CommandContext context) => Decide(context, book => book.Decline(context.Value(_correction), context.Value(_reason) ?? "", context.Author));

    private static int Decide(CommandContext context, Func<CorrectionBook, Correction> decide)
    {
        var (store, id, seller) = Bookkeeping.Open(context);
        using (store)
        {
            return Report(context, decide(new CorrectionBook(store, id, seller.Code, context.Clock)));
        }
    }

    private int List(CommandContext context)
    {
        if (context.Value(_limit) < 1)
        {
            throw CommandException.Usage("--limit is 1 or more.");
        }

        var (store, id, seller) = Bookkeeping.Open(context);
        using (store)
        {
            var book = new CorrectionBook(store, id, seller.Code, context.Clock);
            var rows = context.Value(_waiting) ? book.Waiting(context.Value(_limit)) : book.Latest(context.Value(_limit));
            if (context.Json)
            {
                context.WriteJson([.. rows.Select(CorrectionJson.Of)], CommandJson.Plain.IReadOnlyListCorrectionJson);
                return ExitCode.Ok;
            }

            if (rows.IsEmpty)
            {
                context.Say(context.Value(_waiting) ? "No correction waits for a decision." : "Nothing was corrected yet: msp invoice credit NUMBER --reason WHY.");
                return ExitCode.Ok;
            }

            var table = new TextTable(">No", "Document", "Kind", ">Given", ">Billed anew", "", "State", "Proposed by", "Decided by", "Reason");
            foreach (var row in rows)
            {
                table.Add(
                    row.Number.ToString(CultureInfo.InvariantCulture), row.Request.Document, EnumText.Words(row.Request.Kind), Figures.Of(row.Given), row.Billed is { } billed ? Figures.Of(billed) : "", row.Given.Currency.Code,
                    CorrectionJson.StateOf(row), row.ProposedBy, row.DecidedBy ?? "", row.Request.Reason);
            }

            table.Write(context.Output, context.Color);
            return ExitCode.Ok;
        }
    }

    private static int Report(CommandContext context, Correction done)
    {
        if (context.Json)
        {
            context.WriteJson(CorrectionJson.Of(done), CommandJson.Plain.CorrectionJson);
            return ExitCode.Ok;
        }

        var number = done.Number.ToString(CultureInfo.InvariantCulture);
        context.Say(done.Decision switch
        {
            null => $"Correction {number} is proposed: {Given(done.Request, done.Given, "to be ")} Nothing is issued until a second person does: msp invoice correction issue {number} --author SOMEONE-ELSE",
            CorrectionDecision.Declined => $"Correction {number} of {done.Request.Document} was declined; nothing was issued.",
            _ => $"{(done.CreditNote is { } note ? note + ": " : "")}{Given(done.Request, done.Given, "")}{(done is { Rebilled: { } anew, Billed: { } billed } ? $" {anew} bills {billed} anew." : "")}",
        });
        return ExitCode.Ok;
    }

    private static string Given(CorrectionRequest request, Amounts.Money given, string when) =>
        $"{given} of {request.Document} {when}{(request.Kind == CorrectionKind.WriteOff ? "given up." : "given back.")}";
}
