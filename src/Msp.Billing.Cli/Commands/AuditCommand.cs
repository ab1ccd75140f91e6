using System.CommandLine;
using System.Globalization;
using Msp.Billing.Cli.Output;
using Msp.Billing.EntityFrameworkCore.Auditing;

namespace Msp.Billing.Cli.Commands;

/// <summary><c>msp audit</c>: who did what and when, from the log that nobody can change unseen.</summary>
internal sealed class AuditCommand
{
    private readonly Option<string?> _subject = new("--subject") { Description = "Only what was done to this, such as RUN-0001 or C-1001.", HelpName = "NUMBER" };
    private readonly Option<string?> _action = new("--action") { Description = "Only what begins so, such as run or run-approved.", HelpName = "CODE" };
    private readonly Option<string?> _by = new("--by") { Description = "Only what this person did.", HelpName = "NAME" };
    private readonly Option<DateOnly?> _since = DayOption.Create("--since", "Only from this day on, in UTC.");
    private readonly Option<int> _limit = new("--limit") { Description = "At most so many, the newest.", HelpName = "COUNT", DefaultValueFactory = _ => 100 };

    /// <summary>Makes the command.</summary>
    public static Command Create(GlobalOptions globals)
    {
        ArgumentNullException.ThrowIfNull(globals);
        var audit = new AuditCommand();
        var command = new Command("audit", "Shows who did what and when: runs, approvals, amendments, imports, settings. Checks that no entry was changed or taken out.")
        {
            audit._subject, audit._action, audit._by, audit._since, audit._limit,
        };
        globals.Run(command, audit.Run, "msp audit --subject RUN-0001", "msp audit --action contract --since 2026-03-01 --json");
        return command;
    }

    private int Run(CommandContext context)
    {
        var limit = context.Value(_limit);
        if (limit < 1)
        {
            throw CommandException.Usage("--limit is 1 or more.");
        }

        using var store = context.OpenStore();
        var (seller, _) = context.SellerOf(store);
        var search = new AuditSearch(store, seller);
        var filter = new AuditFilter
        {
            Subject = context.Value(_subject),
            Action = context.Value(_action),
            Author = context.Value(_by),
            From = context.Value(_since) is { } since ? new DateTimeOffset(since.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) : null,
        };
        var report = new AuditJson(
            [.. search.Find(filter, 0, limit).Reverse().Select(row => AuditEntryJson.Of((row.Sequence, row.Entry)))], search.Count(new AuditFilter()), new AuditLog(store, seller).FirstFault());
        if (context.Json)
        {
            context.WriteJson(report, CommandJson.Plain.AuditJson);
        }
        else
        {
            Write(context, report, search.Count(filter));
        }

        return report.FirstFault is null ? ExitCode.Ok : ExitCode.Refused;
    }

    /// <summary>Writes entries under their heads.</summary>
    internal static void WriteTable(CommandContext context, IEnumerable<AuditEntryJson> entries, string indent = "")
    {
        var table = new TextTable(">No", "At", "By", "What", "Subject", "Detail");
        foreach (var entry in entries)
        {
            table.Add(
                entry.Sequence.ToString(CultureInfo.InvariantCulture), Figures.Of(entry.At), entry.Author, entry.Action.Replace('-', ' '), entry.Subject, entry.DetailWords());
        }

        table.Write(context.Output, context.Color, indent);
    }

    private static void Write(CommandContext context, AuditJson report, int found)
    {
        if (report.Entries.Count > 0)
        {
            WriteTable(context, report.Entries);
        }
        else
        {
            context.Say(report.Total == 0 ? "Nothing is recorded yet." : "No entry matches.");
        }

        if (report.FirstFault is { } place)
        {
            context.Terminal.Error.WriteLine($"The log was changed: entry {place.ToString(CultureInfo.InvariantCulture)} is missing or is not what was recorded.");
            return;
        }

        if (report.Total > 0)
        {
            var shown = report.Entries.Count == found ? "" : $" of {Figures.Of(found)} that match";
            context.Say($"{Figures.Of(report.Entries.Count)} shown{shown}; the log has {Figures.Of(report.Total)}, and none was changed.");
        }
    }
}
