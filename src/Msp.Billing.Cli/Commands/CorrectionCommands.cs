using System.CommandLine;
using Msp.Billing.Cli.Output;
using Msp.Billing.EntityFrameworkCore.Ledger;

namespace Msp.Billing.Cli.Commands;

/// <summary><c>msp invoice credit</c> and <c>msp invoice write-off</c>: corrections of what is posted, which itself never changes.</summary>
internal sealed class CorrectionCommands
{
    private readonly Argument<string> _number = new("number") { Description = "The document's number, such as INV-2026-0000001." };
    private readonly Option<int[]> _line = new("--line") { Description = "Only this line, by its number on the document; repeat for several.", HelpName = "NUMBER" };
    private readonly Option<bool> _rebill = new("--rebill") { Description = "Bill the contract anew at once, as it is known now. Otherwise what is credited stays credited." };
    private readonly Option<DateOnly?> _on = DayOption.Create("--on", "The day on the credit note, or in the books; today when not given.");
    private readonly Option<string> _reason = new("--reason") { Description = "Why; it is recorded.", HelpName = "TEXT", Required = true };
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Show what would be issued; no number is used." };
    private readonly Option<bool> _discount = new("--as-discount") { Description = "It is a discount that is granted, not a debt that is lost." };

    /// <summary>Adds the commands.</summary>
    public static void AddTo(Command invoice, GlobalOptions globals)
    {
        ArgumentNullException.ThrowIfNull(invoice);
        ArgumentNullException.ThrowIfNull(globals);
        var own = new CorrectionCommands();
        var credit = new Command("credit", "Credits a posted document or some of its lines with a credit note; no number is ever used again.")
        {
            own._number, own._line, own._rebill, own._on, own._reason, own._dryRun,
        };
        globals.Run(
            credit, own.Credit, "msp invoice credit INV-2026-0000001 --reason \"wrong customer\" --dry-run",
            "msp invoice credit INV-2026-0000001 --line 2 --rebill --reason \"miscounted\"");
        var writeOff = new Command("write-off", "Gives up what is open of an invoice.") { own._number, own._on, own._reason, own._discount };
        globals.Run(writeOff, own.WriteOff, "msp invoice write-off INV-2026-0000001 --reason insolvent");
        invoice.Add(credit);
        invoice.Add(writeOff);
    }

    private int Credit(CommandContext context)
    {
        var (store, id, seller) = Bookkeeping.Open(context);
        using (store)
        {
            var (lines, dryRun) = (context.Value(_line) is { Length: > 0 } chosen ? chosen : null, context.Value(_dryRun));
            var number = context.Value(_number) ?? "";
            var done = new CreditBook(store, id, seller.Code, context.Clock).Credit(
                number, lines, context.Value(_on) ?? Bookkeeping.Today(context, seller), context.Value(_rebill), context.Value(_reason) ?? "", context.Author, dryRun);
            if (context.Json)
            {
                context.WriteJson(
                    new CreditJson(
                        number, dryRun, done.CreditNote.Number, done.CreditNote.Currency.Code, done.CreditNote.Total.Amount, done.Rebilled?.Number, done.Rebilled?.Total.Amount),
                    CommandJson.Plain.CreditJson);
                return ExitCode.Ok;
            }

            var again = done.Rebilled is { } anew ? $" {anew.Number} bills {anew.Total} anew." : "";
            context.Say(dryRun
                ? $"{done.CreditNote.Number} would credit {-done.CreditNote.Total} of {number}.{again} Nothing was issued."
                : $"{done.CreditNote.Number} credits {-done.CreditNote.Total} of {number}.{again}");
            return ExitCode.Ok;
        }
    }

    private int WriteOff(CommandContext context)
    {
        var (store, id, seller) = Bookkeeping.Open(context);
        using (store)
        {
            var (number, day) = (context.Value(_number) ?? "", context.Value(_on) ?? Bookkeeping.Today(context, seller));
            var given = new PaymentBook(store, id, context.Clock).WriteOff(number, day, context.Value(_reason) ?? "", context.Value(_discount), context.Author);
            if (context.Json)
            {
                context.WriteJson(new WriteOffJson(number, Text.Day(day), given.Currency.Code, given.Amount, context.Value(_discount)), CommandJson.Plain.WriteOffJson);
            }
            else
            {
                context.Say($"{given} of {number} is given up.");
            }

            return ExitCode.Ok;
        }
    }
}
