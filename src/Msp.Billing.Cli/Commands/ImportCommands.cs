using System.CommandLine;
using System.Globalization;
using Msp.Billing.Cli.Importing;
using Msp.Billing.Cli.Output;
using Msp.Billing.Cli.Parsing;
using Msp.Billing.Contracts;
using Msp.Billing.EntityFrameworkCore;
using Msp.Billing.EntityFrameworkCore.Runs;

namespace Msp.Billing.Cli.Commands;

/// <summary><c>msp import …</c>: takes files whole, or names everything that is wrong with them.</summary>
internal sealed class ImportCommands
{
    private const int Megabyte = 1024 * 1024;
    private const int LargestMegabytes = 2_047;

    private readonly Argument<string> _file = new("file") { Description = "The file; its name ends in .csv or .json.", HelpName = "FILE" };
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Check the file and store nothing. Works without a database, too; then nothing is checked against it." };

    private readonly Option<int> _maxSize = new("--max-size")
    {
        Description = "The largest file that is read, in MB.",
        HelpName = "MB",
        DefaultValueFactory = _ => (int)(ImportFile.DefaultLimit / Megabyte),
    };

    private readonly Option<DateTimeOffset?> _recordedAt = new("--recorded-at")
    {
        Description = "When what the file says counts as recorded, such as 2026-03-01T09:30:00Z. Now when not given; records that say it themselves keep it.",
        HelpName = "INSTANT",
        CustomParser = result =>
        {
            if (!InstantText.TryRead(result.Tokens[0].Value, out var instant))
            {
                result.AddError($"--recorded-at: '{result.Tokens[0].Value}' is not an instant; write it with its offset, such as 2026-03-01T09:30:00Z.");
            }

            return instant;
        },
    };

    private ImportCommands() => _maxSize.Validators.Add(result =>
    {
        if (result.Tokens is [var token] &&
            (!int.TryParse(token.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var size) || size is < 1 or > LargestMegabytes))
        {
            result.AddError(string.Create(CultureInfo.InvariantCulture, $"--max-size: '{token.Value}' is not a number of MB from 1 to {LargestMegabytes}."));
        }
    });

    /// <summary>Makes the commands.</summary>
    public static Command Create(GlobalOptions globals)
    {
        ArgumentNullException.ThrowIfNull(globals);
        var import = new ImportCommands();
        var group = new Command("import", "Takes a file whole, or names everything that is wrong with it, with row and field, and stores nothing. Formats: docs/import.md.")
        {
            import.Make(globals, "catalog", ImportKind.Catalog, "Services, plans, families, price books and tax rates (JSON), or price books (CSV).", "catalog.json", "prices.csv"),
            import.Make(globals, "customers", ImportKind.Customers, "Customers with their sites and parents.", "customers.csv", "customers.json"),
            import.Make(globals, "contracts", ImportKind.Contracts, "Contracts: one row a line (CSV), or with their whole history (JSON).", "contracts.csv", "contracts.json"),
            import.Make(globals, "counts", ImportKind.Counts, "What was counted or reported, by contract, line and day.", "counts.csv", "counts.json"),
        };
        globals.AddExamples(group, "msp import customers customers.csv --dry-run", "msp import contracts contracts.json");
        return group;
    }

    private Command Make(GlobalOptions globals, string name, ImportKind kind, string description, params string[] files)
    {
        var command = new Command(name, description) { _file, _dryRun, _maxSize, _recordedAt };
        globals.Run(command, context => Run(context, name, kind), [.. files.Select(file => $"msp import {name} {file}")]);
        return command;
    }

    private int Run(CommandContext context, string name, ImportKind kind)
    {
        var path = context.Value(_file) ?? "";
        var dryRun = context.Value(_dryRun);
        using var store = dryRun && !BillingStorage.Exists(context.DatabasePath) ? null : context.OpenStore();
        var (sellerId, seller) = store is null ? (0L, null) : SellerOf(context, store);
        var saver = new ImportSaver(store, sellerId, Today(context.Clock, seller), RecordedAt(context, store, seller), context.Cancellation)
        {
            By = dryRun ? null : (context.Author, context.Clock.GetUtcNow()),
        };
        ImportResult result;
        using (var progress = new ProgressDisplay(context, dryRun ? "Checking" : "Importing", "KB"))
        {
            result = saver.Import(kind, path, context.Value(_maxSize) * (long)Megabyte, save: !dryRun, progress.Progress);
        }

        if (context.Json)
        {
            context.WriteJson(ImportJson.Of(name, path, dryRun, store is not null, result), CommandJson.Plain.ImportJson);
        }
        else
        {
            Report(context, path, store is not null, result);
        }

        return result.Problems.None ? ExitCode.Ok : ExitCode.BadFile;
    }

    private static (long Id, Seller? Seller) SellerOf(CommandContext context, BillingStore store)
    {
        var (id, seller) = context.SellerOf(store);
        return (id, seller);
    }

    // Never among what a run has known already: a clock that was set back would hide it.
    private DateTimeOffset RecordedAt(CommandContext context, BillingStore? store, Seller? seller) => context.Value(_recordedAt)
        ?? (store is null || seller is null ? context.Clock.GetUtcNow() : new RunEngine(store, context.Clock).InstantToRecord(seller.Code));

    private static DateOnly Today(TimeProvider clock, Seller? seller)
    {
        var now = clock.GetUtcNow();
        return seller is not null && TimeZoneInfo.TryFindSystemTimeZoneById(seller.TimeZone, out var zone)
            ? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime)
            : DateOnly.FromDateTime(now.UtcDateTime);
    }

    private static void Report(CommandContext context, string path, bool isChecked, ImportResult result)
    {
        var error = context.Terminal.Error;
        foreach (var problem in result.Problems.Listed)
        {
            error.WriteLine($"{path}: {problem}");
        }

        if (result.Problems.None)
        {
            context.Say(result.Saved ? $"Imported {Words(result)} from {path}." : $"{path} is good: {Words(result)}. Nothing was stored.");
            if (!isChecked)
            {
                context.Say($"There is no database at {context.DatabaseName}, so nothing was checked against it.");
            }

            return;
        }

        var more = result.Problems.More == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"and {(result.Problems.TooMany ? "at least " : "")}{result.Problems.More} more. ");
        error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{path}: {more}{result.Problems.Count} {(result.Problems.Count == 1 ? "problem" : "problems")}; nothing was stored."));
    }

    private static string Words(ImportResult result)
    {
        string[] parts =
        [
            .. result.Records.Where(record => record.Count > 0)
                .Select(record => string.Create(CultureInfo.InvariantCulture, $"{record.Count:#,0} {(record.Count == 1 ? record.One : record.Many)}")),
        ];
        return parts.Length == 0 ? "nothing" : string.Join(", ", parts);
    }
}
