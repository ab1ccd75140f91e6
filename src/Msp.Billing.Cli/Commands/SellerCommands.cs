using System.CommandLine;
using System.Text.Json;
using Msp.Billing.Cli.Importing;
using Msp.Billing.Cli.Output;
using Msp.Billing.Cli.Parsing;
using Msp.Billing.EntityFrameworkCore.Auditing;
using Msp.Billing.EntityFrameworkCore.Contracts;

namespace Msp.Billing.Cli.Commands;

/// <summary><c>msp seller</c>: what documents say of the seller: address, numbers, contact, account, look.</summary>
internal sealed class SellerCommands
{
    private readonly Option<string> _file = new("--file") { Description = "The details, a JSON file; what it leaves out is unknown from then on.", HelpName = "FILE", Required = true };

    /// <summary>Makes the commands.</summary>
    public static Command Create(GlobalOptions globals)
    {
        ArgumentNullException.ThrowIfNull(globals);
        var seller = new SellerCommands();
        var show = new Command("show", "Shows what the next document says of the seller, as a file that can be edited and set again.");
        globals.Run(show, Show, "msp seller show > seller.json", "msp seller show --json");
        var set = new Command("set", "Sets what documents say of the seller from the next one on. What was posted keeps what it says.") { seller._file };
        globals.Run(set, seller.Set, "msp seller set --file seller.json");
        return new Command("seller", "What documents say of the seller: address, numbers, contact, account, look.") { show, set };
    }

    private static int Show(CommandContext context)
    {
        using var store = context.OpenStore();
        var (id, seller) = context.SellerOf(store);
        var (party, _) = new PartyBook(store, id).Seller();
        if (context.Json)
        {
            context.WriteJson(SellerDetailsJson.Of(seller.Code, party, "shown"), CommandJson.Plain.SellerDetailsJson);
        }
        else
        {
            context.Output.WriteLine(SellerDetailsJson.Text(party.Details));
        }

        return ExitCode.Ok;
    }

    private int Set(CommandContext context)
    {
        var path = context.Value(_file) ?? "";
        var problems = new ImportProblems();
        var details = SellerFile.Read(path, problems);
        if (!problems.None)
        {
            foreach (var problem in problems.Listed)
            {
                context.Terminal.Error.WriteLine($"{path}: {problem}");
            }

            return ExitCode.BadFile;
        }

        using var store = context.OpenStore();
        var (id, seller) = context.SellerOf(store);
        var parties = new PartyBook(store, id);
        bool isChanged;
        using (var transaction = store.Begin())
        {
            var before = parties.Seller().Version;
            parties.SetSeller(details, before);
            isChanged = parties.Seller().Version != before;
            if (isChanged)
            {
                new AuditLog(store, id).Append(new AuditEntry(
                    context.Clock.GetUtcNow(), context.Author, AuditActions.SellerDetailsChanged, seller.Code,
                    JsonSerializer.Serialize(SellerJson.Of(seller), CommandJson.Compact.SellerJson)));
            }

            transaction.Commit();
        }

        if (context.Json)
        {
            context.WriteJson(SellerDetailsJson.Of(seller.Code, parties.Seller().Party, isChanged ? "changed" : "unchanged"), CommandJson.Plain.SellerDetailsJson);
        }

        context.Say(isChanged ? $"The next document of {seller.Code} says so. What was posted keeps what it says." : $"What documents say of {seller.Code} is as it was.");
        return ExitCode.Ok;
    }
}
