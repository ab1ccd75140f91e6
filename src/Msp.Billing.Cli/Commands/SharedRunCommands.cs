using System.CommandLine;
using Msp.Billing.Cli.Output;
using Msp.Billing.EntityFrameworkCore;
using Msp.Billing.EntityFrameworkCore.Runs;
using Msp.Billing.EntityFrameworkCore.Sharing;
using Msp.Billing.Runs;

namespace Msp.Billing.Cli.Commands;

/// <summary><c>msp run pause</c>, <c>resume</c> and <c>progress</c>: a run that workers share; and how other commands wait for them.</summary>
internal static class SharedRunCommands
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(500);

    /// <summary>Adds the commands to <c>msp run</c>.</summary>
    public static void AddTo(Command group, GlobalOptions globals)
    {
        ArgumentNullException.ThrowIfNull(group);
        ArgumentNullException.ThrowIfNull(globals);
        var pause = new Command("pause", "Lets no worker begin anything further of the open run. What is done stays done.");
        var resume = new Command("resume", "Lets workers go on with the open run.");
        var progress = new Command("progress", "Shows how far workers are with the open run: chunks, rate, time left, who posts.");
        globals.Run(pause, context => Report(context, (runs, seller) => runs.Pause(seller, context.Author)), "msp run pause");
        globals.Run(resume, context => Report(context, (runs, seller) => runs.Resume(seller, context.Author)), "msp run resume");
        globals.Run(progress, context => Report(context, (runs, seller) => runs.Progress(seller)), "msp run progress", "msp run progress --json");
        group.Add(pause);
        group.Add(resume);
        group.Add(progress);
    }

    /// <summary>Waits until workers have taken a run out of a status; Ctrl-C ends the waiting and not their work.</summary>
    public static RunSummary Wait(CommandContext context, BillingStore store, string seller, RunStatus during, IProgress<RunProgress>? progress)
    {
        var engine = new RunEngine(store, context.Clock);
        var runs = new SharedRuns(store, context.Clock);
        while (true)
        {
            var run = engine.Status(seller) ?? throw new InvalidOperationException("The run that workers make is gone.");
            if (run.Status != during)
            {
                return run;
            }

            if (runs.Progress(seller) is { } shared)
            {
                progress?.Report(during == RunStatus.Posting ? new RunProgress(shared.Posted, shared.Documents) : new RunProgress(shared.ChunksDone, shared.Chunks));
            }

            if (context.Cancellation.WaitHandle.WaitOne(Between))
            {
                throw new CommandException(ExitCode.Cancelled, $"Stopped waiting. Workers go on with {run.Number}: msp run progress shows how far they are, msp run pause stops them.");
            }
        }
    }

    private static int Report(CommandContext context, Func<SharedRuns, string, SharedRunProgress?> ask)
    {
        using var store = context.OpenStore();
        var (_, seller) = context.SellerOf(store);
        var progress = ask(new SharedRuns(store, context.Clock), seller.Code)
            ?? throw CommandException.Refused("Workers share no run of this seller. Let them make one: msp run preview --through DATE --shared");
        if (context.Json)
        {
            context.WriteJson(SharedRunJson.Of(progress), CommandJson.Plain.SharedRunJson);
        }
        else if (!context.Quiet)
        {
            Write(context.Output, progress);
        }

        return ExitCode.Ok;
    }

    private static void Write(TextWriter output, SharedRunProgress progress)
    {
        output.WriteLine($"{progress.Run}{(progress.IsPaused ? " (paused)" : "")}: {Figures.Of(progress.ChunksDone)} of {Figures.Of(progress.Chunks)} chunks, {Figures.Of(progress.Contracts)} contracts, by {Figures.Of(progress.Workers)} workers; {Figures.Of(progress.ChunksTaken)} under way, {Figures.Of(progress.Repeats)} begun again.");
        if (progress.Rate is { } rate)
        {
            output.WriteLine(FormattableString.Invariant($"{rate} contracts a second; {progress.Remaining?.TotalSeconds ?? 0:0} seconds left."));
        }

        if (progress.Poster is { } poster)
        {
            output.WriteLine($"{Figures.Of(progress.Posted)} of {Figures.Of(progress.Documents)} documents are posted, by {poster}.");
        }

        output.WriteLine($"Planned by version {progress.LedgerVersion}.");
    }
}
