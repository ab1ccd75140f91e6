using System.Collections.Immutable;
using System.CommandLine;
using System.Security.Cryptography;
using Msp.Billing.Cli.Exporting;
using Msp.Billing.Cli.Output;
using Msp.Billing.Documents.EInvoicing;
using Msp.Billing.Documents.Pdf;
using Msp.Billing.EntityFrameworkCore.Invoicing;
using Msp.Billing.EntityFrameworkCore.Runs;
using Msp.Billing.Invoicing;

namespace Msp.Billing.Cli.Commands;

/// <summary><c>msp invoice pdf</c> and <c>msp run pdf</c>: posted documents as files to send and to keep.</summary>
internal sealed class PdfCommands
{
    private readonly Argument<string> _number = new("number") { Description = "The document's number, such as INV-2026-0000001." };
    private readonly Argument<string> _run = new("run") { Description = "The run's number, such as RUN-0001." };
    private readonly Option<string?> _file = new("--out") { Description = "The file. The number with .pdf in the current folder when not given.", HelpName = "FILE" };
    private readonly Option<string> _folder = new("--out") { Description = "The folder; made if it is not there.", HelpName = "DIR", Required = true };
    private readonly Option<bool> _explain = new("--explain") { Description = "Add how every amount came to be, on pages of its own." };
    private readonly Option<string?> _language = new("--language") { Description = "en, de or fr. The customer's language when not given.", HelpName = "LANGUAGE" };
    private readonly Option<bool> _facturX = new("--facturx") { Description = "Put the electronic invoice inside: the file is then a Factur-X (ZUGFeRD) invoice." };

    private PdfCommands() => _language.AcceptOnlyFromAmong("en", "de", "fr");

    /// <summary>One document.</summary>
    public static Command ForInvoice(GlobalOptions globals)
    {
        ArgumentNullException.ThrowIfNull(globals);
        var pdf = new PdfCommands();
        var command = new Command("pdf", "Writes a posted document as a PDF. The same document always gives the same bytes.") { pdf._number, pdf._file, pdf._explain, pdf._language, pdf._facturX };
        globals.Run(command, pdf.WriteOne, "msp invoice pdf INV-2026-0000001", "msp invoice pdf INV-2026-0000001 --explain --language de --out rechnung.pdf");
        return command;
    }

    /// <summary>All documents of a run.</summary>
    public static Command ForRun(GlobalOptions globals)
    {
        ArgumentNullException.ThrowIfNull(globals);
        var pdf = new PdfCommands();
        var command = new Command("pdf", "Writes every document of a run as a PDF. Interrupted, the same command goes on; what is there already stays.") { pdf._run, pdf._folder, pdf._explain, pdf._language, pdf._facturX };
        globals.Run(command, pdf.WriteRun, "msp run pdf RUN-0001 --out march", "msp run pdf RUN-0001 --out march --facturx");
        return command;
    }

    private int WriteOne(CommandContext context)
    {
        using var store = context.OpenStore();
        var (seller, _) = context.SellerOf(store);
        using var reader = new IssuedDocumentReader(store, seller);
        var number = context.Value(_number) ?? "";
        var content = Render(context, reader, number);
        var path = context.Value(_file) ?? number + ".pdf";
        var isWritten = WholeFile.Write(path, content);
        if (context.Json)
        {
            context.WriteJson(new PdfJson(number, path, content.Length, Convert.ToHexStringLower(SHA256.HashData(content)), isWritten), CommandJson.Plain.PdfJson);
        }
        else
        {
            context.Say(isWritten ? $"{path}: {Figures.Of(content.Length)} bytes." : $"{path} is there already, with the same bytes.");
        }

        return ExitCode.Ok;
    }

    private int WriteRun(CommandContext context)
    {
        using var store = context.OpenStore();
        var (seller, _) = context.SellerOf(store);
        var (run, folder) = (context.Value(_run) ?? "", context.Value(_folder) ?? "");
        string[] numbers = [.. new DocumentList(store, seller).Find(run, null, null, int.MaxValue).Select(row => row.Number).Order(StringComparer.Ordinal)];
        if (numbers.Length == 0)
        {
            throw CommandException.Refused($"There is no posted document of '{run}'. Post it first: msp run post; or look: msp invoice list --run {run}.");
        }

        Directory.CreateDirectory(folder);
        using var reader = new IssuedDocumentReader(store, seller);
        var (written, problems) = (0, ImmutableArray.CreateBuilder<PdfProblemJson>());
        using (var progress = new ProgressDisplay(context, "Printing", "documents"))
        {
            for (var i = 0; i < numbers.Length; i++)
            {
                if (context.Cancellation.IsCancellationRequested)
                {
                    throw new CommandException(ExitCode.Cancelled, $"Stopped on request: {Figures.Of(i)} of {Figures.Of(numbers.Length)} documents are in '{folder}'. Go on with the same command.");
                }

                try
                {
                    written += WholeFile.Write(Path.Combine(folder, numbers[i] + ".pdf"), Render(context, reader, numbers[i])) ? 1 : 0;
                }
                catch (CommandException exception)
                {
                    problems.Add(new PdfProblemJson(numbers[i], exception.Message));
                }

                progress.Progress?.Report(new RunProgress(i + 1, numbers.Length));
            }
        }

        return Report(context, new PdfRunJson(run, folder, numbers.Length, written, numbers.Length - written - problems.Count, problems.ToImmutable()));
    }

    private static int Report(CommandContext context, PdfRunJson report)
    {
        if (context.Json)
        {
            context.WriteJson(report, CommandJson.Plain.PdfRunJson);
        }
        else
        {
            context.Say($"{Figures.Of(report.Documents)} documents of {report.Run}: {Figures.Of(report.Written)} written to '{report.Folder}', {Figures.Of(report.Unchanged)} were there with the same bytes.");
            foreach (var problem in report.Problems)
            {
                context.Output.WriteLine($"{problem.Number}: {problem.Message}");
            }
        }

        return report.Problems.Count == 0 ? ExitCode.Ok : ExitCode.Refused;
    }

    private byte[] Render(CommandContext context, IssuedDocumentReader reader, string number)
    {
        try
        {
            var document = reader.Find(number, context.Value(_explain)) ?? throw CommandException.Refused($"There is no document '{number}'. List them: msp invoice list.");
            return InvoicePdf.Render(document, new InvoicePdfOptions
            {
                Language = context.Value(_language),
                ElectronicInvoice = context.Value(_facturX) ? ElectronicInvoice(document) : default,
            });
        }
        catch (Exception exception) when (exception is MissingGlyphException or InvalidDataException)
        {
            throw CommandException.Refused(exception.Message);
        }
        catch (InvalidOperationException exception)
        {
            throw CommandException.Refused($"{exception.Message} Check the documents: msp invoice verify.");
        }
    }

    private static byte[] ElectronicInvoice(IssuedDocument document)
    {
        var findings = EInvoiceRules.Check(document);
        return findings.IsEmpty
            ? CiiWriter.Write(EInvoice.Of(document))
            : throw CommandException.Refused(
                $"{document.Document.Number} cannot be an electronic invoice yet: {string.Join(" ", findings.Select(finding => $"{finding.Rule}: {finding.Message}"))} Without --facturx it is printed alone.");
    }
}
