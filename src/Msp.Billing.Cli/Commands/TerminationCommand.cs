using System.CommandLine;
using System.Globalization;
using Msp.Billing.Cli.Output;
using Msp.Billing.Contracts;
using Msp.Billing.EntityFrameworkCore.Contracts;
using Msp.Billing.Invoicing;
using Msp.Billing.Rating;

namespace Msp.Billing.Cli.Commands;

/// <summary><c>msp contract termination</c>: what it costs to leave a contract on a day, with its arithmetic. Records nothing.</summary>
internal sealed class TerminationCommand
{
    private readonly Argument<string> _number = new("number") { Description = "The contract's number." };
    private readonly Option<DateOnly?> _on = DayOption.Create("--on", "The first day that would no longer be billed.", required: true);
    private readonly Option<DateOnly?> _noticeGiven = DayOption.Create("--notice-given", "The day on which notice is given. Today in the seller's time zone when not given, or the day of leaving if that is earlier.");

    /// <summary>Makes the command.</summary>
    public static Command Create(GlobalOptions globals)
    {
        ArgumentNullException.ThrowIfNull(globals);
        var termination = new TerminationCommand();
        var command = new Command("termination", "Shows what it costs to leave a contract on a day, with its arithmetic. Records nothing.")
        {
            termination._number, termination._on, termination._noticeGiven,
        };
        globals.Run(command, termination.Run, "msp contract termination C-1001 --on 2027-07-01", "msp contract termination C-1001 --on 2027-07-01 --notice-given 2027-06-15 --json");
        return command;
    }

    private int Run(CommandContext context)
    {
        using var store = context.OpenStore();
        var (id, seller) = context.SellerOf(store);
        var stored = ContractCommands.Find(store, id, context.Value(_number) ?? "");
        var day = context.Value(_on) ?? throw CommandException.Usage("--on is missing: the first day that would no longer be billed.");
        var today = ContractCommands.Today(context, seller);
        var notice = context.Value(_noticeGiven) ?? (today < day ? today : day);
        var quoter = new TerminationQuoter(new TableTaxCalculator(new SellerBook(store).TaxTableOf(id)));
        var cost = quoter.Quote(stored.Contract, stored.Customer, day, notice, stored.Counts);
        var currency = stored.Contract.Terms.Currency;
        if (context.Json)
        {
            var end = cost.Quote.Steps.OfType<TerminationStep.RegularEnd>().Single().End;
            context.WriteJson(
                new TerminationJson(
                    stored.Contract.Number, day, notice, end, currency.Code, cost.Quote.Fee.Amount,
                    [.. cost.Lines.Select(line => new TerminationLineJson(line.Line.Id, line.Line.Charge.Code, line.Days.Start, line.Days.End, line.Amount.Amount))],
                    ExplanationJson.Of(cost.Explanation)),
                CommandJson.Plain.TerminationJson);
            return ExitCode.Ok;
        }

        foreach (var line in ExplanationText.Render(cost.Explanation, currency, CultureInfo.InvariantCulture))
        {
            context.Output.WriteLine(line);
        }

        return ExitCode.Ok;
    }
}
