using System.CommandLine;
using Msp.Billing.Cli.Demo;
using Msp.Billing.Cli.Exporting;
using Msp.Billing.Cli.Output;
using Msp.Billing.EntityFrameworkCore;
using Msp.Billing.EntityFrameworkCore.Contracts;
using Msp.Billing.EntityFrameworkCore.Invoicing;
using Msp.Billing.Invoicing;

namespace Msp.Billing.Cli.Commands;

/// <summary><c>msp demo</c>: a company to try everything on, and with <c>--run</c> two of its months billed and one invoice explained.</summary>
internal sealed class DemoCommand
{
    private const string Maker = "a.murphy";
    private const string Approver = "d.kelly";

    // February is billed with what was known on its last evening; what was recorded in March reaches back into it.
    private static readonly DateTimeOffset FebruaryEnds = DemoHistory.At(new DateOnly(2026, 3, 1), 5);
    private static readonly DateTimeOffset MarchEnds = DemoHistory.At(new DateOnly(2026, 4, 1), 5);

    private readonly Option<int> _seed = new("--seed") { Description = "Another number makes another company.", HelpName = "NUMBER", DefaultValueFactory = _ => DemoCompany.DefaultSeed };
    private readonly Option<bool> _run = new("--run") { Description = "Bill February and March 2026, and explain one invoice." };
    private readonly Option<string?> _files = new("--files") { Description = "Write the company as files that the import takes, into this folder, and touch no database.", HelpName = "FOLDER" };

    /// <summary>Makes the command.</summary>
    public static Command Create(GlobalOptions globals)
    {
        ArgumentNullException.ThrowIfNull(globals);
        var demo = new DemoCommand();
        var command = new Command("demo", "Makes a database with a provider that does not exist: sixty customers, every kind of plan, fourteen months of changes.")
        {
            demo._run, demo._seed, demo._files,
        };
        globals.Run(command, demo.Run, "msp demo --run --db demo.db", "msp demo --db demo.db", "msp demo --files ./northwind");
        return command;
    }

    private int Run(CommandContext context)
    {
        var company = DemoCompany.Make(context.Value(_seed));
        if (context.Value(_files) is { } folder)
        {
            return WriteFiles(context, company, folder);
        }

        var path = context.DatabasePath;
        Prepare(path, company);
        string? explained = null;
        using (var store = BillingStorage.Open(path))
        {
            new DemoStages(company, store).Begin(context.Value(_run) ? FebruaryEnds : DateTimeOffset.MaxValue);
        }

        context.Say($"{company.Seller.Name}: {company.Customers.Length} customers and {company.Contracts.Length} contracts in {context.DatabaseName}.");
        if (context.Value(_run))
        {
            explained = BillTwoMonths(context, company, path);
        }

        if (context.Json)
        {
            context.WriteJson(new DemoJson(context.DatabaseName, company.Seller.Code, company.Customers.Length, company.Contracts.Length, company.Counts.Length, explained), CommandJson.Plain.DemoJson);
        }
        else if (explained is null)
        {
            context.Say(context.DatabaseName == path ? $"Next: msp run preview --through 2026-02-28 --db {path}" : "Next: msp run preview --through 2026-02-28, with the same database.");
        }

        return ExitCode.Ok;
    }

    private static void Prepare(string path, DemoCompany company)
    {
        BillingStorage.CreateOrMigrate(path);
        using var store = BillingStorage.Open(path);
        if (new SellerBook(store).Find(company.Seller.Code) is not null)
        {
            throw CommandException.Refused($"'{store.Path}' has a seller '{company.Seller.Code}' already. Name another file: msp demo --db FILE.");
        }
    }

    private static string BillTwoMonths(CommandContext context, DemoCompany company, string path)
    {
        var february = new Session(context, company, path, FebruaryEnds, Shown: false);
        february.Bill("2026-02-28");
        using (var store = BillingStorage.Open(path))
        {
            var sellerId = (new SellerBook(store).Find(company.Seller.Code)?.Id).GetValueOrDefault();
            new DemoStages(company, store).Continue(sellerId, FebruaryEnds);
        }

        var march = new Session(context, company, path, MarchEnds, Shown: true);
        march.Bill("2026-03-31");
        var number = WorthShowing(path, company) ?? throw CommandException.Refused("No invoice of the demo adjusts a quantity; another --seed may.");
        march.Call("invoice", "show", number, "--explain");
        return number;
    }

    // A short invoice of the second run whose customer told late that people came and went.
    private static string? WorthShowing(string path, DemoCompany company)
    {
        using var store = BillingStorage.Open(path);
        var sellerId = (new SellerBook(store).Find(company.Seller.Code)?.Id).GetValueOrDefault();
        using var documents = new DocumentReader(store, sellerId);
        return documents.OfRun(2)
            .Where(stored => stored.Document.Kind == DocumentKind.Invoice && stored.Document.Lines.Any(line => line.Cause == AdjustmentCause.Quantity))
            .OrderBy(stored => stored.Document.Lines.Count(line => line.Cause == AdjustmentCause.Quantity) < 2)
            .ThenBy(stored => stored.Document.Lines.Length)
            .ThenBy(stored => stored.Document.Number, StringComparer.Ordinal)
            .FirstOrDefault()?.Document.Number;
    }

    private static int WriteFiles(CommandContext context, DemoCompany company, string folder)
    {
        Directory.CreateDirectory(folder);
        Write(folder, "catalog.json", stream => ImportFiles.WriteCatalog(stream, company.Catalog));
        Write(folder, "customers.json", stream => ImportFiles.WriteCustomers(stream, company.WithDetails()));
        Write(folder, "contracts.json", stream => ImportFiles.WriteContracts(stream, company.Contracts));
        Write(folder, "counts.csv", stream => ImportFiles.WriteCounts(stream, company.Counts));
        if (context.Json)
        {
            context.WriteJson(new DemoJson(folder, company.Seller.Code, company.Customers.Length, company.Contracts.Length, company.Counts.Length, null), CommandJson.Plain.DemoJson);
        }

        context.Say($"{company.Seller.Name}: catalog.json, customers.json, contracts.json and counts.csv in {folder}.");
        return ExitCode.Ok;
    }

    private static void Write(string folder, string name, Action<Stream> write)
    {
        using var stream = File.Create(Path.Combine(folder, name));
        write(stream);
    }

    /// <summary>Types commands on a day of the company's life, as a person would.</summary>
    private sealed record Session(CommandContext Context, DemoCompany Company, string Path, DateTimeOffset Now, bool Shown)
    {
        public void Bill(string through)
        {
            Call("run", "preview", "--through", through, "--author", Maker);
            Call("run", "review", "--author", Maker, "--items", "10");
            Call("run", "approve", "--author", Approver);
            Call("run", "post", "--author", Approver);
        }

        public void Call(params string[] args)
        {
            var isShown = Shown && !Context.Json;
            var terminal = Context.Terminal with
            {
                Clock = new DemoClock(Now),
                Output = isShown ? Context.Terminal.Output : TextWriter.Null,
                ShowsProgress = false,
            };
            if (isShown)
            {
                Context.Say("");
                Context.Say($"> msp {string.Join(' ', args)}");
            }

            var quiet = isShown && !Context.Quiet ? Array.Empty<string>() : ["--quiet"];
            var exit = CommandLine.Run([.. args, "--db", Path, "--seller", Company.Seller.Code, .. quiet], terminal);
            if (exit != ExitCode.Ok)
            {
                throw new CommandException(exit, $"The demo stopped at 'msp {string.Join(' ', args)}'; see the message above.");
            }
        }
    }
}
