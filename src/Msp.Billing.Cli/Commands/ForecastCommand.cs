using System.CommandLine;
using System.Globalization;
using Msp.Billing.Cli.Output;
using Msp.Billing.EntityFrameworkCore.Contracts;
using Msp.Billing.EntityFrameworkCore.Invoicing;
using Msp.Billing.Invoicing;

namespace Msp.Billing.Cli.Commands;

/// <summary><c>msp forecast</c>: what the coming months bill, with uplifts, renewals and expiries.</summary>
internal sealed class ForecastCommand
{
    private readonly Argument<string> _contract = new("contract") { Description = "The contract's number." };
    private readonly Option<int> _months = new("--months") { Description = "How many months, 1 to 1,200.", HelpName = "COUNT", DefaultValueFactory = _ => 12 };
    private readonly Option<DateOnly?> _from = DayOption.Create("--from", "The day of the first run. The first of the month after what is billed when not given.");

    /// <summary>Makes the command.</summary>
    public static Command Create(GlobalOptions globals)
    {
        ArgumentNullException.ThrowIfNull(globals);
        var forecast = new ForecastCommand();
        var command = new Command("forecast", "Shows what the coming months bill, by the engine that bills them. Issues nothing.") { forecast._contract, forecast._months, forecast._from };
        globals.Run(command, forecast.Run, "msp forecast C-1001 --months 36", "msp forecast C-1001 --from 2026-04-01 --json");
        return command;
    }

    private int Run(CommandContext context)
    {
        var months = context.Value(_months);
        if (months is < 1 or > Forecaster.MostMonths)
        {
            throw CommandException.Usage($"--months is 1 to {Forecaster.MostMonths}.");
        }

        using var store = context.OpenStore();
        var (seller, _) = context.SellerOf(store);
        using var reader = new ContractReader(store, seller);
        var number = context.Value(_contract) ?? "";
        var stored = reader.Find(number) ?? throw CommandException.Refused($"There is no contract '{number}'.");
        var billed = new BilledLedger();
        using var documents = new DocumentReader(store, seller);
        billed.Restore(number, stored.Billed.Span, () => documents.OfContract(stored.Id).Select(document => document.Document));
        var tax = new TableTaxCalculator(new SellerBook(store).TaxTableOf(seller));
        var first = context.Value(_from) ?? FirstOfMonthAfter(stored.BilledThrough ?? stored.Contract.Terms.Start.AddDays(-1));
        var forecast = Forecaster.Forecast(stored.Contract, stored.Customer, tax, first, months, billed, stored.Counts);
        var currency = stored.Contract.Terms.Currency;
        var rows = forecast.Select(month => new ForecastMonthJson(
            Text.Day(month.Through), currency.Code, month.Draft?.Lines.Length ?? 0, month.Draft?.Subtotal.Amount ?? 0m, month.Draft?.Tax.Amount ?? 0m,
            month.Draft?.Total.Amount ?? 0m)).ToList();
        if (context.Json)
        {
            context.WriteJson(rows, CommandJson.Plain.IReadOnlyListForecastMonthJson);
            return ExitCode.Ok;
        }

        Text.Table(
            context.Output, ["Run of", ">Lines", ">Net", ">Tax", ">Total"],
            [.. rows.Select(row => new[] { row.Through, row.Lines.ToString(CultureInfo.InvariantCulture), Plain(row.Subtotal), Plain(row.Tax), $"{Plain(row.Total)} {row.Currency}" })]);
        context.Say($"{months} months: {Plain(rows.Sum(row => row.Total))} {currency.Code}. Use that is reported later is not in it.");
        return ExitCode.Ok;
    }

    private static DateOnly FirstOfMonthAfter(DateOnly day) => new DateOnly(day.Year, day.Month, 1).AddMonths(1);

    private static string Plain(decimal value) => value.ToString("0.00##", CultureInfo.InvariantCulture);
}
