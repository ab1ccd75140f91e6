using System.CommandLine;
using System.Diagnostics.CodeAnalysis;
using Msp.Billing.Cli.Exporting;
using Msp.Billing.Cli.Output;
using Msp.Billing.EntityFrameworkCore;
using Msp.Billing.EntityFrameworkCore.Auditing;
using Msp.Billing.EntityFrameworkCore.Runs;
using Msp.Billing.EntityFrameworkCore.Sharing;
using Msp.Billing.Runs;

namespace Msp.Billing.Cli.Commands;

/// <summary><c>msp run …</c>: the month in controlled steps.</summary>
internal sealed class RunCommands
{
    private const int DefaultItems = 20;

    // Small enough that a worker that dies costs seconds.
    private const int SharedChunk = 500;

    private readonly Option<DateOnly?> _through = DayOption.Create("--through", "The last due day, inclusive.", required: true);
    private readonly Option<DateOnly?> _expected = DayOption.Create("--through", "The last due day of the run that is meant; refuses when the run is for another day.");
    private readonly Option<DateOnly?> _issue = DayOption.Create("--issue", "The day on the documents. The last due day when not given.");
    private readonly Option<int> _items = Count("--items", "How many contracts are shown, the largest change first.", DefaultItems);
    private readonly Option<int> _chunk = Count("--chunk", "How many contracts or documents go into one transaction.", 2_000);
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Do all of it, numbers included, show the result and take it back." };
    private readonly Option<bool> _shared = new("--shared") { Description = "Let workers do it, and wait until they have. For a PostgreSQL server with msp worker on one machine or several." };
    private readonly Option<bool> _noWait = new("--no-wait") { Description = "With --shared: do not wait for the workers." };
    private readonly Option<string[]> _customers = new("--customer") { Description = "Only this customer; can be given several times. All when not given.", HelpName = "NUMBER" };
    private readonly Option<string?> _key = new("--key") { Description = "Names the request: asked again with the same key, the run that it made is shown, and nothing is built again.", HelpName = "KEY" };
    private readonly Option<string?> _number = new("--run") { Description = "The run's number. The open or the latest one when not given.", HelpName = "NUMBER" };

    /// <summary>Makes the commands.</summary>
    public static Command Create(GlobalOptions globals)
    {
        ArgumentNullException.ThrowIfNull(globals);
        var run = new RunCommands();
        var preview = new Command("preview", "Computes what every contract is billed through a day. Issues nothing; can be repeated.") { run._through, run._issue, run._customers, run._key, run._chunk, run._shared, run._noWait };
        var review = new Command("review", "Shows totals, what moved and why, problems with their fix, the largest changes; and records that it was looked at.") { run._expected, run._items };
        var approve = new Command("approve", "Releases the reviewed run for posting. A second person must, unless the seller is one person.") { run._expected };
        var post = new Command("post", "Issues the documents of the approved run. Interrupted at any instant, the same command goes on.") { run._expected, run._dryRun, run._chunk, run._shared, run._noWait };
        var status = new Command("status", "Shows the open run, or else the latest.") { run._expected };
        var cancel = new Command("cancel", "Gives up the open run. Nothing was issued and no number was used.") { run._expected };
        var problems = new Command("problems", "Lists what is wrong or worth a look, each with its fix.") { run._number };
        globals.Run(preview, run.Preview, "msp run preview --through 2026-03-31", "msp run preview --through 2026-03-31 --issue 2026-04-01 --author maria", "msp run preview --through 2026-03-31 --key 2026-03", "msp run preview --through 2026-03-31 --shared", "msp run preview --through 2026-03-31 --customer K-1001 --customer K-1002");
        globals.Run(review, run.Review, "msp run review", "msp run review --items 50 --json");
        globals.Run(approve, run.Approve, "msp run approve --through 2026-03-31 --author jonas");
        globals.Run(post, run.Post, "msp run post --dry-run", "msp run post --through 2026-03-31");
        globals.Run(status, run.Status, "msp run status", "msp run status --json");
        globals.Run(cancel, run.Cancel, "msp run cancel");
        globals.Run(problems, run.Problems, "msp run problems", "msp run problems --run RUN-0003 --json");
        var group = new Command("run", "Bills a month: preview, review, approve, post, deliver.") { preview, review, approve, post, PdfCommands.ForRun(globals), status, cancel, problems };
        RunDecisionCommands.AddTo(group, globals);
        RunDeliveryCommands.AddTo(group, globals);
        SharedRunCommands.AddTo(group, globals);
        globals.AddExamples(
            group,
            "msp run preview --through 2026-03-31 --author maria",
            "msp run review --author maria",
            "msp run approve --author jonas",
            "msp run post --author jonas",
            "msp run deliver --outbox /var/spool/invoices");
        return group;
    }

    private static Option<int> Count(string name, string description, int standard)
    {
        var option = new Option<int>(name) { Description = description, HelpName = "N", DefaultValueFactory = _ => standard };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && (!int.TryParse(token.Value, out var count) || count < 1))
            {
                result.AddError($"{name}: '{token.Value}' is not a number from 1 up.");
            }
        });
        return option;
    }

    private int Preview(CommandContext context)
    {
        var through = context.Value(_through).GetValueOrDefault();
        using var store = context.OpenStore();
        var (_, seller) = context.SellerOf(store);
        var engine = new RunEngine(store, context.Clock) { ChunkSize = context.Value(_chunk), Checks = new EInvoiceChecks() };
        RunSummary run;
        var request = new RunRequest(through) { IssueDay = context.Value(_issue), Key = context.Value(_key), Customers = [.. context.Value(_customers) ?? []] };
        if (context.Value(_shared))
        {
            var runs = new SharedRuns(store, context.Clock) { ChunkSize = context.Has(_chunk) ? context.Value(_chunk) : SharedChunk };
            return Share(context, store, seller.Code, runs.Preview(seller.Code, request, context.Author), RunStatus.Previewing, "msp run review");
        }

        using (var progress = new ProgressDisplay(context, "Previewing", "contracts"))
        {
            try
            {
                run = engine.Preview(seller.Code, request, context.Author, progress.Progress, context.Cancellation);
            }
            catch (OperationCanceledException)
            {
                throw new CommandException(
                    ExitCode.Cancelled,
                    $"Stopped on request. Nothing was issued, and the preview is incomplete. Begin it again: msp run preview --through {Figures.Of(through)}, or give it up: msp run cancel.");
            }
        }

        return Report(context, run, "msp run review");
    }

    private int Review(CommandContext context)
    {
        using var store = context.OpenStore();
        var (sellerId, seller) = context.SellerOf(store);
        var engine = new RunEngine(store, context.Clock);
        var run = Expected(context, engine, seller.Code);

        // Looking once more at what was reviewed records nothing; any other state is refused by the run itself.
        run = run is { Status: RunStatus.Reviewed } || IsBeyond(context, run, RunStatus.Approved) ? run : engine.Review(seller.Code, context.Author);
        var problems = engine.Problems(seller.Code, run.Number);
        var items = engine.Items(seller.Code, run.Number, context.Value(_items));
        var decisions = new RunReviewer(store, context.Clock).Decisions(seller.Code, run.Number);
        var blocked = new RunBook(store, sellerId).Blocked(run.Number);
        if (context.Json)
        {
            context.WriteJson(
                new RunReportJson(RunJson.Of(run, blocked), DryRun: false)
                {
                    Decisions = [.. decisions.Select(RunDecisionJson.Of)],
                    Problems = [.. problems.Select(RunProblemJson.Of)],
                    Items = [.. items.Select(RunItemJson.Of)],
                },
                CommandJson.Plain.RunReportJson);
            return ExitCode.Ok;
        }

        var text = new RunText(context.Output, context.Color);
        text.Write(run);
        text.WriteBridges(run);
        context.Output.WriteLine();
        text.WriteProblems(problems);
        context.Output.WriteLine();
        text.WriteItems(items);
        if (!decisions.IsEmpty)
        {
            context.Output.WriteLine();
            text.WriteDecisions(decisions);
        }

        context.Say("");
        context.Say(blocked > 0
            ? $"Next: {Figures.Of(blocked)} contracts block the approval. Put each right and preview again, or: msp run check, msp run leave-out --blocked --reason WHY"
            : "Next: msp run approve, by a second person unless the seller is one person");
        return ExitCode.Ok;
    }

    private int Approve(CommandContext context)
    {
        using var store = context.OpenStore();
        var (_, seller) = context.SellerOf(store);
        var engine = new RunEngine(store, context.Clock);
        var run = Expected(context, engine, seller.Code);
        run = IsBeyond(context, run, RunStatus.Approved) ? run : engine.Approve(seller.Code, context.Author);
        return Report(context, run, run.Status == RunStatus.Posted ? $"msp run deliver --run {run.Number}" : "msp run post --dry-run, then msp run post");
    }

    private int Post(CommandContext context)
    {
        using var store = context.OpenStore();
        var (_, seller) = context.SellerOf(store);
        var engine = new RunEngine(store, context.Clock) { ChunkSize = context.Value(_chunk) };
        if (Expected(context, engine, seller.Code) is var known && IsBeyond(context, known, RunStatus.Posted))
        {
            return Report(context, known, $"msp run deliver --run {known.Number}");
        }

        if (context.Value(_dryRun))
        {
            return Rehearse(context, engine.RehearsePost(seller.Code, context.Cancellation));
        }

        if (context.Value(_shared))
        {
            var asked = new SharedRuns(store, context.Clock).Post(seller.Code, context.Author);
            return Share(context, store, seller.Code, asked, RunStatus.Posting, $"msp run deliver --run {asked.Number}");
        }

        RunSummary run;
        using (var progress = new ProgressDisplay(context, "Posting", "documents"))
        {
            try
            {
                run = engine.Post(seller.Code, context.Author, progress.Progress, context.Cancellation);
            }
            catch (OperationCanceledException)
            {
                var stopped = engine.Status(seller.Code);
                throw new CommandException(
                    ExitCode.Cancelled,
                    $"Stopped on request: {Figures.Of(stopped?.Posted ?? 0)} of {Figures.Of(stopped?.Documents ?? 0)} documents are posted and stay posted. Go on: msp run post.");
            }
        }

        return Report(context, run, $"msp run deliver --run {run.Number}");
    }

    private int Share(CommandContext context, BillingStore store, string seller, RunSummary run, RunStatus during, string next)
    {
        if (context.Value(_noWait))
        {
            return Report(context, run, "msp run progress");
        }

        using (var progress = new ProgressDisplay(context, during == RunStatus.Posting ? "Posting" : "Previewing", during == RunStatus.Posting ? "documents" : "chunks"))
        {
            run = SharedRunCommands.Wait(context, store, seller, during, progress.Progress);
        }

        return Report(context, run, next);
    }

    private static int Rehearse(CommandContext context, RunSummary run)
    {
        if (context.Json)
        {
            context.WriteJson(new RunReportJson(RunJson.Of(run), DryRun: true), CommandJson.Plain.RunReportJson);
            return ExitCode.Ok;
        }

        context.Output.WriteLine($"Dry run: {Figures.Of(run.Posted)} documents would be posted. Nothing was issued, and no number was used.");
        new RunText(context.Output, context.Color).Write(run);
        return ExitCode.Ok;
    }

    private int Status(CommandContext context)
    {
        using var store = context.OpenStore();
        var (id, seller) = context.SellerOf(store);
        var run = Expected(context, new RunEngine(store, context.Clock), seller.Code);
        AuditEntryJson[] moves = run is null ? [] : [.. new AuditLog(store, id).Of(run.Number).Select(AuditEntryJson.Of)];
        if (context.Json)
        {
            context.WriteJson(new RunReportJson(run is null ? null : RunJson.Of(run), DryRun: false) { Moves = moves }, CommandJson.Plain.RunReportJson);
        }
        else if (run is null)
        {
            context.Output.WriteLine("There is no run yet. Make one: msp run preview --through DATE");
        }
        else
        {
            new RunText(context.Output, context.Color).Write(run);
            if (moves.Length > 0)
            {
                context.Output.WriteLine();
                AuditCommand.WriteTable(context, moves);
            }
        }

        return ExitCode.Ok;
    }

    private int Cancel(CommandContext context)
    {
        using var store = context.OpenStore();
        var (_, seller) = context.SellerOf(store);
        var engine = new RunEngine(store, context.Clock);
        Expected(context, engine, seller.Code);
        return Report(context, engine.Cancel(seller.Code, context.Author), "msp run preview --through DATE");
    }

    private int Problems(CommandContext context)
    {
        using var store = context.OpenStore();
        var (_, seller) = context.SellerOf(store);
        var engine = new RunEngine(store, context.Clock);
        var number = context.Value(_number) ?? engine.Status(seller.Code)?.Number
            ?? throw CommandException.Refused("There is no run yet. Make one: msp run preview --through DATE");
        var problems = engine.Problems(seller.Code, number);
        if (context.Json)
        {
            context.WriteJson(new RunProblemsJson(number, [.. problems.Select(RunProblemJson.Of)]), CommandJson.Plain.RunProblemsJson);
        }
        else
        {
            new RunText(context.Output, context.Color).WriteProblems(problems);
        }

        return ExitCode.Ok;
    }

    /// <summary>The open or latest run, if it is for the day that is meant.</summary>
    private RunSummary? Expected(CommandContext context, RunEngine engine, string seller)
    {
        var run = engine.Status(seller);
        return run is not null && context.Value(_expected) is { } through && run.Through != through
            ? throw CommandException.Refused($"{run.Number} ({EnumText.Words(run.Status)}) is through {Figures.Of(run.Through)}, not {Figures.Of(through)}.")
            : run;
    }

    // A job that names its day and is repeated finds its step done: that is what was wanted, and no mistake.
    private bool IsBeyond(CommandContext context, [NotNullWhen(true)] RunSummary? run, RunStatus status) =>
        context.Value(_expected) is not null && run is not null && run.Status >= status && run.Status != RunStatus.Cancelled;

    private static int Report(CommandContext context, RunSummary run, string next)
    {
        if (context.Json)
        {
            context.WriteJson(new RunReportJson(RunJson.Of(run), DryRun: false), CommandJson.Plain.RunReportJson);
        }
        else if (!context.Quiet)
        {
            new RunText(context.Output, context.Color).Write(run);
            context.Output.WriteLine();
            context.Output.WriteLine($"Next: {next}");
        }

        return ExitCode.Ok;
    }
}
