using System.CommandLine;
using System.Text.Json;
using Msp.Billing.Cli.Output;
using Msp.Billing.EntityFrameworkCore.Ledger;

namespace Msp.Billing.Cli.Commands;

/// <summary><c>msp ledger policy show | set</c>: the account map, what becomes of credit notes, and how customers are reminded.</summary>
internal sealed class LedgerPolicyCommands
{
    private readonly Option<string> _file = new("--file") { Description = "The policy, a JSON file as show writes it; what it leaves out is standard from then on.", HelpName = "FILE", Required = true };

    /// <summary>Adds the commands to <c>msp ledger</c>.</summary>
    public static void AddTo(Command group, GlobalOptions globals)
    {
        ArgumentNullException.ThrowIfNull(group);
        ArgumentNullException.ThrowIfNull(globals);
        var own = new LedgerPolicyCommands();
        var show = new Command("show", "Shows accounts, credit notes and reminders, as a file that can be edited and set again.");
        globals.Run(show, Show, "msp ledger policy show > books.json");
        var set = new Command("set", "Sets them for what is booked and reminded from now on. What is booked stays where it is.") { own._file };
        globals.Run(set, own.Set, "msp ledger policy set --file books.json");
        var policy = new Command("policy", "The account map, credit notes and reminders.") { show, set };
        globals.AddExamples(policy, "msp ledger policy show > books.json", "msp ledger policy set --file books.json");
        group.Add(policy);
    }

    private static int Show(CommandContext context)
    {
        var (store, id, seller) = Bookkeeping.Open(context);
        using (store)
        {
            context.WriteJson(LedgerPolicyJson.Of(new LedgerPolicies(store, id).Get(), seller.Currency), CommandJson.Plain.LedgerPolicyJson);
            return ExitCode.Ok;
        }
    }

    private int Set(CommandContext context)
    {
        var path = context.Value(_file) ?? "";
        LedgerPolicyJson? wanted;
        try
        {
            wanted = JsonSerializer.Deserialize(File.ReadAllText(path), CommandJson.Plain.LedgerPolicyJson);
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new CommandException(ExitCode.BadFile, $"{path}: {exception.Message} See how it is written: msp ledger policy show.");
        }

        var (store, id, seller) = Bookkeeping.Open(context);
        using (store)
        {
            var policies = new LedgerPolicies(store, id);
            var policy = (wanted ?? throw new CommandException(ExitCode.BadFile, $"{path}: there is nothing in it.")).ToPolicy(seller.Currency);
            var isChanged = policies.Change(policy, context.Author, context.Clock);
            if (context.Json)
            {
                context.WriteJson(LedgerPolicyJson.Of(policies.Get(), seller.Currency), CommandJson.Plain.LedgerPolicyJson);
            }
            else
            {
                context.Say(isChanged ? "It holds for what is booked and reminded from now on." : "It is as it was.");
            }

            return ExitCode.Ok;
        }
    }
}
