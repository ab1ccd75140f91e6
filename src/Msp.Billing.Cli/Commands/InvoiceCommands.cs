using System.CommandLine;
using System.Globalization;
using Msp.Billing.Cli.Output;
using Msp.Billing.EntityFrameworkCore;
using Msp.Billing.EntityFrameworkCore.Contracts;
using Msp.Billing.EntityFrameworkCore.Invoicing;
using Msp.Billing.Invoicing;
using Msp.Billing.Rating;

namespace Msp.Billing.Cli.Commands;

/// <summary><c>msp invoice</c>: lists posted documents, shows one with its arithmetic, and checks that none was changed.</summary>
internal sealed class InvoiceCommands
{
    private readonly Option<string?> _run = new("--run") { Description = "Only what this run posted, such as RUN-0001.", HelpName = "RUN" };
    private readonly Option<string?> _customer = new("--customer") { Description = "Only those of this customer.", HelpName = "NUMBER" };
    private readonly Option<string?> _contract = new("--contract") { Description = "Only those of this contract.", HelpName = "NUMBER" };
    private readonly Option<int> _limit = new("--limit") { Description = "At most so many, the newest first.", HelpName = "COUNT", DefaultValueFactory = _ => 50 };
    private readonly Argument<string> _number = new("number") { Description = "The document's number, such as INV-2026-0000001." };
    private readonly Option<bool> _explain = new("--explain") { Description = "Show how every figure came to be." };
    private readonly Option<string?> _culture = new("--culture") { Description = "Language and number format of the explanation: en-US, de-DE, fr-FR.", HelpName = "NAME" };
    private readonly Option<string?> _series = new("--series") { Description = "Only this series, such as INV-2026.", HelpName = "SERIES" };

    /// <summary>Makes the commands.</summary>
    public static Command Create(GlobalOptions globals)
    {
        ArgumentNullException.ThrowIfNull(globals);
        var invoices = new InvoiceCommands();
        var list = new Command("list", "Lists posted invoices and credit notes, the newest first.") { invoices._run, invoices._customer, invoices._contract, invoices._limit };
        globals.Run(list, invoices.List, "msp invoice list --run RUN-0001", "msp invoice list --customer K-1 --json");
        var show = new Command("show", "Shows a posted document; with --explain, how every figure came to be.") { invoices._number, invoices._explain, invoices._culture };
        globals.Run(show, invoices.Show, "msp invoice show INV-2026-0000001 --explain", "msp invoice show INV-2026-0000001 --explain --culture de-DE");
        var verify = new Command("verify", "Checks posted documents: the chain of hashes, numbers without a gap, sums.") { invoices._series };
        globals.Run(verify, invoices.Verify, "msp invoice verify", "msp invoice verify --series INV-2026");
        var group = new Command("invoice", "Posted invoices and credit notes.") { list, show, PdfCommands.ForInvoice(globals), EInvoiceCommands.Ubl(globals), EInvoiceCommands.Cii(globals), verify };
        CorrectionCommands.AddTo(group, globals);
        return group;
    }

    private int List(CommandContext context)
    {
        if (context.Value(_limit) < 1)
        {
            throw CommandException.Usage("--limit is 1 or more.");
        }

        using var store = context.OpenStore();
        var (seller, _) = context.SellerOf(store);
        var rows = new DocumentList(store, seller).Find(context.Value(_run), context.Value(_customer), context.Value(_contract), context.Value(_limit));
        if (context.Json)
        {
            context.WriteJson([.. rows.Select(DocumentRowJson.Of)], CommandJson.Plain.IReadOnlyListDocumentRowJson);
            return ExitCode.Ok;
        }

        if (rows.IsEmpty)
        {
            context.Say("No document matches. Documents come from runs: msp run preview --through DATE.");
            return ExitCode.Ok;
        }

        Text.Table(
            context.Output,
            ["Number", "Issued", "Due", "Contract", "Customer", ">Net", ">Tax", ">Total", "Run"],
            [.. rows.Select(row => new[]
            {
                row.Number, Text.Day(row.IssueDay), Text.Day(row.DueDay), row.Contract, row.CustomerName, Plain(row.Subtotal.Amount), Plain(row.Tax.Amount),
                row.Total.ToString(), row.Run,
            })]);
        return ExitCode.Ok;
    }

    private int Show(CommandContext context)
    {
        using var store = context.OpenStore();
        var (seller, _) = context.SellerOf(store);
        var number = context.Value(_number) ?? "";
        using var reader = new DocumentReader(store, seller);
        var stored = reader.Find(number)
            ?? throw CommandException.Refused($"There is no document '{number}'. List them: msp invoice list.");
        var explanation = context.Value(_explain) ? Explain(store, seller, stored.Document) : null;
        if (context.Json)
        {
            context.WriteJson(DocumentJson.Of(stored, explanation), CommandJson.Plain.DocumentJson);
            return ExitCode.Ok;
        }

        Write(context, stored);
        if (explanation is not null)
        {
            context.Output.WriteLine();
            foreach (var line in ExplanationText.Render(explanation, stored.Document.Currency, CultureOf(context)))
            {
                context.Output.WriteLine(line);
            }
        }

        return ExitCode.Ok;
    }

    private int Verify(CommandContext context)
    {
        using var store = context.OpenStore();
        var (seller, _) = context.SellerOf(store);
        var audit = new DocumentAudit(store, seller);
        var faults = audit.Faults().Where(fault => context.Value(_series) is not { } series || fault.Number.StartsWith(series + "-", StringComparison.Ordinal)).ToList();
        if (context.Json)
        {
            context.WriteJson([.. faults.Select(fault => new DocumentFaultJson(fault.Number, EnumText.Name(fault.Kind), fault.Message))], CommandJson.Plain.IReadOnlyListDocumentFaultJson);
        }
        else if (faults.Count == 0)
        {
            context.Say($"Nothing was changed. Series checked: {string.Join(", ", audit.Series().Select(series => series.Code))}. Hashes, numbers and sums agree.");
        }
        else
        {
            foreach (var fault in faults)
            {
                context.Output.WriteLine($"{fault.Number}: {fault.Message}");
            }
        }

        return faults.Count == 0 ? ExitCode.Ok : ExitCode.Refused;
    }

    private static Explanation Explain(BillingStore store, long seller, PostedDocument document)
    {
        using var contracts = new ContractReader(store, seller);
        var stored = contracts.Find(document.Contract)
            ?? throw CommandException.Refused($"Contract '{document.Contract}' of {document.Number} is not in the database.");
        var list = new DocumentList(store, seller);
        try
        {
            return DocumentExplainer.Explain(
                document, stored.Contract, stored.Counts.Span, (lineId, natural, round) => list.BilledBefore(stored.Id, lineId, natural, round));
        }
        catch (InvalidOperationException exception)
        {
            throw CommandException.Refused($"{exception.Message} Check the documents: msp invoice verify.");
        }
    }

    private CultureInfo CultureOf(CommandContext context)
    {
        try
        {
            return context.Value(_culture) is { } name ? CultureInfo.GetCultureInfo(name, predefinedOnly: true) : CultureInfo.InvariantCulture;
        }
        catch (CultureNotFoundException)
        {
            throw CommandException.Usage($"'{context.Value(_culture)}' is not a language and region that this machine knows; write one such as de-DE.");
        }
    }

    private static void Write(CommandContext context, StoredDocument stored)
    {
        var document = stored.Document;
        var kind = document.Kind == DocumentKind.CreditNote ? "Credit note" : "Invoice";
        context.Output.WriteLine($"{kind} {document.Number}, customer {document.Customer}, contract {document.Contract}, issued {Text.Day(document.IssueDay)}, due {Text.Day(document.DueDay)}");
        context.Output.WriteLine();
        Text.Table(
            context.Output,
            [">No", "Description", "From", "To", ">Quantity", ">Price", ">Share", ">Net", ">Tax %"],
            [.. document.Lines.Select(line => new[]
            {
                line.Number.ToString(CultureInfo.InvariantCulture), line.Description, Text.Day(line.Days.Start), line.Days.IsEmpty ? "" : Text.Day(line.Days.LastDay), Plain(line.Quantity),
                line.UnitPrice is { } price ? Plain(price) : "in steps", line.Share.IsWhole ? "" : line.Share.ToString(),
                Plain(Amounts.Money.FromMinorUnits(line.NetMinorUnits, document.Currency).Amount), Plain(line.TaxRate.Value),
            })]);
        context.Output.WriteLine();
        context.Output.WriteLine($"Net {Amounts.Money.FromMinorUnits(document.SubtotalMinorUnits, document.Currency)}, tax {Amounts.Money.FromMinorUnits(document.TaxMinorUnits, document.Currency)}, total {document.Total}");
    }

    private static string Plain(decimal value) => value.ToString("0.00####", CultureInfo.InvariantCulture);
}
