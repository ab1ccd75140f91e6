using System.CommandLine;
using Msp.Billing.Cli.Importing;
using Msp.Billing.Cli.Output;
using Msp.Billing.Cli.Parsing;
using Msp.Billing.Contracts;
using Msp.Billing.EntityFrameworkCore;
using Msp.Billing.EntityFrameworkCore.Auditing;
using Msp.Billing.EntityFrameworkCore.Contracts;

namespace Msp.Billing.Cli.Commands;

/// <summary><c>msp customer</c>: what documents need of a customer that is stored already.</summary>
internal sealed class CustomerCommands
{
    private readonly Argument<string> _number = new("number") { Description = "The customer's number, such as K-1001." };
    private readonly Option<string> _file = new("--file") { Description = "The details, a JSON file; what it leaves out is unknown from then on.", HelpName = "FILE", Required = true };

    /// <summary>Makes the commands.</summary>
    public static Command Create(GlobalOptions globals)
    {
        ArgumentNullException.ThrowIfNull(globals);
        var customer = new CustomerCommands();
        var show = new Command("show", "Shows what the next document says of a customer, as a file that can be edited and set again.") { customer._number };
        globals.Run(show, customer.Show, "msp customer show K-1001 > customer.json", "msp customer show K-1001 --json");
        var set = new Command("set", "Sets what documents say of a customer from the next one on. What was posted keeps what it says.") { customer._number, customer._file };
        globals.Run(set, customer.Set, "msp customer set K-1001 --file customer.json");
        return new Command("customer", "What documents need of a customer: address, numbers, references, orders.") { show, set };
    }

    private static CommandException NotThere(BillingStore store, string number) => CommandException.Refused($"There is no customer '{number}' in '{store.Path}'.");

    private int Show(CommandContext context)
    {
        using var store = context.OpenStore();
        var (id, _) = context.SellerOf(store);
        var number = context.Value(_number) ?? "";
        var (party, _) = new PartyBook(store, id).Customer(number) ?? throw NotThere(store, number);
        if (context.Json)
        {
            context.WriteJson(CustomerDetailsJson.Of(number, party, "shown"), CommandJson.Plain.CustomerDetailsJson);
        }
        else
        {
            context.Output.WriteLine(CustomerDetailsJson.Text(party));
        }

        return ExitCode.Ok;
    }

    private int Set(CommandContext context)
    {
        using var store = context.OpenStore();
        var (id, _) = context.SellerOf(store);
        var (number, path) = (context.Value(_number) ?? "", context.Value(_file) ?? "");
        using var customers = new CustomerReader(store, id);
        var (_, known, version) = customers.Find(number) ?? throw NotThere(store, number);
        var problems = new ImportProblems();
        var wanted = CustomerFile.Read(path, known, problems);
        if (!problems.None)
        {
            foreach (var problem in problems.Listed)
            {
                context.Terminal.Error.WriteLine($"{path}: {problem}");
            }

            return ExitCode.BadFile;
        }

        var (party, isChanged) = Save(context, store, id, wanted, version);
        if (context.Json)
        {
            context.WriteJson(CustomerDetailsJson.Of(number, party, isChanged ? "changed" : "unchanged"), CommandJson.Plain.CustomerDetailsJson);
        }

        context.Say(isChanged ? $"The next document for {number} says so. What was posted keeps what it says." : $"What documents say of {number} is as it was.");
        return ExitCode.Ok;
    }

    private static (CustomerParty Party, bool IsChanged) Save(CommandContext context, BillingStore store, long id, ImportedCustomer wanted, long version)
    {
        var number = wanted.Customer.Number;
        var parties = new PartyBook(store, id);
        using var transaction = store.Begin();
        var before = Now().Version;
        using (var writer = new CustomerWriter(store, id))
        {
            writer.Update(wanted.Customer, version);
        }

        parties.SetCustomer(number, wanted.Details, Now().Version);
        var (party, after) = Now();
        if (after != before)
        {
            new AuditLog(store, id).Append(new AuditEntry(context.Clock.GetUtcNow(), context.Author, AuditActions.CustomerDetailsChanged, number, null));
        }

        transaction.Commit();
        return (party, after != before);

        (CustomerParty Party, long Version) Now() => parties.Customer(number) ?? throw NotThere(store, number);
    }
}
