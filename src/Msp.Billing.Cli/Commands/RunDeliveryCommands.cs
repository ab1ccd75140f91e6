using System.CommandLine;
using Msp.Billing.Cli.Exporting;
using Msp.Billing.Cli.Output;
using Msp.Billing.EntityFrameworkCore.Delivery;
using Msp.Billing.EntityFrameworkCore.Runs;

namespace Msp.Billing.Cli.Commands;

/// <summary><c>msp run deliver | export</c>: the documents of a posted run on their way, and a run as a table.</summary>
internal sealed class RunDeliveryCommands
{
    private readonly Option<string?> _number = new("--run") { Description = "The run's number. The latest posted one when not given.", HelpName = "NUMBER" };
    private readonly Option<string?> _anyNumber = new("--run") { Description = "The run's number. The open or the latest one when not given.", HelpName = "NUMBER" };
    private readonly Option<string?> _outbox = new("--outbox") { Description = "The folder for letters, as .eml files. The folder outbox beside the database when not given.", HelpName = "FOLDER" };
    private readonly Option<string> _from = new("--from") { Description = "The address that letters come from.", HelpName = "ADDRESS", DefaultValueFactory = _ => "billing@localhost" };
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Only show what would be sent." };
    private readonly Option<string?> _file = new("--out") { Description = "The file to write. The output when not given.", HelpName = "FILE" };

    /// <summary>Adds the commands to <c>msp run</c>.</summary>
    public static void AddTo(Command group, GlobalOptions globals)
    {
        ArgumentNullException.ThrowIfNull(group);
        ArgumentNullException.ThrowIfNull(globals);
        var run = new RunDeliveryCommands();
        var deliver = new Command("deliver", "Hands the documents of a posted run over to an outbox, each once. Interrupted at any instant, the same command goes on.")
        {
            run._number, run._outbox, run._from, run._dryRun,
        };
        var export = new Command("export", "Writes a run as CSV for a spreadsheet, one row a contract, with causes, flags and decisions.") { run._anyNumber, run._file };
        globals.Run(deliver, run.Deliver, "msp run deliver --outbox /var/spool/invoices --from billing@example.com", "msp run deliver --dry-run");
        globals.Run(export, run.Export, "msp run export --out march.csv", "msp run export --run RUN-0003");
        group.Add(deliver);
        group.Add(export);
    }

    private int Deliver(CommandContext context)
    {
        using var store = context.OpenStore();
        var (_, seller) = context.SellerOf(store);
        var folder = context.Value(_outbox) ?? context.OutboxFolder;
        var delivery = new RunDelivery(store, context.Clock, new PrintedLetters(), new FolderOutbox(folder, context.Value(_from) ?? "billing@localhost"));
        var number = context.Value(_number);
        if (context.Value(_dryRun))
        {
            return Report(context, delivery.Status(seller.Code, number), dryRun: true);
        }

        DeliveryReport report;
        using (var progress = new ProgressDisplay(context, "Sending", "documents"))
        {
            try
            {
                report = delivery.Deliver(seller.Code, number, context.Author, progress.Progress, context.Cancellation);
            }
            catch (OperationCanceledException)
            {
                var stopped = delivery.Status(seller.Code, number);
                throw new CommandException(
                    ExitCode.Cancelled, $"Stopped on request: {Figures.Of(stopped.Sent)} of {Figures.Of(stopped.Documents)} documents are sent and recorded. Go on: msp run deliver.");
            }
        }

        var code = Report(context, report, dryRun: false);
        return report.Failed.IsEmpty ? code : ExitCode.Refused;
    }

    private static int Report(CommandContext context, DeliveryReport report, bool dryRun)
    {
        if (context.Json)
        {
            context.WriteJson(RunDeliveryJson.Of(report), CommandJson.Plain.RunDeliveryJson);
            return ExitCode.Ok;
        }

        var waiting = report.Documents - report.Sent - report.WithoutAddress.Length;
        context.Say(dryRun
            ? $"Dry run: {Figures.Of(waiting)} of {Figures.Of(report.Documents)} documents of {report.Run} would be sent."
            : $"{Figures.Of(report.Sent)} of {Figures.Of(report.Documents)} documents of {report.Run} are sent and recorded.");
        if (!report.WithoutAddress.IsEmpty)
        {
            context.Output.WriteLine($"Without an e-mail address, to be sent another way: {string.Join(", ", report.WithoutAddress)}");
        }

        foreach (var (document, reason) in report.Failed)
        {
            context.Output.WriteLine($"Not sent: {document}. {reason}");
        }

        return ExitCode.Ok;
    }

    private int Export(CommandContext context)
    {
        using var store = context.OpenStore();
        var (id, seller) = context.SellerOf(store);
        var number = context.Value(_anyNumber) ?? new RunEngine(store, context.Clock).Status(seller.Code)?.Number
            ?? throw CommandException.Refused("There is no run yet. Make one: msp run preview --through DATE");
        using var text = new StringWriter(System.Globalization.CultureInfo.InvariantCulture);
        var written = RunExport.Write(new RunBook(store, id), number, text) ?? throw CommandException.Refused($"There is no run '{number}' for '{seller.Code}'.");
        if (context.Value(_file) is { } file)
        {
            WholeFile.Write(file, text.ToString());
        }

        if (context.Json)
        {
            context.WriteJson(new RunExportJson(number, written, context.Value(_file), context.Value(_file) is null ? text.ToString() : null), CommandJson.Plain.RunExportJson);
        }
        else if (context.Value(_file) is { } named)
        {
            context.Say($"{Figures.Of(written)} contracts of {number} are written to '{named}'.");
        }
        else
        {
            context.Output.Write(text.ToString());
        }

        return ExitCode.Ok;
    }
}
