using System.Collections.Immutable;
using System.CommandLine;
using System.Text;
using Msp.Billing.Cli.Output;
using Msp.Billing.EntityFrameworkCore;
using Msp.Billing.EntityFrameworkCore.Contracts;
using Msp.Billing.EntityFrameworkCore.Quotes;
using Msp.Billing.Invoicing;
using Msp.Billing.Quotes;

namespace Msp.Billing.Cli.Commands;

/// <summary><c>msp quote</c>: lists and shows quotes, and verifies the receipt of an acceptance.</summary>
internal sealed class QuoteCommands
{
    private const long LargestReceipt = 16 * 1024 * 1024;
    private readonly Argument<string> _number = new("number") { Description = "The quote's number, such as Q-2026-0148." };
    private readonly Argument<string> _file = new("file") { Description = "The receipt, a JSON file." };
    private readonly Option<string?> _status = new("--status") { Description = "Only those in this status, such as sent or accepted.", HelpName = "STATUS" };
    private readonly Option<string?> _owner = new("--owner") { Description = "Only those of this owner.", HelpName = "NAME" };
    private readonly Option<string?> _search = new("--search") { Description = "Only those with these letters in number, title or customer.", HelpName = "TEXT" };
    private readonly Option<int> _limit = new("--limit") { Description = "At most so many, the last changed first; up to 500.", HelpName = "COUNT", DefaultValueFactory = _ => 50 };
    private readonly Option<string?> _seal = new("--seal") { Description = "The seal on the confirmation, 64 hexadecimal digits: a receipt that was rewritten throughout has another.", HelpName = "SHA256" };
    private readonly Option<bool> _stored = new("--stored") { Description = "Compare with the acceptance in the database, too." };

    /// <summary>Makes the commands.</summary>
    public static Command Create(GlobalOptions globals)
    {
        ArgumentNullException.ThrowIfNull(globals);
        var quotes = new QuoteCommands();
        var list = new Command("list", "Lists quotes, the last changed first.") { quotes._status, quotes._owner, quotes._search, quotes._limit };
        globals.Run(list, quotes.List, "msp quote list --status sent", "msp quote list --search harbor --json");
        var show = new Command("show", "Shows a quote: revisions, what the newest sent one costs, and what happened.") { quotes._number };
        globals.Run(show, quotes.Show, "msp quote show Q-2026-0148", "msp quote show Q-2026-0148 --json");
        var verify = new Command("verify", "Verifies the receipt of an acceptance; needs no database. Says what was altered.") { quotes._file, quotes._seal, quotes._stored };
        globals.Run(verify, quotes.Verify, "msp quote verify receipt.json", "msp quote verify receipt.json --seal 9f86d081…", "msp quote verify receipt.json --stored");
        return new Command("quote", "Quotes and the receipts of their acceptance.") { list, show, verify };
    }

    private static QuoteStatus? StatusOf(string? word)
    {
        if (word is null)
        {
            return null;
        }

        foreach (var status in Enum.GetValues<QuoteStatus>())
        {
            if (string.Equals(EnumText.Name(status), word, StringComparison.OrdinalIgnoreCase))
            {
                return status;
            }
        }

        throw CommandException.Usage($"'{word}' is no status of a quote. There is {string.Join(", ", Enum.GetValues<QuoteStatus>().Select(EnumText.Name))}.");
    }

    private int List(CommandContext context)
    {
        if (context.Value(_limit) is < 1 or > 500)
        {
            throw CommandException.Usage("--limit is 1 to 500.");
        }

        var status = StatusOf(context.Value(_status));
        using var store = context.OpenStore();
        var (id, seller) = context.SellerOf(store);
        var page = new QuoteList(store, id).Find(new QuoteFilter(ContractCommands.Today(context, seller))
        {
            Status = status,
            Owner = context.Value(_owner),
            Search = context.Value(_search),
            PageSize = context.Value(_limit),
        });
        if (context.Json)
        {
            context.WriteJson([.. page.Rows.Select(QuoteRowJson.Of)], CommandJson.Plain.IReadOnlyListQuoteRowJson);
            return ExitCode.Ok;
        }

        if (page.Rows.IsEmpty)
        {
            context.Say("No quote matches.");
            return ExitCode.Ok;
        }

        var table = new TextTable("Number", "Rev", "Customer", "Title", "Status", ">Monthly", "Valid until", "Owner");
        foreach (var row in page.Rows)
        {
            table.Add(
                row.Number, Figures.Of(row.Revision), row.CustomerName, row.Title, EnumText.Words(row.Status), row.Monthly?.ToString() ?? "", row.ValidUntil is { } day ? Figures.Of(day) : "", row.Owner);
        }

        table.Write(context.Output, context.Color);
        if (page.Total > page.Rows.Length)
        {
            context.Say($"{Figures.Of(page.Rows.Length)} of {Figures.Of(page.Total)}.");
        }

        return ExitCode.Ok;
    }

    private int Show(CommandContext context)
    {
        using var store = context.OpenStore();
        var (id, seller) = context.SellerOf(store);
        var number = context.Value(_number) ?? "";
        var quotes = new QuoteStore(store, id);
        var stored = quotes.Find(number) ?? throw CommandException.Refused($"There is no quote '{number}' in '{store.Path}'.");
        var accepted = new QuoteAcceptances(store, id).Find(number);
        var shown = QuoteShowJson.Of(stored, ContractCommands.Today(context, seller), Priced(store, id, stored, quotes, accepted), accepted, quotes.History(number));
        if (context.Json)
        {
            context.WriteJson(shown, CommandJson.Plain.QuoteShowJson);
            return ExitCode.Ok;
        }

        new QuoteText(context.Output, context.Color).Write(shown);
        return ExitCode.Ok;
    }

    // What the newest sent revision, or the accepted one, costs; nothing while it is a draft, which pages price.
    private static ImmutableArray<OptionFigures> Priced(BillingStore store, long sellerId, StoredQuote stored, QuoteStore quotes, AcceptedQuote? accepted)
    {
        if ((stored.Quote.AcceptedRevision ?? stored.Quote.OfferedRevision) is not { } revision || quotes.Frozen(stored.Quote.Number, revision) is not { } frozen)
        {
            return [];
        }

        using var customers = new CustomerReader(store, sellerId);
        var customer = customers.Find(stored.Quote.Customer)?.Customer ?? throw CommandException.Refused($"There is no customer '{stored.Quote.Customer}' in '{store.Path}'.");
        var choice = accepted?.Acceptance.Choice ?? frozen.Content.DefaultChoice();
        return new QuotePricer(new TableTaxCalculator(new SellerBook(store).TaxTableOf(sellerId))).PriceAll(frozen.Content, choice, customer);
    }

    private int Verify(CommandContext context)
    {
        var path = context.Value(_file) ?? "";
        var verified = AcceptanceReceipt.Verify(ReadFile(path), context.Value(_seal));
        if (verified.Fault is { } fault)
        {
            throw new CommandException(ExitCode.BadFile, $"'{path}' is no receipt of an acceptance: {fault}.");
        }

        var isStored = context.Value(_stored) ? IsStored(context, verified) : (bool?)null;
        var valid = verified.IsValid && isStored is not false;
        if (context.Json)
        {
            context.WriteJson(QuoteVerifyJson.Of(verified, valid, isStored), CommandJson.Plain.QuoteVerifyJson);
            return valid ? ExitCode.Ok : ExitCode.Refused;
        }

        new QuoteText(context.Output, context.Color).Write(verified, isStored);
        return valid ? ExitCode.Ok : ExitCode.Refused;
    }

    private static string ReadFile(string path)
    {
        if (!File.Exists(path))
        {
            throw new CommandException(ExitCode.BadFile, $"There is no file '{path}'.");
        }

        return new FileInfo(path).Length <= LargestReceipt
            ? File.ReadAllText(path, Encoding.UTF8)
            : throw new CommandException(ExitCode.BadFile, $"'{path}' is larger than any receipt.");
    }

    private static bool IsStored(CommandContext context, ReceiptVerification verified)
    {
        if (verified.Acceptance is not { } acceptance)
        {
            return false;
        }

        using var store = context.OpenStore();
        var (id, _) = context.SellerOf(store);
        return new QuoteStore(store, id).Find(acceptance.Quote) is not null && new QuoteAcceptances(store, id).Find(acceptance.Quote) is { } known &&
            known.Acceptance.Hash.AsSpan().SequenceEqual(acceptance.Hash.AsSpan());
    }
}
