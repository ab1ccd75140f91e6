using System.CommandLine;
using System.Globalization;
using Msp.Billing.Amounts;
using Msp.Billing.Cli.Output;
using Msp.Billing.EntityFrameworkCore.Ledger;
using Msp.Billing.Ledger;

namespace Msp.Billing.Cli.Commands;

/// <summary><c>msp ledger</c>: what stands on the accounts, what is earned, and what is closed.</summary>
internal sealed class LedgerCommands
{
    private readonly Option<DateOnly?> _through = DayOption.Create("--through", "By the end of this day; everything when not given.");
    private readonly Option<DateOnly?> _day = DayOption.Create("--through", "The last day, inclusive.", required: true);
    private readonly Option<DateOnly?> _from = DayOption.Create("--from", "From this day.");
    private readonly Option<string?> _account = new("--account") { Description = "Only entries that touch the account of this code.", HelpName = "CODE" };
    private readonly Option<string?> _customer = new("--customer") { Description = "Only entries of this customer.", HelpName = "NUMBER" };
    private readonly Option<int> _limit = new("--limit") { Description = "At most so many.", HelpName = "COUNT", DefaultValueFactory = _ => 50 };
    private readonly Option<int> _skip = new("--skip") { Description = "Leave out so many first.", HelpName = "COUNT" };
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Show what would be posted, and post nothing." };

    /// <summary>Makes the commands.</summary>
    public static Command Create(GlobalOptions globals)
    {
        ArgumentNullException.ThrowIfNull(globals);
        var own = new LedgerCommands();
        var balance = new Command("trial-balance", "Every account's balance, and lines, documents and journal compared.") { own._through };
        globals.Run(balance, own.Balance, "msp ledger trial-balance", "msp ledger trial-balance --through 2026-03-31 --json");
        var entries = new Command("entries", "Entries of the journal, the oldest first.") { own._from, own._through, own._account, own._customer, own._limit, own._skip };
        globals.Run(entries, own.Entries, "msp ledger entries --from 2026-03-01 --through 2026-03-31", "msp ledger entries --customer K-1001");
        var recognise = new Command("recognise", "Moves what was earned by the end of a day from deferred revenue to revenue. Asked again it posts nothing.") { own._day, own._dryRun };
        globals.Run(recognise, own.Recognise, "msp ledger recognise --through 2026-03-31 --dry-run", "msp ledger recognise --through 2026-03-31");
        var close = new Command("close", "Closes the books through a day: nothing is posted on it or before any more.") { own._day };
        globals.Run(close, own.Close, "msp ledger close --through 2026-03-31");
        var group = new Command("ledger", "The books.") { balance, entries, recognise, close };
        LedgerPolicyCommands.AddTo(group, globals);
        globals.AddExamples(group, "msp ledger trial-balance", "msp ledger recognise --through 2026-03-31");
        return group;
    }

    private int Balance(CommandContext context)
    {
        var (store, id, _) = Bookkeeping.Open(context);
        using (store)
        {
            var ledger = new LedgerBook(store, id, context.Clock);
            var balances = ledger.Balance(context.Value(_through));
            var ties = ledger.Tie();
            var good = balances.All(balance => balance.IsBalanced) && ties.All(tie => tie.Holds);
            if (context.Json)
            {
                context.WriteJson(TrialBalanceJson.Of(balances, ties, ledger.ClosedThrough), CommandJson.Plain.TrialBalanceJson);
                return good ? ExitCode.Ok : ExitCode.Refused;
            }

            foreach (var balance in balances)
            {
                Text.Table(
                    context.Output, ["Account", "Code", ">Debit", ">Credit"],
                    [
                        .. balance.Lines.Where(line => line.MinorUnits != 0).Select(line => new[]
                        {
                            EnumText.Words(line.Account.Role), line.Account.Code, line.MinorUnits > 0 ? Plain(line.MinorUnits, balance.Currency) : "",
                            line.MinorUnits < 0 ? Plain(-line.MinorUnits, balance.Currency) : "",
                        }),
                        [$"Sum {balance.Currency}", "", Plain(balance.Lines.Sum(line => Math.Max(0, line.MinorUnits)), balance.Currency), Plain(-balance.Lines.Sum(line => Math.Min(0, line.MinorUnits)), balance.Currency)],
                    ]);
                context.Output.WriteLine();
            }

            foreach (var tie in ties)
            {
                context.Output.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{tie.Currency}: {tie.Documents} documents; lines and taxes {Plain(tie.Lines, tie.Currency)}, documents {Plain(tie.Invoices, tie.Currency)}, journal {Plain(tie.Ledger, tie.Currency)}: {(tie.Holds ? "the same" : "NOT THE SAME")}"));
            }

            return good ? ExitCode.Ok : ExitCode.Refused;
        }
    }

    private int Entries(CommandContext context)
    {
        var (store, id, _) = Bookkeeping.Open(context);
        using (store)
        {
            var found = new LedgerBook(store, id, context.Clock).Entries(new LedgerFilter
            {
                From = context.Value(_from),
                Through = context.Value(_through),
                Customer = context.Value(_customer),
                Account = context.Value(_account),
                Take = Math.Max(1, context.Value(_limit)),
                Skip = Math.Max(0, context.Value(_skip)),
            }).ToList();
            return Write(context, [.. found.Select(entry => entry.Entry)]);
        }
    }

    private int Recognise(CommandContext context)
    {
        var (store, id, _) = Bookkeeping.Open(context);
        using (store)
        {
            var ledger = new LedgerBook(store, id, context.Clock);
            var day = context.Value(_day) ?? throw CommandException.Usage("--through is needed.");
            var entries = context.Value(_dryRun) ? ledger.ProposeRecognition(day) : ledger.Recognise(day, context.Author);
            if (entries.IsEmpty)
            {
                context.Say($"Nothing more was earned by {Text.Day(day)}.");
            }

            return Write(context, entries);
        }
    }

    private int Close(CommandContext context)
    {
        var (store, id, _) = Bookkeeping.Open(context);
        using (store)
        {
            var ledger = new LedgerBook(store, id, context.Clock);
            var day = context.Value(_day) ?? throw CommandException.Usage("--through is needed.");
            ledger.Close(day, context.Author);
            if (context.Json)
            {
                context.WriteJson(TrialBalanceJson.Of(ledger.Balance(day), ledger.Tie(), ledger.ClosedThrough), CommandJson.Plain.TrialBalanceJson);
            }
            else
            {
                context.Say($"The books are closed through {Text.Day(day)}.");
            }

            return ExitCode.Ok;
        }
    }

    private static int Write(CommandContext context, IReadOnlyList<JournalEntry> entries)
    {
        if (context.Json)
        {
            context.WriteJson([.. entries.Select(JournalEntryJson.Of)], CommandJson.Plain.IReadOnlyListJournalEntryJson);
        }
        else if (entries.Count > 0)
        {
            Text.Table(
                context.Output, ["Day", "Reference", "Customer", "Account", "Code", ">Debit", ">Credit"],
                [.. entries.SelectMany(entry => entry.Lines.Select((line, place) => new[]
                {
                    place == 0 ? Text.Day(entry.Day) : "", place == 0 ? entry.Reference : "", place == 0 ? entry.Customer ?? "" : "", EnumText.Words(line.Account.Role), line.Account.Code,
                    line.MinorUnits > 0 ? Plain(line.MinorUnits, entry.Currency) : "", line.MinorUnits < 0 ? Plain(-line.MinorUnits, entry.Currency) : "",
                }))]);
        }

        return ExitCode.Ok;
    }

    private static string Plain(long minorUnits, Currency currency) => Money.FromMinorUnits(minorUnits, currency).ToString()[..^4];
}
