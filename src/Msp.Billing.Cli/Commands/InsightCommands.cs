using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json.Serialization.Metadata;
using Msp.Billing.Amounts;
using Msp.Billing.Cli.Output;
using Msp.Billing.EntityFrameworkCore.Contracts;
using Msp.Billing.EntityFrameworkCore.Insights;

namespace Msp.Billing.Cli.Commands;

/// <summary><c>msp insights …</c>: MRR and its movement, margins, renewals, uplifts and what is counted but not billed.</summary>
internal sealed class InsightCommands
{
    private const int DefaultMonths = 12;
    private readonly Option<DateOnly?> _from = DayOption.Create("--from", "A day of the first month; for renewals and uplifts the first day. A year before the last month, or the last day, when not given.");
    private readonly Option<DateOnly?> _through = DayOption.Create("--through", "The day of the figures: the last month ends on it. Today when not given.");
    private readonly Option<int> _days = new("--days") { Description = "How many days ahead to look, 1 to 1,000.", HelpName = "COUNT", DefaultValueFactory = _ => 90 };
    private readonly Option<string?> _currency = new("--currency") { Description = "Only this currency, such as EUR. All when not given.", HelpName = "CODE" };
    private readonly Option<bool> _csv = new("--csv") { Description = "Write CSV for a spreadsheet; words that would be a formula are neutralised." };

    /// <summary>Makes the commands.</summary>
    public static Command Create(GlobalOptions globals)
    {
        ArgumentNullException.ThrowIfNull(globals);
        var insights = new InsightCommands();
        return new Command("insights", "Says what contracts are worth a month, why that moved, what customers earn, and what is not billed. Records nothing.")
        {
            insights.Make(
                globals, "mrr", "Shows monthly recurring revenue by month, and how it leads to what was posted.", insights.Mrr,
                [insights._from, insights._through, insights._currency], "msp insights mrr --from 2026-01-01 --through 2026-03-31", "msp insights mrr --csv"),
            insights.Make(
                globals, "movement", "Shows by month what was won, extended, reduced and lost; it sums exactly.", insights.Movement,
                [insights._from, insights._through, insights._currency], "msp insights movement --from 2026-01-01 --through 2026-03-31 --json"),
            insights.Make(
                globals, "margin", "Shows by customer what was billed, what it cost, and what an hour earned. Costs that are not known are said.", insights.Margin,
                [insights._from, insights._through, insights._currency], "msp insights margin --from 2026-01-01 --through 2026-03-31"),
            insights.Make(
                globals, "renewals", "Shows contracts that renew unless notice is given in time, and contracts that end, with what they are worth.", insights.Renewals,
                [insights._through, insights._days], "msp insights renewals --days 180"),
            insights.Make(
                globals, "uplifts", "Shows the next uplifts: when, by how much, and what they bring a month.", insights.Uplifts,
                [insights._through, insights._days], "msp insights uplifts --days 365 --csv"),
            insights.Make(
                globals, "leakage", "Shows what is counted or committed to a vendor and not billed, in money a month.", insights.Leakage,
                [insights._through], "msp insights leakage"),
        };
    }

    private Command Make(GlobalOptions globals, string name, string description, Func<CommandContext, int> run, Option[] options, params string[] examples)
    {
        var command = new Command(name, description) { _csv };
        foreach (var option in options)
        {
            command.Add(option);
        }

        globals.Run(command, run, examples);
        return command;
    }

    private int Mrr(CommandContext context) => Report(context, InsightTables.Mrr, CommandJson.Plain.IReadOnlyListMrrMonthJson, (reader, _, _) =>
        [.. Currencies(context, reader).SelectMany(currency => reader.Months(currency)).Select(InsightTables.Of)]);

    private int Movement(CommandContext context) => Report(context, InsightTables.Movement, CommandJson.Plain.IReadOnlyListMovementJson, (reader, _, _) =>
        [.. Currencies(context, reader).SelectMany(currency => reader.Months(currency).Select(month => InsightTables.Of(month.Month, currency, reader.Movement(month.Month, currency))))]);

    private int Margin(CommandContext context) => Report(context, InsightTables.Margin, CommandJson.Plain.IReadOnlyListMarginJson, (reader, from, day) =>
        [.. Currencies(context, reader).SelectMany(currency => reader.Margins(from, day, currency, MarginOrder.Revenue, 0, int.MaxValue).Rows).Select(InsightTables.Of)]);

    private int Renewals(CommandContext context) => Report(context, InsightTables.Renewals, CommandJson.Plain.IReadOnlyListRenewalJson, (reader, _, day) =>
        [.. reader.Renewals(day, day.AddDays(Days(context) + 1), 0, int.MaxValue).Rows.Select(InsightTables.Of)]);

    private int Uplifts(CommandContext context) => Report(context, InsightTables.Uplifts, CommandJson.Plain.IReadOnlyListUpliftDueJson, (reader, _, day) =>
        [.. reader.Uplifts(day.AddDays(Days(context) + 1), 0, int.MaxValue).Rows.Select(InsightTables.Of)]);

    private int Leakage(CommandContext context) => Report(context, InsightTables.Leaks, CommandJson.Plain.IReadOnlyListLeakJson, (reader, _, _) =>
        [.. reader.Leaks(0, int.MaxValue).Rows.Select(InsightTables.Of)]);

    // The figures are computed in a transaction that is taken back: a report changes nothing, not even what the pages keep.
    private int Report<T>(CommandContext context, FigureTable<T> table, JsonTypeInfo<IReadOnlyList<T>> shape, Func<InsightReader, DateOnly, DateOnly, IReadOnlyList<T>> rows)
    {
        using var store = context.OpenStore();
        var (id, seller) = context.SellerOf(store);
        var day = context.Value(_through) ?? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(context.Clock.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(seller.TimeZone)).DateTime);
        var from = context.Value(_from) ?? day.AddMonths(1 - DefaultMonths);
        if (from > day)
        {
            throw CommandException.Usage($"--from {Figures.Of(from)} is after --through {Figures.Of(day)}.");
        }

        var month = new DateOnly(from.Year, from.Month, 1);
        using var transaction = store.Begin();
        var leftOut = new InsightWriter(store, id).Refresh(month, day, day, context.Cancellation);
        new ContractSummaries(store, id).Refresh(day);
        var found = rows(new InsightReader(store, id), month, day);
        if (context.Value(_csv))
        {
            table.WriteCsv(context.Output, found);
        }
        else if (context.Json)
        {
            context.WriteJson(found, shape);
        }
        else if (found.Count == 0)
        {
            context.Say("Nothing.");
        }
        else
        {
            table.WriteText(context.Output, found);
        }

        if (leftOut > 0)
        {
            context.Terminal.Error.WriteLine($"{leftOut} contracts cannot be computed and are not in it; msp run problems names them after a preview.");
        }

        return ExitCode.Ok;
    }

    private int Days(CommandContext context) => context.Value(_days) is var days and >= 1 and <= 1_000 ? days : throw CommandException.Usage("--days is 1 to 1,000.");

    private ImmutableArray<Currency> Currencies(CommandContext context, InsightReader reader)
    {
        if (context.Value(_currency) is not { } code)
        {
            return reader.Currencies();
        }

        return Currency.TryFromCode(code, out var currency) ? [currency] : throw CommandException.Usage($"'{code}' is no currency; write its three letters, such as EUR.");
    }
}
