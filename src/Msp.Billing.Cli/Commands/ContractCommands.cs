using System.CommandLine;
using Msp.Billing.Cli.Output;
using Msp.Billing.Contracts;
using Msp.Billing.EntityFrameworkCore;
using Msp.Billing.EntityFrameworkCore.Contracts;

namespace Msp.Billing.Cli.Commands;

/// <summary><c>msp contract …</c>: what is agreed, its course, and its changes.</summary>
internal sealed class ContractCommands
{
    private readonly Argument<string> _number = new("number") { Description = "The contract's number." };
    private readonly Argument<string?> _numberIfAny = new("number") { Description = "The contract's number; without one, the diagram of every contract's life.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<DateOnly?> _on = DayOption.Create("--on", "The day that is looked at. Today in the seller's time zone when not given.");

    /// <summary>Makes the commands.</summary>
    public static Command Create(GlobalOptions globals)
    {
        ArgumentNullException.ThrowIfNull(globals);
        var contract = new ContractCommands();
        var show = new Command("show", "Shows terms, lines, amendments, status and what is billed through.") { contract._number, contract._on };
        var lifecycle = new Command("lifecycle", "Prints the life of a contract as a Mermaid diagram, or one contract's course and what can be done now.") { contract._numberIfAny, contract._on };
        globals.Run(show, contract.Show, "msp contract show C-1001", "msp contract show C-1001 --on 2026-03-31 --json");
        globals.Run(lifecycle, contract.Lifecycle, "msp contract lifecycle", "msp contract lifecycle C-1001");
        return new Command("contract", "What is agreed with a customer, its course, and its changes.") { show, lifecycle, AmendCommands.Create(globals), TerminationCommand.Create(globals) };
    }

    /// <summary>A contract that must be there.</summary>
    /// <exception cref="CommandException">There is none with this number.</exception>
    internal static StoredContract Find(BillingStore store, long seller, string number)
    {
        using var reader = new ContractReader(store, seller);
        return reader.Find(number) ?? throw CommandException.Refused($"There is no contract '{number}' in '{store.Path}'.");
    }

    /// <summary>Today where the seller is; in UTC where its zone is unknown to the machine.</summary>
    internal static DateOnly Today(CommandContext context, Seller seller)
    {
        var now = context.Clock.GetUtcNow();
        return DateOnly.FromDateTime(TimeZoneInfo.TryFindSystemTimeZoneById(seller.TimeZone, out var zone) ? TimeZoneInfo.ConvertTime(now, zone).DateTime : now.UtcDateTime);
    }

    private int Show(CommandContext context)
    {
        using var store = context.OpenStore();
        var (id, seller) = context.SellerOf(store);
        var stored = Find(store, id, context.Value(_number) ?? "");
        var shown = ContractShowJson.Of(stored, context.Value(_on) ?? Today(context, seller));
        if (context.Json)
        {
            context.WriteJson(shown, CommandJson.Plain.ContractShowJson);
            return ExitCode.Ok;
        }

        new ContractText(context.Output, context.Color).Write(shown);
        return ExitCode.Ok;
    }

    private int Lifecycle(CommandContext context)
    {
        if (context.Value(_numberIfAny) is not { } number)
        {
            if (context.Json)
            {
                context.WriteJson(new LifecycleJson(null, null, null, [], [], ContractLifecycle.ToMermaid()), CommandJson.Plain.LifecycleJson);
            }
            else
            {
                context.Output.Write(ContractLifecycle.ToMermaid());
            }

            return ExitCode.Ok;
        }

        using var store = context.OpenStore();
        var (id, seller) = context.SellerOf(store);
        var contract = Find(store, id, number).Contract;
        var day = context.Value(_on) ?? Today(context, seller);
        var allowed = contract.AllowedOn(day);
        if (context.Json)
        {
            context.WriteJson(
                new LifecycleJson(
                    contract.Number, day, EnumText.Name(contract.StatusOn(day)),
                    [.. contract.StatusChanges().Select(change => new StatusChangeJson(change.From, EnumText.Name(change.Status)))],
                    [.. allowed.Select(EnumText.Name)], null),
                CommandJson.Plain.LifecycleJson);
            return ExitCode.Ok;
        }

        context.Output.WriteLine($"Contract {contract.Number}: {EnumText.Words(contract.StatusOn(day))} on {Figures.Of(day)}");
        context.Output.WriteLine($"  at first    {EnumText.Words(contract.InitialStatus)}");
        foreach (var (from, status) in contract.StatusChanges())
        {
            context.Output.WriteLine($"  {Figures.Of(from)}  {EnumText.Words(status)}");
        }

        context.Output.WriteLine($"On {Figures.Of(day)} it can: {(allowed.IsEmpty ? "nothing more" : string.Join(", ", allowed.Select(EnumText.Words)))}");
        return ExitCode.Ok;
    }
}
