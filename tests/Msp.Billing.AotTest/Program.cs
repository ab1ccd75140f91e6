using System.Globalization;
using System.Text;
using Msp.Billing.Amounts;
using Msp.Billing.AotTest;
using Msp.Billing.Catalog;
using Msp.Billing.Contracts;
using Msp.Billing.Invoicing;
using Msp.Billing.Periods;
using Msp.Billing.Plans;
using Msp.Billing.Rating;

// 45 users at 150.00 for each calendar month, in advance: 6,750.00 on 1 March. Three more from 17 March, two fewer from 24 March.
DateOnly march = new(2026, 3, 1);
DateOnly april = new(2026, 4, 1);
var signed = new DateTimeOffset(2026, 2, 20, 9, 0, 0, TimeSpan.Zero);
var users = new Charge("managed-user", "Managed users", BillingUnit.User, Pricing.PerUnit(150m, Currency.Usd));
var contract = new Contract("C-1001", "K-1", new ContractTerms(Currency.Usd, march, new ContractLine(1, users, 45)), signed);
var customer = new Customer("K-1", "Alder & Sons", new TaxProfile("US-CA"));
var checks = new Checks();

// The lifecycle is a machine of Stateless, which looks at types while it runs. What is printed is compared with the ordinary program's output.
contract.Move(new AmendmentNote(march.AddDays(-5), signed, "sales", "Signed by the customer."), ContractAction.Sign);
checks.Equal("status before the start", "Scheduled", contract.StatusOn(march.AddDays(-1)).ToString());
checks.Equal("status from the start", "Active", contract.StatusOn(march).ToString());
Console.WriteLine($"From Active: {string.Join(", ", ContractLifecycle.Allowed(ContractStatus.Active))}");
Console.WriteLine(ContractLifecycle.ToMermaid());

var another = new Contract("C-0999", "K-1", contract.Terms, signed);
var foreign = new Contract("C-0500", "K-2", contract.Terms, signed);
var found = new ContractsOfCustomer("K-1", march).Evaluate([contract, foreign, another]);
checks.Equal("contracts of K-1", "C-0999, C-1001", string.Join(", ", found.Select(one => one.Number)));
checks.Equal("contract of K-2", "False", new ContractsOfCustomer("K-1", march).IsSatisfiedBy(foreign).ToString());

var drafter = new Drafter(new TableTaxCalculator(new TaxTable([new TaxRate("US-CA", TaxCategory.Standard, march, new Percentage(8.25m))])));
var first = Drafted(new DraftRequest(customer, march) { KnownAt = signed.AddDays(1) });
checks.Equal("March", "6750.00 USD", first.Subtotal.ToString());
checks.Equal("tax on it, 6750.00 x 8.25 %", "556.88 USD", first.Tax.ToString());

using var canonical = new CanonicalDocument();
var posted = PostedDocument.Of(first, "main", 1, signed.AddDays(1), CanonicalDocument.NoPredecessor);
checks.Equal("number", "INV-2026-0000001", posted.Number);
Console.WriteLine(Encoding.UTF8.GetString(canonical.Write(posted)));
Console.WriteLine(Convert.ToHexString(canonical.HashOf(posted).AsSpan()));

contract.ChangeQuantity(new AmendmentNote(march.AddDays(16), signed.AddDays(25), "service desk", "Three joined."), 1, 48);
contract.ChangeQuantity(new AmendmentNote(march.AddDays(23), signed.AddDays(32), "service desk", "Two left."), 1, 46);
var history = ContractHistory.Of(contract, [], knownAt: null);
var rated = Rater.Rate(history.Lines[0], new ServicePeriod(march, april), contract.Terms, new RatedPieces());
checks.Equal("owed for March, 150.00 x (45 x 16 + 48 x 7 + 46 x 8) / 31", "6890.32 USD", Money.FromMinorUnits(rated.MinorUnits, Currency.Usd).ToString());

var second = Drafted(new DraftRequest(customer, april)
{
    Billed = new[] { new BilledPeriod(1, new ServicePeriod(march, april), 1, first.Subtotal.MinorUnits, signed.AddDays(1), march, first.Lines[0].TaxCategory, first.Lines[0].TaxRate) },
});
checks.Equal("April 46 x 150.00, and March 6890.32 less 6750.00", "7040.32 USD", second.Subtotal.ToString());
checks.Equal("lines", "140.32 in adjustments", AdjustmentsOf(second).ToString(CultureInfo.InvariantCulture) + " in adjustments");

foreach (var line in second.Lines)
{
    Console.WriteLine($"{line.Description,-60} {Money.FromMinorUnits(line.MinorUnits, second.Currency),16}");
}

Console.WriteLine($"{"Total with tax",-60} {second.Total,16}");
return checks.Report();

InvoiceDraft Drafted(DraftRequest request) =>
    drafter.Draft(contract, request) ?? throw new InvalidOperationException("The contract owes something, and nothing was drafted.");

static decimal AdjustmentsOf(InvoiceDraft draft) =>
    draft.Lines.Where(line => line.Kind == InvoiceLineKind.Adjustment).Sum(line => line.MinorUnits) / 100m;
