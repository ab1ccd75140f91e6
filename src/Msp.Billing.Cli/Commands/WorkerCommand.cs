using System.CommandLine;
using System.Globalization;
using Msp.Billing.Cli.Exporting;
using Msp.Billing.Cli.Output;
using Msp.Billing.Cli.Watching;
using Msp.Billing.Cluster;

namespace Msp.Billing.Cli.Commands;

/// <summary><c>msp worker</c>: takes part in the runs of a PostgreSQL server until it is stopped.</summary>
internal sealed class WorkerCommand
{
    private static readonly TimeSpan LongestLook = TimeSpan.FromSeconds(2);
    private readonly Option<int> _slots = Number("--slots", "How many tasks are done at the same time.", Environment.ProcessorCount);
    private readonly Option<int> _checkIn = Number("--check-in", "Says every so many seconds that it is alive; after two more such times without, others take its work over.", 5);
    private readonly Option<int> _chunk = Number("--chunk", "How many documents are posted in one transaction.", 2_000);
    private readonly Option<string?> _monthly = new("--monthly") { Description = "Every day at this time, begin the run of the last month for each seller that has none; 'never' ends a schedule that was set before.", HelpName = "HH:MM" };
    private readonly Option<string?> _zone = new("--time-zone") { Description = "The time zone of --monthly, such as Europe/Berlin.", HelpName = "ZONE" };

    /// <summary>Makes the command.</summary>
    public static Command Create(GlobalOptions globals)
    {
        ArgumentNullException.ThrowIfNull(globals);
        var worker = new WorkerCommand();
        var command = new Command("worker", "Does what others plan with --shared, beside any number of other workers on the same PostgreSQL server, until it is stopped.")
        {
            worker._slots, worker._checkIn, worker._chunk, worker._monthly, worker._zone,
        };
        globals.Run(command, worker.Run, "msp worker", "msp worker --slots 4", "msp worker --monthly 05:00 --time-zone Europe/Berlin");
        return command;
    }

    private static Option<int> Number(string name, string description, int standard)
    {
        var option = new Option<int>(name) { Description = description, HelpName = "N", DefaultValueFactory = _ => standard };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && (!int.TryParse(token.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count < 1))
            {
                result.AddError($"{name}: '{token.Value}' is not a number from 1 up.");
            }
        });
        return option;
    }

    private int Run(CommandContext context)
    {
        if (context.DatabaseName == context.DatabasePath)
        {
            throw CommandException.Refused($"'{context.DatabaseName}' is a file, and workers share a PostgreSQL server. A file needs none: msp run preview and msp run post do all of it.");
        }

        var checkIn = TimeSpan.FromSeconds(context.Value(_checkIn));
        using var log = new TerminalLog(context.Terminal.Error);
        using var signals = SignalExport.Start("msp-worker");
        var settings = new ClusterSettings(context.DatabasePath)
        {
            Slots = context.Value(_slots),
            CheckIn = checkIn,
            Patience = checkIn * 2,
            Look = checkIn < LongestLook * 2 ? checkIn / 2 : LongestLook,
            PostingChunk = context.Value(_chunk),
            Checks = new EInvoiceChecks(),
            Monthly = Monthly(context),
            EndsMonthly = Ends(context),
            Log = log,
        };
        var name = Work(context, settings).GetAwaiter().GetResult();
        if (context.Json)
        {
            context.WriteJson(new WorkerJson(name, context.DatabaseName), CommandJson.Plain.WorkerJson);
        }

        context.Say($"Worker {name} stopped; what it had not finished is handed back.");
        return ExitCode.Ok;
    }

    private static async Task<string> Work(CommandContext context, ClusterSettings settings)
    {
        await using var node = await ClusterNode.Start(settings, context.Clock, context.Cancellation).ConfigureAwait(false);
        context.Say($"Worker {node.Name} takes work from {context.DatabaseName}. Stop it with Ctrl-C.");
        await context.Output.FlushAsync().ConfigureAwait(false);
        var stopped = new TaskCompletionSource();
        using (context.Cancellation.Register(stopped.SetResult))
        {
            await stopped.Task.ConfigureAwait(false);
        }

        await node.Stop().ConfigureAwait(false);
        return node.Name;
    }

    private MonthlySchedule? Monthly(CommandContext context)
    {
        try
        {
            return Ends(context) ? null : MonthlySchedule.Read(context.Value(_monthly), context.Value(_zone), "--monthly", "--time-zone");
        }
        catch (FormatException exception)
        {
            throw CommandException.Usage(exception.Message);
        }
    }

    private bool Ends(CommandContext context) => context.Value(_monthly) is MonthlySchedule.Never;
}
