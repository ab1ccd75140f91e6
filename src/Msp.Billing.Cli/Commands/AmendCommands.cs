using System.CommandLine;
using System.Text.Json;
using Msp.Billing.Amounts;
using Msp.Billing.Catalog;
using Msp.Billing.Cli.Importing;
using Msp.Billing.Cli.Output;
using Msp.Billing.Contracts;
using Msp.Billing.EntityFrameworkCore;
using Msp.Billing.EntityFrameworkCore.Auditing;
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
    private readonly Argument<decimal?> _priceIfAny = new("price") { Description = "The new price of one unit, or of the whole where the price is flat.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Argument<string?> _newCharge = new("charge") { Description = "The charge's code.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Argument<string?> _newName = new("name") { Description = "What documents print.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Argument<decimal?> _newPrice = new("price") { Description = "The price of one unit, or of the whole with --unit flat.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string?> _linesFile = new("--file") { Description = "A JSON file with the line, or a list of lines, written as in an import; in place of the arguments.", HelpName = "FILE" };
    private readonly Option<string?> _priceFile = new("--file") { Description = "A JSON file with the price, written as the pricing of a line in an import: steps, blocks, minimums.", HelpName = "FILE" };
    private readonly PlanChange _planChange = new();
    private readonly Argument<decimal> _oldIndex = new("old") { Description = "The index at the last rise, or at the start." };
    private readonly Argument<decimal> _newIndex = new("new") { Description = "The index as published now." };
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
            amending => [amending.Contract.ChangeQuantity(amending.Note, amending.Context.Value(_line), amending.Context.Value(_quantity))],
            """msp contract amend quantity C-1001 1 48 --day 2026-03-17 --reason "three joiners" """.TrimEnd());
        Add(
            "price", "Sets a line's price: a figure where it is priced by the unit or flat, any price from a file.", [_line, _priceIfAny, _priceFile],
            amending => [amending.Contract.ChangePrice(amending.Note, amending.Context.Value(_line), NewPrice(amending, amending.Context.Value(_line)))],
            """msp contract amend price C-1001 1 155 --day 2027-01-01 --reason "agreed in the review" """.TrimEnd(),
            """msp contract amend price C-1001 1 --file steps.json --day 2027-01-01 --reason "volume prices" """.TrimEnd());
        Add(
            "add-line", "Adds a line, priced by the unit (or flat with --unit flat), monthly in advance or once; any line from a file.",
            [_newCharge, _newName, _newPrice, _unit, _count, _once, _linesFile],
            amending => [.. NewLines(amending).Select(line => amending.Contract.AddLine(amending.Note, line))],
            """msp contract amend add-line C-1001 firewall "Managed firewall" 85 --unit firewall --quantity 2 --day 2026-04-01 --reason "new office" """.TrimEnd(),
            """msp contract amend add-line C-1001 --file line.json --day 2026-04-01 --reason "new office" """.TrimEnd());
        Add(
            "remove-line", "Ends a line; the day is the first that it does not bill.", [_line],
            amending => [amending.Contract.RemoveLine(amending.Note, amending.Context.Value(_line))],
            """msp contract amend remove-line C-1001 2 --day 2026-06-01 --reason "office closed" """.TrimEnd());
        Add(
            "index", "Records a published index; prices rise by its step within the agreed bounds.", [_oldIndex, _newIndex],
            amending => [amending.Contract.PublishIndex(amending.Note, amending.Context.Value(_oldIndex), amending.Context.Value(_newIndex))],
            """msp contract amend index C-1001 117.8 121.3 --day 2027-01-01 --reason "consumer prices of October" """.TrimEnd());
        Add(
            "plan", "Puts the lines of another plan in place of those of the present one.", _planChange.Symbols, _planChange.Apply,
            """msp contract amend plan C-1001 managed-premium --day 2026-07-01 --reason "upgrade" --dry-run""",
            """msp contract amend plan C-1001 managed-premium --remove 1 2 --quantity managed-user=48 --day 2026-07-01 --reason "upgrade" """.TrimEnd());
    }

    private void AddDiscountCommands()
    {
        Add(
            "discount", "Adds a discount to a line or to every recurring line.", [_name, _percent, _amount, _onLine, _until, _periods],
            amending => [amending.Contract.AddDiscount(amending.Note, NewDiscount(amending.Context, amending.Contract), amending.Context.Value(_onLine))],
            """msp contract amend discount C-1001 "Three-year term" --percent 5 --day 2026-04-01 --reason "signed for three years" """.TrimEnd());
        Add(
            "end-discount", "Ends a discount.", [_discount],
            amending => [amending.Contract.RemoveDiscount(amending.Note, amending.Context.Value(_discount))],
            """msp contract amend end-discount C-1001 1 --day 2026-07-01 --reason "term over" """.TrimEnd());
    }

    private void AddMoves()
    {
        Add(
            "suspend", "Pauses service and billing, until a day if it is known.", [_until],
            amending => amending.Context.Value(_until) is { } resume
                ? amending.Contract.Pause(amending.Note, resume)
                : [amending.Contract.Move(amending.Note, ContractAction.Suspend)],
            """msp contract amend suspend C-1001 --day 2026-07-01 --until 2026-08-01 --reason "closed for the summer" """.TrimEnd());
        Add(
            "notice", "Gives notice: from then on the end is known.", [_end],
            amending => [amending.Contract.GiveNotice(amending.Note, amending.Context.Value(_end))],
            """msp contract amend notice C-1001 --day 2026-06-30 --reason "moves to group IT" """.TrimEnd());
        AddMove("resume", "Takes service and billing up again.", ContractAction.Resume);
        AddMove("withdraw-notice", "Takes notice back.", ContractAction.WithdrawNotice);
        AddMove("terminate", "Ends it before its regular end; the day is the first that is not billed.", ContractAction.Terminate);
        AddMove("renew", "Closes it because another contract takes its place; the day is that one's first.", ContractAction.Renew);
        AddMove("send", "Sends it to be signed.", ContractAction.Send);
        AddMove("sign", "Records the customer's signature.", ContractAction.Sign);
        AddMove("withdraw", "Gives it up before it begins.", ContractAction.Withdraw);
    }

    private void AddMove(string name, string description, ContractAction action) => Add(
        name, description, [], amending => [amending.Contract.Move(amending.Note, action)], $"msp contract amend {name} C-1001 --day 2026-04-01 --reason \"as agreed\"");

    private void Add(
        string name, string description, Symbol[] symbols, Func<Amending, IReadOnlyList<Amendment>> change, params string[] examples)
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
        _globals.Run(command, context => Run(context, change), examples);
        _group.Add(command);
    }

    private int Run(CommandContext context, Func<Amending, IReadOnlyList<Amendment>> change)
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
        var recorded = change(new Amending(context, store, id, after, new AmendmentNote(day, recordedAt, context.Author, context.Value(_reason) ?? "")));
        var next = NextRun.Of(before, after, new SellerBook(store).TaxTableOf(id), stored => PostedTaxes.Of(store, id, stored), day);
        if (!dryRun)
        {
            Append(store, id, after.Id, recorded);
            Record(context, store, id, number, recorded);
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

    private static void Record(CommandContext context, BillingStore store, long seller, string contract, IReadOnlyList<Amendment> amendments)
    {
        var log = new AuditLog(store, seller);
        foreach (var amendment in amendments)
        {
            var row = AmendmentRowJson.Of(amendment);
            log.Append(new AuditEntry(
                context.Clock.GetUtcNow(), row.Author, AuditActions.ContractAmended, contract, JsonSerializer.Serialize(row, CommandJson.Compact.AmendmentRowJson)));
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

    private Pricing NewPrice(Amending amending, int lineId)
    {
        var (context, contract) = (amending.Context, amending.Contract);
        var line = ContractParts.LinesOf(contract).FirstOrDefault(line => line.Id == lineId)
            ?? throw CommandException.Refused(
                $"Contract {contract.Number} has no line {lineId}. Lines: {string.Join(", ", ContractParts.LinesOf(contract).Select(line => line.Id))}.");
        return (context.Value(_priceIfAny), context.Value(_priceFile)) switch
        {
            (null, { } path) => AmendmentFile.Price(path, contract.Terms.Currency),
            ({ } price, null) => NewPrice(contract, line, price),
            _ => throw CommandException.Usage("A new price is either a figure or --file."),
        };
    }

    private static Pricing NewPrice(Contract contract, ContractLine line, decimal price) => line.Charge.Pricing.Model switch
    {
        PricingModel.PerUnit => Pricing.PerUnit(price, contract.Terms.Currency),
        PricingModel.Flat => Pricing.Flat(price, contract.Terms.Currency),
        var model => throw CommandException.Refused($"Line {line.Id} has a price by the rule '{EnumText.Words(model)}'; one figure cannot say that. Give the whole price with --file."),
    };

    private IReadOnlyList<ContractLine> NewLines(Amending amending)
    {
        var context = amending.Context;
        return (context.Value(_linesFile), context.Value(_newCharge), context.Value(_newName), context.Value(_newPrice)) switch
        {
            ({ } path, null, _, _) => AmendmentFile.Lines(path, amending.Stored, amending.Note.Day),
            (null, { } charge, { } name, { } price) => [NewLine(context, amending.Contract, charge, name, price)],
            ({ }, _, _, _) => throw CommandException.Usage("A line comes either from --file or from the arguments."),
            _ => throw CommandException.Usage("A new line needs its charge, name and price, or --file."),
        };
    }

    private ContractLine NewLine(CommandContext context, Contract contract, string code, string name, decimal price)
    {
        var unit = BillingUnit.TryFromCode(context.Value(_unit) ?? "")
            ?? throw CommandException.Usage($"'{context.Value(_unit)}' is no billing unit; write one such as user, server, site or flat.");
        var currency = contract.Terms.Currency;
        var pricing = unit == BillingUnit.Flat ? Pricing.Flat(price, currency) : Pricing.PerUnit(price, currency);
        var charge = new Charge(code, name, unit, pricing) { Timing = context.Value(_once) ? ChargeTiming.Once : ChargeTiming.Advance };
        return new ContractLine(ContractParts.NextLine(contract), charge, context.Value(_count));
    }

    private Discount NewDiscount(CommandContext context, Contract contract)
    {
        var id = ContractParts.NextDiscount(contract);
        var name = context.Value(_name) ?? "";
        var discount = (context.Value(_percent), context.Value(_amount)) switch
        {
            ({ } percent, null) => Discount.OfPercent(id, name, percent),
            (null, { } amount) => Discount.OfAmount(id, name, new Money(amount, contract.Terms.Currency)),
            _ => throw CommandException.Usage("A discount is either --percent or --amount."),
        };
        return discount.Within(until: context.Value(_until), firstPeriods: context.Value(_periods));
    }
}
