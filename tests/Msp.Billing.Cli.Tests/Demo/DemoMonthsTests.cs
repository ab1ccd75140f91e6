using Msp.Billing.Cli.Demo;
using Msp.Billing.Contracts;
using Msp.Billing.Invoicing;

namespace Msp.Billing.Cli.Tests.Demo;

/// <summary>The demo company can be billed: February first, then March with what was recorded since.</summary>
public sealed class DemoMonthsTests
{
    private static readonly DemoCompany Company = DemoCompany.Make();

    [Fact]
    public void Two_months_are_drafted_without_a_problem_and_march_adjusts_february()
    {
        var ledger = new BilledLedger();

        var february = Run(ledger, new DateOnly(2026, 2, 28), DemoHistory.At(new DateOnly(2026, 3, 1), 5));
        var march = Run(ledger, new DateOnly(2026, 3, 31), DemoHistory.At(new DateOnly(2026, 4, 1), 5));
        var again = Run(ledger, new DateOnly(2026, 3, 31), DemoHistory.At(new DateOnly(2026, 4, 1), 5));

        Assert.InRange(february.Count, 60, Company.Contracts.Length);
        Assert.InRange(march.Count, 60, Company.Contracts.Length);
        Assert.DoesNotContain(february.SelectMany(draft => draft.Lines), line => line.Kind == InvoiceLineKind.Adjustment);
        Assert.All(february.SelectMany(draft => draft.Lines), line => Assert.True(line.Natural.End > DemoCompany.BilledFrom));
        var adjustments = march.SelectMany(draft => draft.Lines).Where(line => line.Kind == InvoiceLineKind.Adjustment).ToList();
        Assert.Contains(adjustments, line => line.MinorUnits > 0);
        Assert.Contains(adjustments, line => line.MinorUnits < 0);
        Assert.Empty(again);
    }

    private static List<InvoiceDraft> Run(BilledLedger ledger, DateOnly through, DateTimeOffset knownAt)
    {
        var drafter = new Drafter(new TableTaxCalculator(new TaxTable(Company.Catalog.TaxRates)));
        var customers = new CustomerTree([.. Company.Customers]);
        var drafts = new List<InvoiceDraft>();
        foreach (var contract in Company.Contracts)
        {
            var request = new DraftRequest(customers.Find(contract.Customer) ?? throw new InvalidOperationException(), through)
            {
                KnownAt = knownAt,
                Counts = Company.Counts.Where(count => count.Contract == contract.Number).Select(count => count.Count).ToArray(),
                Billed = ledger.For(contract.Number),
            };
            if (drafter.Draft(contract, request) is { } draft)
            {
                ledger.Post(draft, knownAt);
                drafts.Add(draft);
            }
        }

        return drafts;
    }
}
