using System.CommandLine;
using System.Globalization;
using Msp.Billing.Cli.Exporting;
using Msp.Billing.Cli.Output;
using Msp.Billing.Documents.Accounting;
using Msp.Billing.EntityFrameworkCore.Ledger;

namespace Msp.Billing.Cli.Commands;

/// <summary><c>msp export journal</c>: the books as a plain-text journal.</summary>
internal sealed class ExportJournalCommand
{
    private readonly Option<string> _format = new("--format") { Description = "hledger, ledger (both read the same file) or beancount.", HelpName = "FORMAT", DefaultValueFactory = _ => "hledger" };
    private readonly Option<DateOnly?> _from = DayOption.Create("--from", "The first day; what stood on the accounts before is its opening entry. The beginning when not given.");
    private readonly Option<DateOnly?> _through = DayOption.Create("--through", "The last day, inclusive; the last entry when not given.");
    private readonly Option<string?> _output = new("--output", "-o") { Description = "The file to write; the terminal when not given.", HelpName = "FILE" };

    /// <summary>Makes the command.</summary>
    public static Command Create(GlobalOptions globals)
    {
        ArgumentNullException.ThrowIfNull(globals);
        var own = new ExportJournalCommand();
        var journal = new Command("journal", "The journal for hledger, ledger or beancount, with control balances at its end.") { own._format, own._from, own._through, own._output };
        globals.Run(journal, own.Journal, "msp export journal --format hledger -o books.journal", "msp export journal --format beancount --from 2026-03-01 --through 2026-03-31 -o march.beancount");
        return journal;
    }

    private int Journal(CommandContext context)
    {
        var format = context.Value(_format) switch
        {
            "hledger" => JournalFormat.Hledger,
            "ledger" => JournalFormat.Ledger,
            "beancount" => JournalFormat.Beancount,
            var other => throw CommandException.Usage($"--format: '{other}' is no format; there is hledger, ledger and beancount."),
        };
        var (store, id, seller) = Bookkeeping.Open(context);
        using (store)
        {
            var ledger = new LedgerBook(store, id, context.Clock);
            var entries = ledger.Entries(new LedgerFilter { From = context.Value(_from), Through = context.Value(_through), Take = int.MaxValue }).ToList();
            var today = Bookkeeping.Today(context, seller);
            var first = context.Value(_from) ?? (entries.Count == 0 ? today : entries[0].Entry.Day);
            var last = context.Value(_through) ?? (entries.Count == 0 ? first : entries[^1].Entry.Day);
            var path = context.Value(_output);
            using var text = new StringWriter(CultureInfo.InvariantCulture);
            var opening = context.Value(_from) is null ? [] : ledger.Balance(first.AddDays(-1));
            var (count, debits) = new JournalText(text, format, seller.Name).Write(first, last, opening, ledger.Balance(last), [.. entries.Select(entry => new NamedJournalEntry(entry.Entry, entry.CustomerName))]);
            if (path is not null)
            {
                WholeFile.Write(path, text.ToString());
            }

            if (context.Json)
            {
                context.WriteJson(
                    new JournalExportJson(context.Value(_format) ?? "", path, Text.Day(first), Text.Day(last), count, [.. debits.Select(pair => CurrencySumJson.Of(pair.Key, pair.Value))], path is null ? text.ToString() : null),
                    CommandJson.Plain.JournalExportJson);
            }
            else if (path is null)
            {
                context.Output.Write(text.ToString());
            }
            else
            {
                context.Say(string.Create(CultureInfo.InvariantCulture, $"{count} entries from {Text.Day(first)} to {Text.Day(last)} in {path}."));
            }

            return ExitCode.Ok;
        }
    }
}
