using Msp.Billing.Amounts;
using Msp.Billing.Contracts;
using Msp.Billing.Invoicing;
using Msp.Billing.Plans;
using Msp.Billing.Usage;

namespace Msp.Billing.Runs;

/// <summary>Finds what is out of the ordinary in what a contract is billed, so that who reviews a run need not look at the rest.</summary>
/// <param name="thresholds">From where on something is said.</param>
/// <param name="through">The last due day of the run, inclusive.</param>
/// <param name="knownAt">What was recorded later is not in it.</param>
/// <param name="isCompared">Whether there was a run before: without one, every contract would be new.</param>
public sealed class RunFindings(RunThresholds thresholds, DateOnly through, DateTimeOffset knownAt, bool isCompared)
{
    // What is agreed, dated or due explains itself; what people count and type can be mistyped.
    private static ReadOnlySpan<VarianceCause> Doubtful => [VarianceCause.Quantity, VarianceCause.Price, VarianceCause.Adjustment, VarianceCause.Credit];

    /// <summary>What is found for a contract; empty where nothing is billed or nothing is out of the ordinary.</summary>
    /// <param name="contract">The contract.</param>
    /// <param name="customer">Who pays.</param>
    /// <param name="draft">What it is billed; null when nothing.</param>
    /// <param name="counts">What was counted and reported for it.</param>
    /// <param name="variance">Why that is not what the run before billed.</param>
    /// <param name="previousMinorUnits">What the run before billed, with tax.</param>
    /// <param name="isFirst">Whether it was never billed before.</param>
    /// <param name="wasLeftOut">Whether the run before left it out.</param>
    public IReadOnlyList<RunProblem> Of(
        Contract contract, Customer customer, InvoiceDraft? draft, ReadOnlySpan<UsageCount> counts, Variance variance, long previousMinorUnits, bool isFirst, bool wasLeftOut)
    {
        ArgumentNullException.ThrowIfNull(contract);
        ArgumentNullException.ThrowIfNull(customer);
        if (draft is null)
        {
            return [];
        }

        List<RunProblem>? found = null;
        foreach (var missing in RunProblems.WarningsOf(draft, counts))
        {
            Add(ref found, missing);
        }

        AddStale(ref found, draft, counts);
        AddTaxData(ref found, contract.Number, customer);
        AddLargeChange(ref found, contract, variance, previousMinorUnits);
        AddNotices(ref found, contract, draft, isFirst && isCompared, wasLeftOut);
        return found is null ? [] : found;
    }

    private static void Add(ref List<RunProblem>? found, RunProblem problem) => (found ??= []).Add(problem);

    private void AddStale(ref List<RunProblem>? found, InvoiceDraft draft, ReadOnlySpan<UsageCount> counts)
    {
        if (counts.IsEmpty)
        {
            return;
        }

        var seen = DateOnly.FromDateTime(knownAt.UtcDateTime);
        var asOf = through < seen ? through : seen;
        foreach (ref readonly var line in draft.Lines.AsSpan())
        {
            if (line.Kind != InvoiceLineKind.Recurring || line.Source.Charge.Basis == QuantityBasis.Reported || line.Piece > 0 ||
                LastCount(counts, line.Source.Id) is not { } last)
            {
                continue;
            }

            var end = line.Natural.LastDay < asOf ? line.Natural.LastDay : asOf;
            if (end.DayNumber - last.Day.DayNumber > thresholds.StaleDays)
            {
                Add(ref found, RunProblems.CountsStale(draft.Contract.Number, line.Description, last.Day, last.Quantity, end.DayNumber - last.Day.DayNumber));
            }
        }
    }

    private static UsageCount? LastCount(ReadOnlySpan<UsageCount> counts, int lineId)
    {
        UsageCount? last = null;
        foreach (ref readonly var count in counts)
        {
            if (count.LineId == lineId && (last is not { } known || (count.Day, count.RecordedAt).CompareTo((known.Day, known.RecordedAt)) >= 0))
            {
                last = count;
            }
        }

        return last;
    }

    private static void AddTaxData(ref List<RunProblem>? found, string contract, Customer customer)
    {
        // Who accounts for the tax itself must be told apart beyond doubt; for the others the rules of the document that they ask for decide.
        var (address, country) = (string.IsNullOrWhiteSpace(customer.Address), customer.Country.Length == 0);
        if (customer.Tax.ReverseCharge && (address || country))
        {
            Add(ref found, RunProblems.TaxDataMissing(contract, customer.Name, address && country ? "address and country" : address ? "address" : "country"));
        }
    }

    private void AddLargeChange(ref List<RunProblem>? found, Contract contract, Variance variance, long previousMinorUnits)
    {
        if (previousMinorUnits == 0)
        {
            return;
        }

        var moved = 0L;
        foreach (var cause in Doubtful)
        {
            moved += variance[cause];
        }

        var change = Money.FromMinorUnits(moved, contract.Terms.Currency);
        var percent = 100m * Math.Abs(moved) / Math.Abs(previousMinorUnits);
        if (percent >= thresholds.ChangePercent && Math.Abs(change.Amount) >= thresholds.ChangeAmount && moved != 0)
        {
            Add(ref found, RunProblems.LargeChange(contract.Number, change, decimal.Round(percent, 0, MidpointRounding.AwayFromZero), Main(variance)));
        }
    }

    private static VarianceCause Main(Variance variance)
    {
        var main = Doubtful[0];
        foreach (var cause in Doubtful)
        {
            main = Math.Abs(variance[cause]) > Math.Abs(variance[main]) ? cause : main;
        }

        return main;
    }

    private void AddNotices(ref List<RunProblem>? found, Contract contract, InvoiceDraft draft, bool isFirst, bool wasLeftOut)
    {
        if (draft.Kind == DocumentKind.CreditNote)
        {
            Add(ref found, RunProblems.CreditNote(contract.Number, draft.Total));
        }

        if (isFirst)
        {
            Add(ref found, RunProblems.FirstInvoice(contract.Number, contract.Terms.Start));
        }

        if (wasLeftOut)
        {
            Add(ref found, RunProblems.LeftOutBefore(contract.Number));
        }

        if ((contract.Terms.AgreedEnd is not null || contract.Amendments.Count > 0) && contract.EndAsKnown(knownAt) is { } end && BillsUpTo(draft, end))
        {
            Add(ref found, RunProblems.Ending(contract.Number, end));
        }
    }

    private static bool BillsUpTo(InvoiceDraft draft, DateOnly end)
    {
        foreach (ref readonly var line in draft.Lines.AsSpan())
        {
            if (line.Kind == InvoiceLineKind.Recurring && line.Days.End == end)
            {
                return true;
            }
        }

        return false;
    }
}
