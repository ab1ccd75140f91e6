using Msp.Billing.Amounts;
using Msp.Billing.Catalog;
using Msp.Billing.Contracts;
using Msp.Billing.EntityFrameworkCore.Contracts;
using Msp.Billing.EntityFrameworkCore.Runs;
using Msp.Billing.Invoicing;
using Msp.Billing.Plans;
using Msp.Billing.Runs;
using Msp.Billing.Usage;
using static Msp.Billing.EntityFrameworkCore.Tests.Runs.RunBooks;

namespace Msp.Billing.EntityFrameworkCore.Tests.Runs;

public abstract class RunEngineTests : IDisposable
{
    private readonly RunBooks _books;
    private readonly Provider _provider;

    private protected RunEngineTests(Provider provider)
    {
        _provider = provider;
        _books = new RunBooks(provider);
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void The_worked_case_bills_March_then_April_and_what_March_missed()
    {
        _books.AddCustomers(new Customer("K-1", "Miller & Sons", new TaxProfile("DE")));
        _books.Add(Users("C-1", 45));

        _books.Post("2026-03-01");
        _books.Amend("C-1", contract => contract.ChangeQuantity(new AmendmentNote(Day("2026-03-17"), At("2026-03-17"), "sales", "three joined"), 1, 48));
        _books.Amend("C-1", contract => contract.ChangeQuantity(new AmendmentNote(Day("2026-03-24"), At("2026-03-24"), "sales", "two left"), 1, 46));
        var april = _books.Post("2026-04-01");

        var documents = _books.Documents();
        Assert.Equal(["INV-2026-0000001", "INV-2026-0000002"], documents.Select(document => document.Number));
        Assert.Equal([675_000L], documents[0].Lines.Select(line => line.MinorUnits));
        Assert.Equal(
            [("Managed user: +3 users, 17\u201331 March 2026", 217_74L), ("Managed user: \u22122 users, 24\u201331 March 2026", -77_42L), ("Managed user", 6_900_00L)],
            documents[1].Lines.OrderBy(line => line.Natural.Start).Select(line => (line.Description, line.MinorUnits)));
        var total = Assert.Single(april.Totals);
        Assert.Equal(7_040_32, total.SubtotalMinorUnits);
        Assert.Equal(total.TotalMinorUnits - total.PreviousMinorUnits, total.Variance.MinorUnits);
        Assert.Equal((217_74, -77_42, 150_00), (total.Variance[VarianceCause.Adjustment], total.Variance[VarianceCause.Credit], total.Variance[VarianceCause.Quantity]));
    }

    [Fact]
    public void Running_the_month_again_issues_nothing()
    {
        AddTen();
        var first = _books.Post("2026-03-01");

        var second = _books.Post("2026-03-01");

        Assert.Equal((10, 10), (first.Documents, first.Posted));
        Assert.Equal((0, 0), (second.Documents, second.Posted));
        Assert.Equal(10, second.Contracts[RunOutcome.NothingDue]);
        Assert.Equal(10, _books.Documents().Count);
    }

    [Fact]
    public void A_preview_issues_nothing_and_can_be_made_again()
    {
        AddTen();
        _books.SetTo("2026-03-01");

        var first = _books.Engine.Preview("main", Day("2026-03-01"), null, "anna");
        _books.Amend("C-1", contract => contract.ChangeQuantity(new AmendmentNote(Day("2026-03-01"), At("2026-03-01", 7), "sales", "more"), 1, 100));
        _books.SetTo("2026-03-01", 8);
        var second = _books.Engine.Preview("main", Day("2026-03-01"), null, "anna");

        Assert.Equal(first.Number, second.Number);
        Assert.Empty(_books.Documents());
        Assert.Equal(99 * 150_00, second.Totals[0].SubtotalMinorUnits - first.Totals[0].SubtotalMinorUnits);
    }

    [Fact]
    public void What_is_recorded_after_the_preview_waits_for_the_next_run()
    {
        AddTen();
        _books.SetTo("2026-03-01");
        var preview = _books.Engine.Preview("main", Day("2026-03-01"), null, "anna");
        _books.Amend("C-1", contract => contract.ChangeQuantity(new AmendmentNote(Day("2026-03-01"), At("2026-03-01", 7), "sales", "more"), 1, 100));
        _books.Engine.Review("main", "anna");
        _books.Engine.Approve("main", "bruno");

        var posted = _books.Engine.Post("main", "bruno");

        Assert.Equal(preview.Totals[0].TotalMinorUnits, posted.Totals[0].TotalMinorUnits);
        Assert.Equal(10, posted.Posted);
        var next = _books.Post("2026-03-02");
        Assert.Equal(99 * 150_00, next.Totals[0].SubtotalMinorUnits);
    }

    [Fact]
    public void The_one_who_made_a_run_cannot_approve_it()
    {
        AddTen();
        _books.SetTo("2026-03-01");
        _books.Engine.Preview("main", Day("2026-03-01"), null, "anna");
        _books.Engine.Review("main", "anna");

        var refused = Assert.Throws<RunMoveException>(() => _books.Engine.Approve("main", "Anna"));

        Assert.Contains("a second person must", refused.Message, StringComparison.Ordinal);
        Assert.Equal(RunStatus.Reviewed, _books.Engine.Status("main")?.Status);
    }

    [Fact]
    public void A_seller_of_one_person_may_and_it_is_recorded()
    {
        using var books = new RunBooks(_provider, onePerson: true);
        books.AddCustomers(new Customer("K-1", "Miller & Sons", new TaxProfile("DE")));
        books.Add(Users("C-1", 1));
        books.SetTo("2026-03-01");
        books.Engine.Preview("main", Day("2026-03-01"), null, "anna");
        books.Engine.Review("main", "anna");

        Assert.True(books.Engine.Approve("main", "anna").ApprovedByCreator);
    }

    [Fact]
    public void Posting_before_approval_is_refused_and_says_what_is_allowed()
    {
        AddTen();
        _books.SetTo("2026-03-01");
        _books.Engine.Preview("main", Day("2026-03-01"), null, "anna");

        var refused = Assert.Throws<RunMoveException>(() => _books.Engine.Post("main", "bruno"));

        Assert.Equal([RunAction.Preview, RunAction.Review, RunAction.Cancel], refused.Allowed);
        Assert.Empty(_books.Documents());
    }

    [Fact]
    public void One_contract_without_a_tax_rate_is_listed_and_the_others_are_billed()
    {
        _books.AddCustomers(new Customer("K-1", "Miller & Sons", new TaxProfile("DE")), new Customer("K-2", "Loin SARL", new TaxProfile("FR")));
        _books.Add(Users("C-1", 1), Users("C-2", 1, customer: "K-2"), Users("C-3", 1));

        _books.SetTo("2026-03-01");
        var preview = _books.Engine.Preview("main", Day("2026-03-01"), null, "anna");
        var problem = Assert.Single(_books.Engine.Problems("main", preview.Number));
        var run = _books.Post("2026-03-01");

        Assert.Equal(("C-2", "tax-rate-missing", true), (problem.Contract, problem.Code, problem.Blocks));
        Assert.Equal([new RunFact.Label("jurisdiction", "FR"), new RunFact.Label("category", "Standard"), new RunFact.OnDay("day", Day("2026-03-01"))], problem.Facts);
        Assert.Equal((1, 2, 1), (preview.Contracts[RunOutcome.Problem], run.Contracts[RunOutcome.Billed], run.Contracts[RunOutcome.LeftOut]));
        Assert.Equal(2, run.Posted);
    }

    [Fact]
    public void What_is_not_what_was_approved_is_left_out_and_billed_by_the_next_run()
    {
        _books.AddCustomers(new Customer("K-1", "Miller & Sons", new TaxProfile("DE")), new Customer("K-2", "Meyer KG", new TaxProfile("DE")));
        _books.Add(Users("C-1", 1), Users("C-2", 1, customer: "K-2"), Users("C-3", 1));
        _books.SetTo("2026-03-01");
        _books.Engine.Preview("main", Day("2026-03-01"), null, "anna");
        _books.Engine.Review("main", "anna");
        _books.Engine.Approve("main", "bruno");
        _books.Update("K-2", customer => new Customer(customer.Number, customer.Name, new TaxProfile("DE", exemptionReason: "Charity")));

        var run = _books.Engine.Post("main", "bruno");

        Assert.Equal("changed-since-approval", Assert.Single(_books.Engine.Problems("main", run.Number)).Code);
        Assert.Equal((2, 2), (run.Posted, run.Documents));
        Assert.Equal(["INV-2026-0000001", "INV-2026-0000002"], _books.Documents().Select(document => document.Number));
        Assert.Equal(1, _books.Post("2026-03-02").Posted);
    }

    [Fact]
    public void A_credit_gets_a_credit_note_of_its_own_series()
    {
        _books.AddCustomers(new Customer("K-1", "Miller & Sons", new TaxProfile("DE")));
        _books.Add(Users("C-1", 45));
        _books.Post("2026-03-01");
        _books.Amend("C-1", contract => contract.Move(new AmendmentNote(Day("2026-03-16"), At("2026-03-16"), "sales", "moved away"), ContractAction.Terminate));

        _books.Post("2026-04-01");

        // 6,750.00 × 16/31 = 3,483.87; tax 661.94
        var note = _books.Documents()[1];
        Assert.Equal(("CN-2026-0000001", DocumentKind.CreditNote), (note.Number, note.Kind));
        Assert.Equal((-3_483_87, -661_94), (note.SubtotalMinorUnits, note.TaxMinorUnits));
    }

    // 3 × 10.01 = 30.03, taxed 5.71. One user a day is taken back: 1.90, 1.90, and 1.91 are left.
    [Fact]
    public void The_last_of_several_credit_notes_gives_back_the_rest_of_the_tax()
    {
        _books.AddCustomers(new Customer("K-1", "Miller & Sons", new TaxProfile("DE")));
        _books.Add(Users("C-1", 3, price: 10.01m));
        _books.Post("2026-03-01");
        for (var left = 2; left >= 0; left--)
        {
            var day = $"2026-03-0{4 - left}";
            _books.Amend("C-1", contract => contract.ChangeQuantity(new AmendmentNote(Day("2026-03-01"), At(day, 1), "sales", "never came"), 1, left));
            _books.Post(day);
        }

        Assert.Equal([571, -190, -190, -191], _books.Documents().Select(document => document.TaxMinorUnits));
        Assert.Empty(_books.Faults());
    }

    // March is 30.03 with 5.71. The customer is exempt from then on, and March is taken back with its tax.
    [Fact]
    public void A_credit_is_taxed_as_its_period_was_billed()
    {
        _books.AddCustomers(new Customer("K-1", "Miller & Sons", new TaxProfile("DE")));
        _books.Add(Users("C-1", 3, price: 10.01m));
        _books.Post("2026-03-01");
        _books.Change(new Customer("K-1", "Miller & Sons", new TaxProfile("DE", exemptionReason: "Charity")));
        _books.Post("2026-04-01");
        _books.Amend("C-1", contract => contract.ChangeQuantity(new AmendmentNote(Day("2026-03-01"), At("2026-04-02", 1), "sales", "never came"), 1, 0));
        _books.Post("2026-04-02");

        Assert.Equal([(3003, 571), (3003, 0), (-6006, -571)], _books.Documents().Select(document => (document.SubtotalMinorUnits, document.TaxMinorUnits)));
        Assert.Empty(_books.Faults());
    }

    // 3 users, 5 seats bought on 4 March and locked for a year; from April on nobody is counted: 5 × 150.00 are billed.
    [Fact]
    public void Seats_that_a_vendor_locked_are_stored_and_billed()
    {
        _books.AddCustomers(new Customer("K-1", "Miller & Sons", new TaxProfile("DE")));
        _books.Add(Users("C-1", 3));
        _books.Post("2026-03-01");
        var batch = new SeatBatch(5, At("2026-03-04", 10).AddMinutes(15), Day("2027-03-04"));
        _books.Amend("C-1", contract => contract.BuySeats(new AmendmentNote(Day("2026-03-04"), At("2026-03-04", 11), "sales", "five more"), 1, batch));
        _books.Post("2026-04-01");
        _books.Count("C-1", new UsageCount(1, Day("2026-05-01"), 0, At("2026-04-20")));

        _books.Post("2026-05-01");

        Assert.Equal(batch, Assert.IsType<Amendment.QuantityChanged>(_books.Find("C-1").Contract.Amendments[0]).Bought);
        Assert.Equal([450_00, 1_200_00 + 677_42, 750_00], _books.Documents().Select(document => document.SubtotalMinorUnits)); // 5 × 150.00 × 28/31 = 677.42
        Assert.Throws<AmendmentException>(() => _books.Amend(
            "C-1", contract => contract.ChangeQuantity(new AmendmentNote(Day("2026-05-02"), At("2026-05-02"), "sales", "fewer"), 1, 4)));
    }

    [Fact]
    public void A_rehearsal_gives_every_number_and_takes_it_back()
    {
        AddTen();
        _books.SetTo("2026-03-01");
        _books.Engine.Preview("main", Day("2026-03-01"), null, "anna");

        Assert.Equal(10, _books.Engine.RehearsePost("main").Posted);

        Assert.Empty(_books.Documents());
        Assert.Equal(RunStatus.Previewed, _books.Engine.Status("main")?.Status);
        Assert.Equal(0, _books.Engine.Status("main")?.Posted);
    }

    [Fact]
    public void Stopping_between_chunks_keeps_what_is_posted_and_goes_on_later()
    {
        AddTen();
        _books.SetTo("2026-03-01");
        _books.Engine.Preview("main", Day("2026-03-01"), null, "anna");
        _books.Engine.Review("main", "anna");
        _books.Engine.Approve("main", "bruno");
        using var stop = new CancellationTokenSource();

        Assert.Throws<OperationCanceledException>(() => _books.Engine.Post("main", "bruno", new StopAfter(stop, 3), stop.Token));

        Assert.Equal(3, _books.Documents().Count);
        Assert.Equal(10, _books.Engine.Post("main", "bruno").Posted);
        Assert.Equal(Enumerable.Range(1, 10), _books.Documents().Select(document => (int)document.Sequence));
    }

    // Contracts are read and rated ahead of the transaction that stores them.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_is_written_between_two_chunks_counts_for_the_next_one(bool bySameProgram)
    {
        AddTen();
        _books.AddCustomers(new Customer("K-2", "Nordwind", new TaxProfile("DE")));
        _books.Add(Users("C-11", 11, customer: "K-2"), Users("C-12", 12));
        _books.Approve("2026-03-01");
        using var other = BillingStorage.Open(_books.Path);

        var run = _books.Engine.Post("main", "bruno", new Once(() => MoveToFrance(bySameProgram ? _books.Store : other)));

        Assert.Equal(("tax-rate-missing", "C-11"), Assert.Single(_books.Engine.Problems("main", run.Number).Select(problem => (problem.Code, problem.Contract))));
        Assert.Equal(11, run.Posted);
        AssertWhole(11);
    }

    [Fact]
    public void A_second_program_that_posts_a_chunk_of_the_same_run_in_between_takes_no_number_twice()
    {
        AddTen();
        _books.Approve("2026-03-01");
        using var other = BillingStorage.Open(_books.Path);
        using var stop = new CancellationTokenSource();
        var second = new RunEngine(other, TimeProvider.System) { ChunkSize = 2 };

        var run = _books.Engine.Post(
            "main", "bruno", new Once(() => Assert.Throws<OperationCanceledException>(() => second.Post("main", "bruno", new StopAfter(stop, 5), stop.Token))));

        Assert.Equal(10, run.Posted);
        AssertWhole(10);
    }

    // Disturbed in its second chunk, it makes nothing ahead for eight, and then again.
    [Fact]
    public void A_run_that_was_disturbed_once_goes_on_to_its_end()
    {
        AddTen();
        _books.AddCustomers(new Customer("K-2", "Nordwind", new TaxProfile("DE")));
        _books.Add(Enumerable.Range(11, 50).Select(number => Users($"C-{number}", number, customer: number == 60 ? "K-2" : "K-1")));
        _books.Approve("2026-03-01");
        using var other = BillingStorage.Open(_books.Path);

        var run = _books.Engine.Post("main", "bruno", new Once(() => MoveToFrance(other)));

        Assert.Equal("C-60", Assert.Single(_books.Engine.Problems("main", run.Number), problem => problem.Code == "tax-rate-missing").Contract);
        Assert.Equal(59, run.Posted);
        AssertWhole(59);
    }

    [Fact]
    public void A_run_goes_on_over_more_contracts_than_are_read_at_once()
    {
        _books.AddCustomers(new Customer("K-1", "Miller & Sons", new TaxProfile("DE")));
        _books.Add(Enumerable.Range(1, 2_300).Select(number => Users($"C-{number}", 1 + (number % 7))));
        _books.Approve("2026-03-01");

        var run = new RunEngine(_books.Store, TimeProvider.System) { ChunkSize = 900 }.Post("main", "bruno");

        Assert.Equal(2_300, run.Posted);
        AssertWhole(2_300);
    }

    [Fact]
    public void A_second_run_for_another_day_waits_for_the_first()
    {
        AddTen();
        _books.SetTo("2026-03-01");
        _books.Engine.Preview("main", Day("2026-03-01"), null, "anna");

        var refused = Assert.Throws<RunMoveException>(() => _books.Engine.Preview("main", Day("2026-04-01"), null, "anna"));

        Assert.Contains("RUN-0001 through 2026-03-01", refused.Message, StringComparison.Ordinal);
        _books.Engine.Cancel("main", "anna");
        Assert.Equal("RUN-0002", _books.Engine.Preview("main", Day("2026-04-01"), null, "anna").Number);
    }

    [Fact]
    public void A_clock_that_was_set_back_hides_nothing()
    {
        _books.AddCustomers(new Customer("K-1", "Miller & Sons", new TaxProfile("DE")));
        _books.Add(Users("C-1", 45));
        _books.Post("2026-03-01");
        _books.Amend("C-1", contract => contract.ChangeQuantity(new AmendmentNote(Day("2026-03-17"), At("2026-03-17"), "sales", "three joined"), 1, 48));
        _books.SetTo("2026-02-01");

        var run = _books.Engine.Preview("main", Day("2026-04-01"), null, "anna");

        Assert.True(run.KnownAt >= At("2026-03-01", 6));
    }

    [Fact]
    public void Use_that_was_not_reported_is_a_warning_and_not_a_stop()
    {
        _books.AddCustomers(new Customer("K-1", "Miller & Sons", new TaxProfile("DE")));
        var support = new Charge("support", "Remote support", BillingUnit.Hour, Pricing.PerUnit(120m, Currency.Eur))
        {
            Timing = ChargeTiming.Arrears,
            Basis = QuantityBasis.Reported,
        };
        _books.Add(new Contract("C-1", "K-1", new ContractTerms(Currency.Eur, Day("2026-03-01"), new ContractLine(1, support, 0)), At("2026-01-01"), ContractStatus.Scheduled));

        var run = _books.Post("2026-04-01");

        var warning = Assert.Single(_books.Engine.Problems("main", run.Number));
        Assert.Equal(("usage-not-reported", false, 1), (warning.Code, warning.Blocks, run.Posted));
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _books.Dispose();
        }
    }

    private void MoveToFrance(BillingStore store)
    {
        using var transaction = store.Begin();
        using var reader = new CustomerReader(store, _books.SellerId);
        using var writer = new CustomerWriter(store, _books.SellerId);
        var (_, customer, version) = Assert.NotNull(reader.Find("K-2"));
        writer.Update(new Customer(customer.Number, customer.Name, new TaxProfile("FR")), version);
        transaction.Commit();
    }

    private void AssertWhole(int documents)
    {
        Assert.Equal(Enumerable.Range(1, documents), _books.Documents().Select(document => (int)document.Sequence));
        Assert.Empty(_books.Faults());
    }

    private void AddTen()
    {
        _books.AddCustomers(new Customer("K-1", "Miller & Sons", new TaxProfile("DE")));
        _books.Add(Enumerable.Range(1, 10).Select(number => Users($"C-{number}", number)));
    }

    private sealed class Once(Action act) : IProgress<RunProgress>
    {
        private bool _done;

        public void Report(RunProgress value)
        {
            if (!_done)
            {
                _done = true;
                act();
            }
        }
    }

    private sealed class StopAfter(CancellationTokenSource stop, int documents) : IProgress<RunProgress>
    {
        public void Report(RunProgress value)
        {
            if (value.Done >= documents)
            {
                stop.Cancel();
            }
        }
    }
}
