using System.CommandLine;
using System.Text;
using Msp.Billing.Cli.Exporting;
using Msp.Billing.Cli.Output;
using Msp.Billing.Documents.EInvoicing;
using Msp.Billing.EntityFrameworkCore.Invoicing;
using Msp.Billing.Invoicing;

namespace Msp.Billing.Cli.Commands;

/// <summary><c>msp invoice ubl</c> and <c>msp invoice cii</c>: one posted document as an electronic invoice, unless a rule speaks against it.</summary>
internal sealed class EInvoiceCommands
{
    /// <summary>The name of UBL in commands and file names.</summary>
    public const string UblFormat = "ubl";

    /// <summary>The name of CII in commands and file names.</summary>
    public const string CiiFormat = "cii";

    private readonly Argument<string> _number = new("number") { Description = "The document's number, such as INV-2026-0000001." };
    private readonly Option<string?> _out = new("--out", "-o") { Description = "The file to write. To the output when not given; with --json nothing is written then, and the rules are checked only.", HelpName = "FILE" };

    /// <summary>Makes <c>msp invoice ubl</c>.</summary>
    public static Command Ubl(GlobalOptions globals) => Make(
        globals, UblFormat, "Writes a document as UBL 2.1 for Peppol BIS Billing 3.0 (EN 16931). Refuses with the official rule where one is not met.");

    /// <summary>Makes <c>msp invoice cii</c>.</summary>
    public static Command Cii(GlobalOptions globals) => Make(
        globals, CiiFormat, "Writes a document as UN/CEFACT CII (EN 16931), the XML of Factur-X and ZUGFeRD. Refuses with the official rule where one is not met.");

    /// <summary>A document in a format.</summary>
    public static byte[] Write(IssuedDocument document, string format) =>
        format == UblFormat ? UblWriter.Write(EInvoice.Of(document)) : CiiWriter.Write(EInvoice.Of(document));

    private static Command Make(GlobalOptions globals, string format, string description)
    {
        ArgumentNullException.ThrowIfNull(globals);
        var invoices = new EInvoiceCommands();
        var command = new Command(format, description) { invoices._number, invoices._out };
        globals.Run(command, context => invoices.Run(context, format), $"msp invoice {format} INV-2026-0000001 --out invoice.xml", $"msp invoice {format} INV-2026-0000001 --json");
        return command;
    }

    private int Run(CommandContext context, string format)
    {
        using var store = context.OpenStore();
        var (seller, _) = context.SellerOf(store);
        var number = context.Value(_number) ?? "";
        using var reader = new IssuedDocumentReader(store, seller);
        var document = reader.Find(number) ?? throw CommandException.Refused($"There is no document '{number}'. List them: msp invoice list.");
        var findings = EInvoiceRules.Check(document);
        var file = findings.IsEmpty ? context.Value(_out) : null;
        if (findings.IsEmpty && (file is not null || !context.Json))
        {
            var bytes = Write(document, format);
            if (file is null)
            {
                context.Output.Write(Encoding.UTF8.GetString(bytes));
            }
            else
            {
                WholeFile.Write(file, bytes);
            }
        }

        if (context.Json)
        {
            context.WriteJson(new EInvoiceJson(number, format, file, [.. findings.Select(EInvoiceFindingJson.Of)]), CommandJson.Plain.EInvoiceJson);
        }
        else if (!findings.IsEmpty)
        {
            foreach (var finding in findings)
            {
                context.Terminal.Error.WriteLine($"{number}: {finding.Rule}: {finding.Message}");
            }
        }
        else if (file is not null)
        {
            context.Say($"Wrote {number} to {file}.");
        }

        return findings.IsEmpty ? ExitCode.Ok : ExitCode.Refused;
    }
}
