using System.CommandLine;
using System.Globalization;
using Msp.Billing.Cli.Output;
using Msp.Billing.Contracts;
using Msp.Billing.Documents.Banking;
using Msp.Billing.EntityFrameworkCore.Ledger;

namespace Msp.Billing.Cli.Commands;

/// <summary><c>msp payments</c>: money that comes in and goes out, and what it pays.</summary>
internal sealed class PaymentCommands
{
    private readonly Argument<string> _customer = new("customer") { Description = "The customer's number." };
    private readonly Argument<string> _amount = new("amount") { Description = "Such as 119.00, in the seller's currency, or \"119.00 USD\"." };
    private readonly Argument<string> _payment = new("payment") { Description = "The payment's number, such as PAY-0000001." };
    private readonly Argument<string> _source = new("source") { Description = "The number of a payment or credit note that has something left." };
    private readonly Argument<string> _file = new("file") { Description = "The bank's file: camt.053, or CSV.", HelpName = "FILE" };
    private readonly Option<DateOnly?> _date = DayOption.Create("--date", "When, by the bank; today when not given.");
    private readonly Option<string?> _reference = new("--reference") { Description = "What the payer wrote.", HelpName = "TEXT" };
    private readonly Option<string?> _key = new("--key") { Description = "Names the request for ever: asked twice with one key, it is recorded once.", HelpName = "TEXT" };
    private readonly Option<string[]> _invoice = Bookkeeping.InvoiceOption("An invoice that it pays, wholly or so much of it; repeat for several. The oldest first when not given.");
    private readonly Option<bool> _keep = new("--keep") { Description = "Keep it as the customer's credit; pay no invoice." };
    private readonly Option<string> _reason = new("--reason") { Description = "Why; it is recorded.", HelpName = "TEXT", Required = true };
    private readonly Option<string?> _why = new("--reason") { Description = "Why it is set aside; with --dismiss.", HelpName = "TEXT" };
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Check the file and store nothing." };
    private readonly Option<string[]> _columns = new("--columns") { Description = "Which column of a CSV file a field is in: day, amount, currency, account, reference, counterparty or remittance.", HelpName = "FIELD=NAME" };
    private readonly Option<string?> _separator = new("--separator") { Description = "What stands between the fields of a CSV file; a comma when not given.", HelpName = "CHARACTER" };
    private readonly Option<string?> _dateFormat = new("--date-format") { Description = "How a CSV file writes a day, such as dd.MM.yyyy.", HelpName = "FORMAT" };
    private readonly Option<bool> _comma = new("--decimal-comma") { Description = "Amounts of a CSV file have a decimal comma." };
    private readonly Option<string?> _account = new("--account") { Description = "The seller's account, where a CSV file does not name it.", HelpName = "IBAN" };
    private readonly Option<string?> _currency = new("--currency") { Description = "The currency, where a CSV file does not name it; the seller's when not given.", HelpName = "CODE" };
    private readonly Option<bool> _certain = new("--certain") { Description = "Record every movement whose proposal is certain: invoices of one customer are named, and the amount is theirs." };
    private readonly Option<long?> _entry = new("--entry") { Description = "Record this movement as a payment of --customer.", HelpName = "ID" };
    private readonly Option<long?> _dismiss = new("--dismiss") { Description = "Set this movement aside: it is no customer's payment.", HelpName = "ID" };
    private readonly Option<string?> _payer = new("--customer") { Description = "The customer's number.", HelpName = "NUMBER" };
    private readonly Option<bool> _open = new("--open") { Description = "Only payments that have something left." };
    private readonly Option<int> _limit = new("--limit") { Description = "At most so many.", HelpName = "COUNT", DefaultValueFactory = _ => 50 };

    /// <summary>Makes the commands.</summary>
    public static Command Create(GlobalOptions globals)
    {
        ArgumentNullException.ThrowIfNull(globals);
        var own = new PaymentCommands();
        var record = new Command("record", "Records a payment and applies it to invoices.") { own._customer, own._amount, own._date, own._reference, own._invoice, own._keep, own._key };
        globals.Run(record, own.Record, "msp payments record K-1001 119.00 --date 2026-03-20", "msp payments record K-1001 \"50.00 EUR\" --invoice INV-2026-0000001=50.00");
        var allocate = new Command("allocate", "Applies what a payment or credit note has left.") { own._source, own._date, own._invoice };
        globals.Run(allocate, own.Allocate, "msp payments allocate PAY-0000001", "msp payments allocate CN-2026-0000001 --invoice INV-2026-0000007");
        var refund = new Command("refund", "Pays a customer's credit back.") { own._customer, own._amount, own._date, own._reference, own._key };
        globals.Run(refund, own.Refund, "msp payments refund K-1001 20.00");
        var reverse = new Command("reverse", "Takes back a payment that did not happen, such as a returned direct debit.") { own._payment, own._date, own._reason };
        globals.Run(reverse, own.Reverse, "msp payments reverse PAY-0000001 --reason \"returned debit\"");
        var import = new Command("import", "Takes a bank's file whole, or names everything that is wrong with it. What was imported before is left as it is.")
        {
            own._file, own._dryRun, own._columns, own._separator, own._dateFormat, own._comma, own._account, own._currency,
        };
        globals.Run(
            import, own.Import, "msp payments import statement.xml --dry-run",
            "msp payments import umsaetze.csv --separator \";\" --decimal-comma --date-format dd.MM.yyyy --columns day=Buchungstag --columns amount=Betrag --account DE02120300000000202051");
        var match = new Command("match", "Lists movements of the bank that are not matched, with what each is thought to pay; or records them.")
        {
            own._certain, own._entry, own._payer, own._invoice, own._keep, own._dismiss, own._why, own._limit,
        };
        globals.Run(match, own.Match, "msp payments match", "msp payments match --certain", "msp payments match --entry 7 --customer K-1001", "msp payments match --dismiss 8 --reason \"tax refund\"");
        var list = new Command("list", "Lists payments, the newest first.") { own._payer, own._open, own._limit };
        globals.Run(list, own.List, "msp payments list --customer K-1001", "msp payments list --open --json");
        var group = new Command("payments", "Payments, refunds and the bank.") { record, allocate, refund, reverse, import, match, list };
        globals.AddExamples(group, "msp payments import statement.xml", "msp payments match --certain");
        return group;
    }

    private int Record(CommandContext context)
    {
        var (store, id, seller) = Bookkeeping.Open(context);
        using (store)
        {
            var recorded = new PaymentBook(store, id, context.Clock).Record(Request(context, seller), context.Author);
            return Write(context, recorded, recorded.WasRecorded ? "was recorded before" : "recorded");
        }
    }

    private int Refund(CommandContext context)
    {
        var (store, id, seller) = Bookkeeping.Open(context);
        using (store)
        {
            return Write(context, new PaymentBook(store, id, context.Clock).Refund(Request(context, seller), context.Author), "paid back");
        }
    }

    private int Reverse(CommandContext context)
    {
        var (store, id, seller) = Bookkeeping.Open(context);
        using (store)
        {
            var day = context.Value(_date) ?? Bookkeeping.Today(context, seller);
            return Write(context, new PaymentBook(store, id, context.Clock).Reverse(context.Value(_payment) ?? "", day, context.Value(_reason) ?? "", context.Author), "taken back");
        }
    }

    private int Allocate(CommandContext context)
    {
        var (store, id, seller) = Bookkeeping.Open(context);
        using (store)
        {
            var source = context.Value(_source) ?? "";
            var invoices = Bookkeeping.Invoices(context.Value(_invoice), seller.Currency);
            var shares = new PaymentBook(store, id, context.Clock).Allocate(
                source, invoices.Count == 0 ? null : invoices, context.Value(_date) ?? Bookkeeping.Today(context, seller), context.Author);
            if (context.Json)
            {
                context.WriteJson(new AllocationsJson(source, [.. shares.Select(share => new PaidInvoiceJson(share.Invoice, share.Amount.Amount))]), CommandJson.Plain.AllocationsJson);
            }
            else
            {
                context.Say(shares.IsEmpty ? $"Nothing is open that {source} could pay." : $"{source}: {string.Join(", ", shares.Select(share => $"{share.Amount} to {share.Invoice}"))}.");
            }

            return ExitCode.Ok;
        }
    }

    private int Import(CommandContext context)
    {
        var (store, id, seller) = Bookkeeping.Open(context);
        using (store)
        {
            var path = context.Value(_file) ?? "";
            var (entries, problems, more) = ReadFile(path, Profile(context, seller));
            var dryRun = context.Value(_dryRun);
            var (added, known, left) = problems.IsEmpty && !dryRun ? new BankBook(store, id, context.Clock).Import(entries, path, context.Author) : (0, 0, 0);
            if (context.Json)
            {
                context.WriteJson(
                    new BankImportJson(path, dryRun, entries.Length, added, known, left, [.. problems.Select(problem => new ImportProblemJson(problem.Line, problem.Field, problem.Message))], more),
                    CommandJson.Plain.BankImportJson);
            }
            else
            {
                foreach (var problem in problems)
                {
                    context.Terminal.Error.WriteLine($"{path}: {problem}");
                }

                context.Say(!problems.IsEmpty ? string.Create(CultureInfo.InvariantCulture, $"{path}: {problems.Length + more} problems; nothing was stored.")
                    : dryRun ? string.Create(CultureInfo.InvariantCulture, $"{path} is good: {entries.Length} movements. Nothing was stored.")
                    : string.Create(CultureInfo.InvariantCulture, $"{added} new movements, {known} known, {left} that went out. Next: msp payments match"));
            }

            return problems.IsEmpty ? ExitCode.Ok : ExitCode.BadFile;
        }
    }

    private int Match(CommandContext context)
    {
        var (store, id, seller) = Bookkeeping.Open(context);
        using (store)
        {
            var bank = new BankBook(store, id, context.Clock);
            if (context.Value(_dismiss) is { } dismissed)
            {
                bank.Dismiss(dismissed, context.Value(_why) ?? throw CommandException.Usage("--dismiss needs --reason: it is recorded."), context.Author);
            }

            var recorded = context.Value(_certain) ? bank.MatchCertain(context.Author) : [];
            if (context.Value(_entry) is { } entry)
            {
                var invoices = Bookkeeping.Invoices(context.Value(_invoice), seller.Currency);
                var customer = context.Value(_payer) ?? throw CommandException.Usage("--entry needs --customer: who paid.");
                recorded = recorded.Add(bank.Match(entry, customer, context.Value(_keep) ? [] : invoices.Count == 0 ? null : invoices, context.Author));
            }

            var unmatched = bank.Unmatched(0, context.Value(_limit));
            if (context.Json)
            {
                context.WriteJson(new BankMatchJson([.. recorded.Select(PaymentJson.Of)], [.. unmatched.Select(UnmatchedJson.Of)]), CommandJson.Plain.BankMatchJson);
                return ExitCode.Ok;
            }

            foreach (var payment in recorded)
            {
                context.Say($"{payment.Payment.Number}: {payment.Payment.Amount} of {payment.Payment.Customer}.");
            }

            if (unmatched.IsEmpty)
            {
                context.Say("No movement is left to match.");
                return ExitCode.Ok;
            }

            Text.Table(
                context.Output, [">Id", "Day", ">Amount", "Payer", "Text", "Proposal", "Why"],
                [.. unmatched.Select(row => new[]
                {
                    row.Id.ToString(CultureInfo.InvariantCulture), Text.Day(row.Entry.Day), row.Entry.Amount.ToString(), row.Entry.Counterparty, row.Entry.Remittance,
                    row.Proposal is { } proposal ? $"{proposal.Customer}: {string.Join(", ", proposal.Shares.Select(share => share.Invoice))}{(proposal.IsCertain ? " (certain)" : "")}" : "none",
                    row.Proposal is { } why ? string.Join(", ", why.Reasons.Select(EnumText.Words)) : "",
                })]);
            return ExitCode.Ok;
        }
    }

    private int List(CommandContext context)
    {
        var (store, id, _) = Bookkeeping.Open(context);
        using (store)
        {
            var rows = new PaymentBook(store, id, context.Clock).List(
                new PaymentFilter { Customer = context.Value(_payer), OnlyUnallocated = context.Value(_open), Take = Math.Max(1, context.Value(_limit)) });
            if (context.Json)
            {
                context.WriteJson([.. rows.Select(PaymentJson.Of)], CommandJson.Plain.IReadOnlyListPaymentJson);
                return ExitCode.Ok;
            }

            Text.Table(
                context.Output, ["Number", "Day", "Kind", "Customer", ">Amount", ">Left", "Pays", "Reference"],
                [.. rows.Select(row => new[]
                {
                    row.Payment.Number, Text.Day(row.Payment.Day), EnumText.Words(row.Payment.Kind), row.Payment.Customer, row.Payment.Amount.ToString(), row.Unallocated.ToString(),
                    string.Join(", ", row.Allocations.Select(share => share.Invoice)), row.Payment.Reference,
                })]);
            return ExitCode.Ok;
        }
    }

    private static int Write(CommandContext context, RecordedPayment recorded, string what)
    {
        if (context.Json)
        {
            context.WriteJson(PaymentJson.Of(recorded), CommandJson.Plain.PaymentJson);
            return ExitCode.Ok;
        }

        var paid = recorded.Allocations.IsEmpty ? "" : $" It pays {string.Join(", ", recorded.Allocations.Select(share => $"{share.Invoice} ({share.Amount})"))}.";
        var left = recorded.Unallocated.IsZero ? "" : $" {recorded.Unallocated} is the customer's credit.";
        context.Say($"{recorded.Payment.Number}: {recorded.Payment.Amount} of {recorded.Payment.Customer} {what}.{paid}{left}");
        return ExitCode.Ok;
    }

    private PaymentRequest Request(CommandContext context, Seller seller)
    {
        var invoices = Bookkeeping.Invoices(context.Value(_invoice), seller.Currency);
        return new PaymentRequest(
            context.Value(_customer) ?? "", context.Value(_date) ?? Bookkeeping.Today(context, seller), Bookkeeping.Amount(context.Value(_amount), seller.Currency), context.Value(_reference) ?? "")
        {
            RequestKey = context.Value(_key),
            Invoices = context.Value(_keep) ? [] : invoices.Count == 0 ? null : invoices,
        };
    }

    private static BankFileContent ReadFile(string path, BankCsvProfile profile)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            return BankFile.Read(stream, profile);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(ExitCode.BadFile, $"{path}: the file cannot be read: {exception.Message}");
        }
    }

    private BankCsvProfile Profile(CommandContext context, Seller seller)
    {
        var columns = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in context.Value(_columns) ?? [])
        {
            if (pair.Split('=', 2) is not [var field, { Length: > 0 } name] || !BankCsvProfile.Fields.Contains(field))
            {
                throw CommandException.Usage($"--columns: '{pair}' is not FIELD=NAME; the fields are {string.Join(", ", BankCsvProfile.Fields)}.");
            }

            columns[field] = name;
        }

        var separator = context.Value(_separator) ?? ",";
        return separator is [var one]
            ? new BankCsvProfile
            {
                Columns = columns,
                Separator = one,
                DateFormat = context.Value(_dateFormat) ?? "yyyy-MM-dd",
                DecimalComma = context.Value(_comma),
                Account = context.Value(_account) ?? "",
                Currency = context.Value(_currency) ?? seller.Currency.Code,
            }
            : throw CommandException.Usage($"--separator: '{separator}' is not one character.");
    }
}
