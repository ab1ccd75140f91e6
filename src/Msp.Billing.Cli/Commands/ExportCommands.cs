using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text;
using Msp.Billing.Cli.Exporting;
using Msp.Billing.Cli.Output;
using Msp.Billing.Contracts;
using Msp.Billing.Documents.Accounting;
using Msp.Billing.Documents.Calendars;
using Msp.Billing.Documents.EInvoicing;
using Msp.Billing.EntityFrameworkCore;
using Msp.Billing.EntityFrameworkCore.Contracts;
using Msp.Billing.EntityFrameworkCore.Invoicing;

namespace Msp.Billing.Cli.Commands;

/// <summary><c>msp export</c>: posted documents and the books for other programs, and the days of contracts for a calendar.</summary>
internal sealed class ExportCommands
{
    private readonly Option<DateOnly?> _from = DayOption.Create("--from", "The first day of issue.", required: true);
    private readonly Option<DateOnly?> _through = DayOption.Create("--through", "The last day of issue.", required: true);
    private readonly Option<string?> _out = new("--out", "-o") { Description = "The file to write; to the output when not given.", HelpName = "FILE" };
    private readonly Option<string> _profile = new("--profile") { Description = $"Which program it is for: {string.Join(" or ", CsvProfile.BuiltIn)}.", HelpName = "NAME", Required = true };
    private readonly Option<string?> _settings = new("--settings") { Description = "A JSON file with the organisation's own columns, day format, accounts and names of taxes.", HelpName = "FILE" };
    private readonly Option<string> _folder = new("--folder") { Description = "Where the files go, one a document; made if it is not there.", HelpName = "FOLDER", Required = true };
    private readonly Option<string> _format = new("--format") { Description = "ubl (Peppol) or cii (Factur-X).", HelpName = "ubl|cii", DefaultValueFactory = _ => EInvoiceCommands.UblFormat };

    /// <summary>Makes the commands.</summary>
    public static Command Create(GlobalOptions globals)
    {
        ArgumentNullException.ThrowIfNull(globals);
        var export = new ExportCommands();
        var csv = new Command("csv", "Writes posted documents for a bookkeeping program, one row a line, with totals to compare.") { export._from, export._through, export._profile, export._settings, export._out };
        globals.Run(
            csv, export.Csv, "msp export csv --profile xero --from 2026-03-01 --through 2026-03-31 --out march.csv",
            "msp export csv --profile quickbooks --from 2026-03-01 --through 2026-03-31 --settings quickbooks.json --out march.csv");
        var invoices = new Command("e-invoices", "Writes posted documents as electronic invoices. What a rule speaks against is named and left out.") { export._from, export._through, export._format, export._folder };
        globals.Run(invoices, export.EInvoices, "msp export e-invoices --from 2026-03-01 --through 2026-03-31 --folder march");
        var calendar = new Command("calendar", "Writes the days on which contracts renew, end or must be decided about, as iCalendar.") { export._out };
        globals.Run(calendar, export.Calendar, "msp export calendar --out renewals.ics");
        return new Command("export", "Posted documents and the books for other programs, and the days of contracts for a calendar.") { csv, invoices, ExportJournalCommand.Create(globals), calendar };
    }

    private int Csv(CommandContext context)
    {
        var profile = Profile(context);
        using var store = context.OpenStore();
        var (seller, _) = context.SellerOf(store);
        using var reader = new IssuedDocumentReader(store, seller);
        var path = context.Value(_out);
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        var totals = SalesCsv.Write(text, reader.Issued(From(context), Through(context)), profile);
        Write(context, path, text.ToString());
        if (context.Json)
        {
            context.WriteJson(ExportCsvJson.Of(path, profile.Name, totals), CommandJson.Plain.ExportCsvJson);
        }
        else if (path is not null)
        {
            context.Say($"Wrote {Figures.Of(totals.Documents)} documents in {Figures.Of(totals.Rows)} rows to {path}.");
            foreach (var total in ExportCsvJson.Of(path, profile.Name, totals).Totals)
            {
                context.Say(string.Create(CultureInfo.InvariantCulture, $"{total.Currency}: {total.Net:#,0.00##} before tax, {total.Tax:#,0.00##} tax as posted. Compare with what the program says."));
            }
        }

        if (!totals.LeftOut.IsEmpty)
        {
            context.Terminal.Error.WriteLine($"{profile.Name} does not take credit notes in this file; enter them there: {string.Join(", ", totals.LeftOut)}.");
        }

        return ExitCode.Ok;
    }

    private int EInvoices(CommandContext context)
    {
        var format = context.Value(_format) is EInvoiceCommands.UblFormat or EInvoiceCommands.CiiFormat
            ? context.Value(_format) ?? ""
            : throw CommandException.Usage($"'{context.Value(_format)}' is no format. There is ubl and cii.");
        var folder = context.Value(_folder) ?? "";
        using var store = context.OpenStore();
        var (seller, _) = context.SellerOf(store);
        using var reader = new IssuedDocumentReader(store, seller);
        Directory.CreateDirectory(folder);
        var documents = new List<EInvoiceJson>();
        foreach (var document in reader.Issued(From(context), Through(context)))
        {
            context.Cancellation.ThrowIfCancellationRequested();
            var findings = EInvoiceRules.Check(document);
            var file = findings.IsEmpty ? Path.Combine(folder, $"{document.Document.Number}.xml") : null;
            if (file is not null)
            {
                WholeFile.Write(file, EInvoiceCommands.Write(document, format));
            }

            documents.Add(new EInvoiceJson(document.Document.Number, format, file, [.. findings.Select(EInvoiceFindingJson.Of)]));
        }

        return Report(context, new EInvoicesJson(folder, documents.Count(document => document.File is not null), documents));
    }

    private static int Report(CommandContext context, EInvoicesJson report)
    {
        if (context.Json)
        {
            context.WriteJson(report, CommandJson.Plain.EInvoicesJson);
        }
        else
        {
            foreach (var document in report.Documents)
            {
                foreach (var finding in document.Findings)
                {
                    context.Terminal.Error.WriteLine($"{document.Number}: {finding.Rule}: {finding.Message}");
                }
            }

            context.Say($"Wrote {Figures.Of(report.Written)} of {Figures.Of(report.Documents.Count)} documents to {report.Folder}.");
        }

        return report.Written == report.Documents.Count ? ExitCode.Ok : ExitCode.Refused;
    }

    private int Calendar(CommandContext context)
    {
        using var store = context.OpenStore();
        var (id, seller) = context.SellerOf(store);
        var entries = Entries(store, id, ContractCommands.Today(context, seller));
        var path = context.Value(_out);
        Write(context, path, Encoding.UTF8.GetString(RenewalCalendar.Write(entries, $"{seller.Name}: contracts", context.Clock.GetUtcNow())));
        if (context.Json)
        {
            context.WriteJson(new ExportCalendarJson(path, entries.Length), CommandJson.Plain.ExportCalendarJson);
        }
        else if (path is not null)
        {
            context.Say($"Wrote {Figures.Of(entries.Length)} days to {path}.");
        }

        return ExitCode.Ok;
    }

    private static ImmutableArray<CalendarEntry> Entries(BillingStore store, long sellerId, DateOnly today)
    {
        using var contracts = new ContractReader(store, sellerId);
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var summaries = new List<ContractSummary>();
        foreach (var stored in contracts.Read())
        {
            names[stored.Customer.Number] = stored.Customer.Name;
            summaries.Add(ContractSummary.Of(stored.Contract, today, null));
        }

        return RenewalCalendar.EntriesOf(summaries, number => names.GetValueOrDefault(number, number));
    }

    // For programs the one document of the output is the report.
    private static void Write(CommandContext context, string? path, string text)
    {
        if (path is not null)
        {
            WholeFile.Write(path, text);
        }
        else if (!context.Json)
        {
            context.Output.Write(text);
        }
    }

    private CsvProfile Profile(CommandContext context)
    {
        var name = context.Value(_profile) ?? "";
        var profile = CsvProfile.Find(name) ?? throw CommandException.Usage($"'{name}' is no profile. There is {string.Join(", ", CsvProfile.BuiltIn)}; --settings changes one.");
        if (context.Value(_settings) is not { } path)
        {
            return profile;
        }

        try
        {
            return profile.With(File.ReadAllText(path));
        }
        catch (Exception exception) when (exception is FormatException or IOException or UnauthorizedAccessException)
        {
            throw CommandException.Refused($"{path}: {exception.Message}");
        }
    }

    private DateOnly From(CommandContext context) => context.Value(_from) ?? DateOnly.MinValue;

    private DateOnly Through(CommandContext context) => context.Value(_through) ?? DateOnly.MaxValue;
}
