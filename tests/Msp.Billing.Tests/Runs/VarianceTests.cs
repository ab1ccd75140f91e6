using System.Collections.Immutable;
using System.Globalization;
using Msp.Billing.Amounts;
using Msp.Billing.Catalog;
using Msp.Billing.Contracts;
using Msp.Billing.Invoicing;
using Msp.Billing.Periods;
using Msp.Billing.Plans;
using Msp.Billing.Runs;

namespace Msp.Billing.Tests.Runs;

/// <summary>Why April is not March: one contract, two runs on the first of the month, in advance.</summary>
public sealed class VarianceTests
{
    private static readonly DateOnly March = new(2026, 3, 1);
    private static readonly DateOnly April = new(2026, 4, 1);
    private static readonly DateTimeOffset Start = new(2025, 12, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset MarchRun = new(2026, 3, 1, 6, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset AprilRun = new(2026, 4, 1, 6, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Nothing_changed_nothing_moved() =>
        Moves(Users(45, 150m), contract => { }, "");

    [Fact]
    public void Three_more_users_from_April() =>
        // 3 × 150.00 = 450.00; tax 19 % = 85.50
        Moves(Users(45, 150m), contract => contract.ChangeQuantity(Note(April, 10), 1, 48), "Quantity 450.00, Tax 85.50");

    [Fact]
    public void A_price_agreed_from_April_is_valued_at_the_new_quantity() =>
        // 3 × 150.00 = 450.00 at the old price, then 48 × 5.00 = 240.00
        Moves(
            Users(45, 150m),
            contract =>
            {
                contract.ChangeQuantity(Note(April, 10), 1, 48);
                contract.ChangePrice(Note(April, 11), 1, Pricing.PerUnit(155m, Currency.Eur));
            },
            "Quantity 450.00, Price 240.00, Tax 131.10");

    [Fact]
    public void An_uplift_on_the_anniversary_is_no_agreed_price() =>
        // 45 × 150.00 × 3 % = 202.50
        Moves(Users(45, 150m, terms => terms.Uplift = Uplift.EveryYear(3m), new DateOnly(2025, 4, 1)), contract => { }, "Uplift 202.50, Tax 38.48");

    [Fact]
    public void More_users_after_the_run_become_an_adjustment_and_a_quantity() =>
        // The worked case: +140.32 for March; 46 instead of 45 users in April = 150.00; tax (6,900.00 + 140.32) × 19 % − 6,750.00 × 19 %
        Moves(
            Users(45, 150m),
            contract =>
            {
                contract.ChangeQuantity(Note(new DateOnly(2026, 3, 17), 17), 1, 48);
                contract.ChangeQuantity(Note(new DateOnly(2026, 3, 24), 24), 1, 46);
            },
            "Quantity 150.00, Credit -77.42, Tax 55.16, Adjustment 217.74");

    [Fact]
    public void A_line_that_begins_in_the_middle_of_April_is_new_and_prorated()
    {
        // Billed by the run of 16 April: 30 × 20.00 = 600.00 for a whole month, 15 of 30 days are 300.00 less
        var contract = Users(45, 150m);
        contract.AddLine(Note(new DateOnly(2026, 4, 16), 20), new ContractLine(2, new Charge("backup", "Backup", BillingUnit.AnyDevice, Pricing.PerUnit(20m, Currency.Eur)), 30));
        var (previous, _) = Post(contract, March, MarchRun, new BilledLedger());
        var ledger = new BilledLedger();
        Post(contract, March, MarchRun, ledger);
        var draft = Draft(contract, new DateOnly(2026, 4, 16), AprilRun, ledger);

        var variance = VarianceOf(contract, previous, draft, new DateOnly(2026, 4, 16));

        Assert.Equal(600_00, variance[VarianceCause.New]);
        Assert.Equal(-300_00, variance[VarianceCause.Proration]);
    }

    [Fact]
    public void A_contract_that_ends_takes_its_whole_price_away() =>
        Moves(Users(45, 150m), contract => contract.Move(Note(April, 20), ContractAction.Terminate), "Ended -6750.00, Tax -1282.50");

    [Fact]
    public void A_charge_billed_once_comes_and_goes()
    {
        var contract = Users(45, 150m);
        contract.AddLine(
            Note(April, 20),
            new ContractLine(2, new Charge("onboarding", "Onboarding", BillingUnit.Flat, Pricing.Flat(900m, Currency.Eur)) { Timing = ChargeTiming.Once }, 1));
        Moves(contract, known => { }, "OneOff 900.00, Tax 171.00");
    }

    [Fact]
    public void A_line_paid_for_a_year_in_March_is_not_missed_in_April() =>
        Moves(
            Users(12, 100m, _ => { }, new DateOnly(2025, 3, 1), Cadence.Yearly), contract => { },
            "Tax -228.00, Cadence -1200.00");

    [Fact]
    public void Causes_of_two_contracts_add_up()
    {
        var one = default(Variance).Plus(VarianceCause.Quantity, 450_00).Plus(VarianceCause.Tax, 85_50);
        var other = default(Variance).Plus(VarianceCause.Quantity, -150_00).Plus(VarianceCause.Credit, -20_00);

        var both = one + other;

        Assert.Equal(300_00, both[VarianceCause.Quantity]);
        Assert.Equal(one.MinorUnits + other.MinorUnits, both.MinorUnits);
        Assert.NotEqual(one, both);
    }

    private static void Moves(Contract contract, Action<Contract> change, string expected)
    {
        var ledger = new BilledLedger();
        var (previous, before) = Post(contract, March, MarchRun, ledger);
        change(contract);
        var draft = Draft(contract, April, AprilRun, ledger);

        var variance = VarianceOf(contract, previous, draft, April);

        Assert.Equal(expected, Text(variance));
        Assert.Equal((draft?.Total.MinorUnits ?? 0) - before, variance.MinorUnits);
    }

    private static string Text(Variance variance)
    {
        var causes = Variance.Causes.ToArray().Where(cause => variance[cause] != 0);
        return string.Join(", ", causes.Select(cause => string.Create(CultureInfo.InvariantCulture, $"{cause} {variance[cause] / 100m:0.00}")));
    }

    private static Variance VarianceOf(Contract contract, PreviousBilling previous, InvoiceDraft? draft, DateOnly through) =>
        new VarianceAnalyzer().Of(contract, previous, draft, [], AprilRun, through);

    private static (PreviousBilling Previous, long Total) Post(Contract contract, DateOnly through, DateTimeOffset knownAt, BilledLedger ledger)
    {
        var draft = Draft(contract, through, knownAt, ledger);
        Assert.NotNull(draft);
        ledger.Post(draft, knownAt);
        var lines = draft.Lines.Select(line => new PreviousLine(line.Source.Id, line.Kind, line.Natural, line.MinorUnits)).ToImmutableArray();
        return (new PreviousBilling(knownAt, draft.Total.MinorUnits, lines), draft.Total.MinorUnits);
    }

    private static InvoiceDraft? Draft(Contract contract, DateOnly through, DateTimeOffset knownAt, BilledLedger ledger)
    {
        var taxes = new TaxTable([new TaxRate("DE", TaxCategory.Standard, new DateOnly(2020, 1, 1), new Percentage(19m))]);
        var customer = new Customer("K-1", "Miller & Sons", new TaxProfile("DE"));
        return new Drafter(new TableTaxCalculator(taxes)).Draft(
            contract, new DraftRequest(customer, through) { KnownAt = knownAt, Billed = ledger.For(contract.Number) });
    }

    private static AmendmentNote Note(DateOnly day, int recordedOn) =>
        new(day, new DateTimeOffset(2026, 3, recordedOn, 12, 0, 0, TimeSpan.Zero), "finance", "as agreed");

    private static Contract Users(decimal users, decimal price, Action<TermsOptions>? options = null, DateOnly? start = null, Cadence? cadence = null)
    {
        var chosen = new TermsOptions();
        options?.Invoke(chosen);
        var charge = new Charge("managed-user", "Managed user", BillingUnit.User, Pricing.PerUnit(price, Currency.Eur)) { Cadence = cadence ?? Cadence.Monthly };
        var terms = new ContractTerms(Currency.Eur, start ?? March, new ContractLine(1, charge, users))
        {
            Uplift = chosen.Uplift,
            BilledElsewhereUntil = March,
        };
        return new Contract("C-1", "K-1", terms, Start, ContractStatus.Scheduled);
    }

    private sealed class TermsOptions
    {
        public Uplift? Uplift { get; set; }
    }
}
