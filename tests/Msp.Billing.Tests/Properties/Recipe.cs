using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Msp.Billing.Contracts;
using Msp.Billing.Invoicing;
using Msp.Billing.Rating;
using Msp.Billing.Tests.Invoicing;
using Msp.Billing.Usage;

namespace Msp.Billing.Tests.Properties;

/// <summary>A contract, what happens to it, and the days of the runs: enough to play its life again and again.</summary>
internal sealed record Recipe(ContractTerms Terms, ImmutableArray<Change> Changes, ImmutableArray<int> RunDays)
{
    private static readonly TableTaxCalculator Tax = new(Books.Taxes);

    /// <summary>The last day of the story, in days after the start; every change is recorded by then.</summary>
    public const int LastDay = 500;

    public static Customer Customer { get; } = new("K-1", "Nordwind Logistics", new TaxProfile("DE"));

    /// <summary>The contract with everything recorded, in the order of recording.</summary>
    public (Contract Contract, UsageCount[] Counts) Told()
    {
        var (contract, counts) = (NewContract(), new List<UsageCount>());
        foreach (var change in InOrder())
        {
            change.Apply(contract, counts, InstantOf(change.Recorded));
        }

        return (contract, [.. counts]);
    }

    /// <summary>Plays the story: changes are recorded on their days, runs are drafted and posted on theirs, and a last run is made when everything is known.</summary>
    /// <param name="afterRun">Told after each run: its day, as of when it knew, the contract as recorded so far, the counts and the ledger.</param>
    public BilledLedger Play(Action<Moment>? afterRun = null)
    {
        var (contract, counts, ledger, drafter) = (NewContract(), new List<UsageCount>(), new BilledLedger(), new Drafter(Tax));
        var waiting = new Queue<Change>(InOrder());
        foreach (var runDay in RunDays.Append(LastDay).Order())
        {
            while (waiting.TryPeek(out var change) && (change.Recorded <= runDay || runDay == LastDay))
            {
                waiting.Dequeue().Apply(contract, counts, InstantOf(Math.Min(change.Recorded, LastDay)));
            }

            var day = Terms.Start.AddDays(runDay);
            var knownAt = InstantOf(runDay).AddHours(12);
            var posted = ledger.TaxOf(contract);
            var request = new DraftRequest(Customer, day) { KnownAt = knownAt, Counts = counts.ToArray(), Billed = ledger.For(contract.Number), PostedTax = () => posted };
            var draft = drafter.Draft(contract, request);
            if (draft is not null)
            {
                ledger.Post(draft, knownAt);
            }

            afterRun?.Invoke(new Moment(contract, [.. counts], day, knownAt, draft, request, ledger));
        }

        return ledger;
    }

    public override string ToString()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"start {Terms.Start:yyyy-MM-dd} anchor {Terms.Anchor} end {Terms.End:yyyy-MM-dd} term {Terms.Term} {Terms.Currency} {Terms.Rounding} gross {Terms.PricesIncludeTax} elsewhere {Terms.BilledElsewhereUntil:yyyy-MM-dd} uplift {Terms.Uplift?.Yearly} {string.Join(' ', Terms.Uplift?.Schedule ?? [])}");
        foreach (var line in Terms.Lines)
        {
            text.AppendLine(Text(line));
        }

        text.AppendJoin('\n', Terms.Discounts.Select(Text)).AppendLine();
        text.AppendJoin('\n', Changes).AppendLine();
        return text.AppendLine(CultureInfo.InvariantCulture, $"runs {string.Join(' ', RunDays)}").ToString();
    }

    public static string Text(Discount discount) => string.Create(
        CultureInfo.InvariantCulture, $"discount {discount.Id} {discount.Percent?.ToString() ?? discount.Amount?.ToString()} {discount.From:yyyy-MM-dd}..{discount.Until:yyyy-MM-dd} first {discount.FirstPeriods} every {discount.Cadence}");

    public static string Text(ContractLine line) => string.Create(
        CultureInfo.InvariantCulture, $"line {line.Id} {line.Quantity} {line.Charge.Unit} committed {line.CommittedQuantity} {line.Start:yyyy-MM-dd}..{line.End:yyyy-MM-dd} {line.Charge.Pricing} included {line.Charge.Pricing.IncludedQuantity} minimum {line.Charge.Pricing.MinimumQuantity}/{line.Charge.Pricing.MinimumSpend} {line.Charge.Pricing.Increment} steps [{string.Join(", ", line.Charge.Pricing.Steps)}] {line.Charge.Cadence} {line.Charge.Timing} {line.Charge.DayCount} {line.Charge.Basis} +{line.Charge.Increase} -{line.Charge.Decrease} fixed {line.NeverUplifted} [{string.Join("; ", line.Discounts.Select(Text))}]");

    private Contract NewContract() => new("C-1", "K-1", Terms, InstantOf(-1), ContractStatus.Scheduled);

    private IEnumerable<Change> InOrder() => Changes.OrderBy(change => change.Recorded);

    private DateTimeOffset InstantOf(int day) => Books.At(Terms.Start.AddDays(day), 1);

    /// <summary>What stands after a run.</summary>
    internal sealed record Moment(
        Contract Contract, UsageCount[] Counts, DateOnly Day, DateTimeOffset KnownAt, InvoiceDraft? Draft, DraftRequest Request, BilledLedger Ledger)
    {
        public ContractHistory History { get; } = ContractHistory.Of(Contract, Counts, KnownAt, Day);

        /// <summary>The same request with what is posted by now.</summary>
        public InvoiceDraft? Again(DateOnly? recheckFrom = null) => new Drafter(Tax).Draft(
            Contract, new DraftRequest(Customer, Day) { KnownAt = KnownAt, Counts = Counts, Billed = Ledger.For(Contract.Number), RecheckFrom = recheckFrom, PostedTax = () => Ledger.TaxOf(Contract) });
    }
}
