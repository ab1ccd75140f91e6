using System.CommandLine;
using Msp.Billing.Amounts;
using Msp.Billing.Catalog;
using Msp.Billing.Cli.Output;
using Msp.Billing.Contracts;
using Msp.Billing.EntityFrameworkCore;
using Msp.Billing.EntityFrameworkCore.Contracts;
using Msp.Billing.EntityFrameworkCore.Invoicing;
using Msp.Billing.EntityFrameworkCore.Runs;
using Msp.Billing.Plans;

namespace Msp.Billing.Cli.Commands;

/// <summary><c>msp contract amend …</c>: one dated change, recorded with its author and reason, or shown without recording it.</summary>
internal sealed class AmendCommands
{
    private readonly Argument<string> _number = new("number") { Description = "The contract's number." };
    private readonly Argument<int> _line = new("line") { Description = "The line's number, as 'msp contract show' prints it." };
    private readonly Argument<decimal> _quantity = new("quantity") { Description = "The new quantity, not the difference." };
    private readonly Argument<decimal> _price = new("price") { Description = "The new price of one unit, or of the whole where the price is flat." };
    private readonly Argument<string> _charge = new("charge") { Description = "The charge's code." };
    private readonly Argument<string> _name = new("name") { Description = "What documents print." };
    private readonly Argument<int> _discount = new("discount") { Description = "The discount's number." };
    private readonly Option<DateOnly?> _day = DayOption.Create("--day", "The first day on which it holds.", required: true);
    private readonly Option<string> _reason = new("--reason") { Description = "Why; recorded with it.", HelpName = "TEXT", Required = true };
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Show what the next run would bill, and record nothing." };
    private readonly Option<DateOnly?> _until = DayOption.Create("--until", "The first day on which it no longer holds.");
    private readonly Option<DateOnly?> _end = DayOption.Create("--end", "The first day that is no longer billed. The earliest that the notice leaves when not given.");
    private readonly Option<decimal?> _percent = new("--percent") { Description = "A share off, 0 to 100." };
    private readonly Option<decimal?> _amount = new("--amount") { Description = "An amount off each whole period." };
    private readonly Option<int?> _onLine = new("--line") { Description = "Only this line; every recurring line when not given.", HelpName = "LINE" };
    private readonly Option<int?> _periods = new("--first-periods") { Description = "For the first so many periods only.", HelpName = "N" };
    private readonly Option<string> _unit = new("--unit") { Description = "What is counted, such as user, server, site, flat.", DefaultValueFactory = _ => "user" };
    private readonly Option<decimal> _count = new("--quantity") { Description = "How many.", DefaultValueFactory = _ => 1m };
    private readonly Option<bool> _once = new("--once") { Description = "Billed once, on its first day." };
    private readonly GlobalOptions _globals;
    private readonly Command _group = new("amend", "Records a dated change of a contract. What is billed already is corrected by the next run, never rewritten.");

    private AmendCommands(GlobalOptions globals) => _globals = globals;

    /// <summary>Makes the commands.</summary>
    public static Command Create(GlobalOptions globals)
    {
        var amend = new AmendCommands(globals);
        amend.AddLineCommands();
        amend.AddDiscountCommands();
        amend.AddMoves();
        globals.AddExamples(
            amend._group,
            """msp contract amend quantity C-1001 1 48 --day 2026-03-17 --reason "three joiners" --dry-run""",
            """msp contract amend notice C-1001 --day 2026-06-30 --reason "moves to group IT" """.TrimEnd());
        return amend._group;
    }

    private void AddLineCommands()
    {
        Add(
            "quantity", "Sets a line's quantity.", [_line, _quantity],
            (context, contract, note) => [contract.ChangeQuantity(note, context.Value(_line), context.Value(_quantity))],
            """msp contract amend quantity C-1001 1 48 --day 2026-03-17 --reason "three joiners" """.TrimEnd());
        Add(
            "price", "Sets a line's price; the line must be priced by the unit or flat.", [_line, _price],
            (context, contract, note) => [contract.ChangePrice(note, context.Value(_line), NewPrice(contract, context.Value(_line), context.Value(_price)))],
            """msp contract amend price C-1001 1 155 --day 2027-01-01 --reason "agreed in the review" """.TrimEnd());
        Add(
            "add-line", "Adds a line, priced by the unit (or flat with --unit flat), monthly in advance or once.", [_charge, _name, _price, _unit, _count, _once],
            (context, contract, note) => [contract.AddLine(note, NewLine(context, contract))],
            """msp contract amend add-line C-1001 firewall "Managed firewall" 85 --unit firewall --quantity 2 --day 2026-04-01 --reason "new office" """.TrimEnd());
        Add(
            "remove-line", "Ends a line; the day is the first that it does not bill.", [_line],
            (context, contract, note) => [contract.RemoveLine(note, context.Value(_line))],
            """msp contract amend remove-line C-1001 2 --day 2026-06-01 --reason "office closed" """.TrimEnd());
    }

    private void AddDiscountCommands()
    {
        Add(
            "discount", "Adds a discount to a line or to every recurring line.", [_name, _percent, _amount, _onLine, _until, _periods],
            (context, contract, note) => [contract.AddDiscount(note, NewDiscount(context, contract), context.Value(_onLine))],
            """msp contract amend discount C-1001 "Three-year term" --percent 5 --day 2026-04-01 --reason "signed for three years" """.TrimEnd());
        Add(
            "end-discount", "Ends a discount.", [_discount],
            (context, contract, note) => [contract.RemoveDiscount(note, context.Value(_discount))],
            """msp contract amend end-discount C-1001 1 --day 2026-07-01 --reason "term over" """.TrimEnd());
    }

    private void AddMoves()
    {
        Add(
            "suspend", "Pauses service and billing, until a day if it is known.", [_until],
            (context, contract, note) => context.Value(_until) is { } resume ? contract.Pause(note, resume) : [contract.Move(note, ContractAction.Suspend)],
            """msp contract amend suspend C-1001 --day 2026-07-01 --until 2026-08-01 --reason "closed for the summer" """.TrimEnd());
        Add(
            "notice", "Gives notice: from then on the end is known.", [_end], (context, contract, note) => [contract.GiveNotice(note, context.Value(_end))],
            """msp contract amend notice C-1001 --day 2026-06-30 --reason "moves to group IT" """.TrimEnd());
        AddMove("resume", "Takes service and billing up again.", ContractAction.Resume);
        AddMove("withdraw-notice", "Takes notice back.", ContractAction.WithdrawNotice);
        AddMove("terminate", "Ends it before its regular end; the day is the first that is not billed.", ContractAction.Terminate);
        AddMove("send", "Sends it to be signed.", ContractAction.Send);
        AddMove("sign", "Records the customer's signature.", ContractAction.Sign);
        AddMove("withdraw", "Gives it up before it begins.", ContractAction.Withdraw);
    }

    private void AddMove(string name, string description, ContractAction action) => Add(
        name, description, [], (_, contract, note) => [contract.Move(note, action)], $"msp contract amend {name} C-1001 --day 2026-04-01 --reason \"as agreed\"");

    private void Add(
        string name, string description, Symbol[] symbols, Func<CommandContext, Contract, AmendmentNote, IReadOnlyList<Amendment>> change, string example)
    {
        var command = new Command(name, description) { _number };
        foreach (var symbol in symbols)
        {
            if (symbol is Argument argument)
            {
                command.Add(argument);
            }
            else if (symbol is Option option)
            {
                command.Add(option);
            }
        }

        command.Add(_day);
        command.Add(_reason);
        command.Add(_dryRun);
        _globals.Run(command, context => Run(context, change), example);
        _group.Add(command);
    }

    private int Run(CommandContext context, Func<CommandContext, Contract, AmendmentNote, IReadOnlyList<Amendment>> change)
    {
        using var store = context.OpenStore();
        var (id, seller) = context.SellerOf(store);
        var number = context.Value(_number) ?? "";
        var dryRun = context.Value(_dryRun);
        using var transaction = store.Begin();
        var before = ContractCommands.Find(store, id, number);
        var after = ContractCommands.Find(store, id, number);
        var day = context.Value(_day).GetValueOrDefault();
        var recordedAt = new RunEngine(store, context.Clock).InstantToRecord(seller.Code);
        recordedAt = after.Contract.Amendments is [.., var last] && last.RecordedAt > recordedAt ? last.RecordedAt : recordedAt;
        var recorded = change(context, after.Contract, new AmendmentNote(day, recordedAt, context.Author, context.Value(_reason) ?? ""));
        var next = NextRun.Of(before, after, new SellerBook(store).TaxTableOf(id), stored => PostedTaxes.Of(store, id, stored), day);
        if (!dryRun)
        {
            Append(store, id, after.Id, recorded);
            transaction.Commit();
        }

        Report(context, new AmendJson(number, dryRun, [.. recorded.Select(AmendmentRowJson.Of)], next));
        return ExitCode.Ok;
    }

    private static void Append(BillingStore store, long seller, long contract, IReadOnlyList<Amendment> amendments)
    {
        using var writer = new AmendmentWriter(store, seller);
        foreach (var amendment in amendments)
        {
            writer.Append(contract, amendment);
        }
    }

    private static void Report(CommandContext context, AmendJson report)
    {
        if (context.Json)
        {
            context.WriteJson(report, CommandJson.Plain.AmendJson);
            return;
        }

        foreach (var amendment in report.Amendments)
        {
            context.Say($"{(report.DryRun ? "Dry run, not recorded" : "Recorded")}: {report.Contract}, amendment {Figures.Of(amendment.Number)}, from {Figures.Of(amendment.Day)}: {amendment.Change}");
        }

        if (report.NextRun is not { } next)
        {
            context.Say("The next run cannot draft this contract; its preview will say why.");
            return;
        }

        if (!report.DryRun && context.Quiet)
        {
            return;
        }

        var currency = Currency.FromCode(next.Currency);
        context.Output.WriteLine(
            $"A run through {Figures.Of(next.Through)} bills {Figures.Of(new Money(next.With, currency))} {next.Currency} before tax instead of {Figures.Of(new Money(next.Without, currency))}: {Figures.Signed(new Money(next.Difference, currency).MinorUnits, currency)}");
        var table = new TextTable("", "", "", ">");
        foreach (var line in next.Lines)
        {
            table.Add(line.Description, Figures.Of(line.From), line.LastDay is { } end ? Figures.Of(end) : "", Figures.Of(new Money(line.Net, currency)));
        }

        table.Write(context.Output, context.Color, "  ");
    }

    private static Pricing NewPrice(Contract contract, int lineId, decimal price)
    {
        var line = LinesOf(contract).FirstOrDefault(line => line.Id == lineId)
            ?? throw CommandException.Refused($"Contract {contract.Number} has no line {lineId}. Lines: {string.Join(", ", LinesOf(contract).Select(line => line.Id))}.");
        return line.Charge.Pricing.Model switch
        {
            PricingModel.PerUnit => Pricing.PerUnit(price, contract.Terms.Currency),
            PricingModel.Flat => Pricing.Flat(price, contract.Terms.Currency),
            var model => throw CommandException.Refused(
                $"Line {lineId} is priced by {EnumText.Words(model)}; one price cannot say that. End the line with remove-line and add another."),
        };
    }

    private ContractLine NewLine(CommandContext context, Contract contract)
    {
        var unit = BillingUnit.TryFromCode(context.Value(_unit) ?? "")
            ?? throw CommandException.Usage($"'{context.Value(_unit)}' is no billing unit; write one such as user, server, site or flat.");
        var (price, currency) = (context.Value(_price), contract.Terms.Currency);
        var pricing = unit == BillingUnit.Flat ? Pricing.Flat(price, currency) : Pricing.PerUnit(price, currency);
        var charge = new Charge(context.Value(_charge) ?? "", context.Value(_name) ?? "", unit, pricing)
        {
            Timing = context.Value(_once) ? ChargeTiming.Once : ChargeTiming.Advance,
        };
        return new ContractLine(LinesOf(contract).Select(line => line.Id).DefaultIfEmpty(0).Max() + 1, charge, context.Value(_count));
    }

    private Discount NewDiscount(CommandContext context, Contract contract)
    {
        var id = DiscountsOf(contract).Select(discount => discount.Id).DefaultIfEmpty(0).Max() + 1;
        var name = context.Value(_name) ?? "";
        var discount = (context.Value(_percent), context.Value(_amount)) switch
        {
            ({ } percent, null) => Discount.OfPercent(id, name, percent),
            (null, { } amount) => Discount.OfAmount(id, name, new Money(amount, contract.Terms.Currency)),
            _ => throw CommandException.Usage("A discount is either --percent or --amount."),
        };
        return discount.Within(until: context.Value(_until), firstPeriods: context.Value(_periods));
    }

    private static IEnumerable<ContractLine> LinesOf(Contract contract) => contract.Terms.Lines
        .Concat(contract.Amendments.OfType<Amendment.LineAdded>().Select(added => added.Line))
        .Concat(contract.Amendments.OfType<Amendment.PlanChanged>().SelectMany(plan => plan.Added));

    private static IEnumerable<Discount> DiscountsOf(Contract contract) => contract.Terms.Discounts
        .Concat(LinesOf(contract).SelectMany(line => line.Discounts))
        .Concat(contract.Amendments.OfType<Amendment.DiscountAdded>().Select(added => added.Discount));
}
