using Msp.Billing.Amounts;
using Msp.Billing.Cli.Output;
using Msp.Billing.EntityFrameworkCore.Contracts;
using Msp.Billing.Invoicing;
using Msp.Billing.Runs;

namespace Msp.Billing.Cli.Commands;

/// <summary>What the next run would bill a contract with and without a change: the engine that bills, asked twice.</summary>
internal static class NextRun
{
    /// <summary>Drafts both.</summary>
    /// <param name="before">The contract without the change.</param>
    /// <param name="after">The contract with it.</param>
    /// <param name="taxes">The seller's rates.</param>
    /// <param name="posted">Gives the tax of what was posted for a contract.</param>
    /// <param name="day">The first day of the change: the run reaches at least as far.</param>
    /// <returns>Null when one of the two cannot be drafted; a preview lists that as a problem.</returns>
    public static NextRunJson? Of(StoredContract before, StoredContract after, TaxTable taxes, Func<StoredContract, PostedTax> posted, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        ArgumentNullException.ThrowIfNull(posted);
        var next = before.BilledThrough is { } through ? through.AddMonths(1) : before.Contract.Terms.Start;
        next = day > next ? day : next;
        try
        {
            var drafter = new Drafter(new TableTaxCalculator(taxes));
            var without = Draft(drafter, before, next, posted);
            var with = Draft(drafter, after, next, posted);
            var currency = before.Contract.Terms.Currency;
            var (old, current) = (without?.Subtotal.MinorUnits ?? 0, with?.Subtotal.MinorUnits ?? 0);
            return new NextRunJson(
                next, currency.Code, Amount(old), Amount(current), Amount(current - old), with is null ? [] : [.. with.Lines.Select(Line)]);

            decimal Amount(long minorUnits) => Money.FromMinorUnits(minorUnits, currency).Amount;
            NextRunLineJson Line(DraftLine line) => new(
                line.Description, EnumText.Name(line.Kind), line.Days.Start, line.Days.IsEmpty ? null : line.Days.LastDay, Figures.Trimmed(line.Quantity), Amount(line.NetMinorUnits));
        }
        catch (Exception exception) when (RunProblems.Of(before.Contract.Number, exception) is not null)
        {
            return null;
        }
    }

    private static InvoiceDraft? Draft(Drafter drafter, StoredContract stored, DateOnly through, Func<StoredContract, PostedTax> posted) => drafter.Draft(
        stored.Contract, new DraftRequest(stored.Customer, through) { Counts = stored.Counts, Billed = stored.Billed, PostedTax = () => posted(stored) });
}
