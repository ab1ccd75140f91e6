using Msp.Billing.Amounts;
using Msp.Billing.Catalog;
using Msp.Billing.Contracts;
using Msp.Billing.EntityFrameworkCore.Auditing;
using Msp.Billing.EntityFrameworkCore.Runs;
using Msp.Billing.Plans;
using Msp.Billing.Runs;
using static Msp.Billing.EntityFrameworkCore.Tests.Runs.RunBooks;

namespace Msp.Billing.EntityFrameworkCore.Tests.Runs;

/// <summary>What a reviewer decides about the contracts of a run: kept, undone, and surviving a preview that is built again.</summary>
public abstract class RunReviewTests : IDisposable
{
    private readonly RunBooks _books;

    private protected RunReviewTests(Provider provider) => _books = new RunBooks(provider);

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _books.Dispose();
        }
    }

    private RunReviewer Reviewer => _books.Reviewer;

    private RunBook Book => new(_books.Store, 1);

    [Fact]
    public void What_is_left_out_of_a_run_is_billed_by_the_next_one_and_never_twice()
    {
        AddThree();
        Preview("2026-03-01");

        Reviewer.LeaveOut("main", "RUN-0001", "C-2", "disputed", "anna");

        var run = _books.Engine.Status("main");
        Assert.Equal((2, 1, (1 + 3) * 150_00L), (run?.Documents, run?.Contracts[RunOutcome.LeftOut], run?.Totals[0].SubtotalMinorUnits));
        Assert.Equal(RunNeed.LeftOut, Assert.Single(Items("RUN-0001", RunNeed.LeftOut)).Need);
        Approve("bruno");
        Assert.Equal(2, _books.Engine.Post("main", "bruno").Posted);

        Preview("2026-04-01");
        var second = Assert.Single(Book.Items("RUN-0002", new RunItemFilter { Search = "C-2" }));
        Assert.Equal("left-out-before first-invoice", string.Join(' ', second.Problems.Select(problem => problem.Code).Order(StringComparer.Ordinal).Reverse()));
        Assert.Equal(2 * 2 * 150_00L, second.Item.Subtotal.MinorUnits);
        Reviewer.CheckAll("main", "RUN-0002", RunProblemCodes.LeftOutBefore, "anna");
        Approve("bruno");
        _books.Engine.Post("main", "bruno");
        Assert.Equal(5, _books.Documents().Count); // C-1 and C-3 in March, then all three
        Assert.Equal(0, _books.Post("2026-04-01").Documents);
    }

    [Fact]
    public void Decisions_survive_a_preview_that_is_built_again_and_can_be_undone()
    {
        AddThree();
        Preview("2026-03-01");
        Reviewer.LeaveOut("main", "RUN-0001", "C-2", "disputed", "anna");
        Preview("2026-03-01", 8);
        Assert.Equal(2, _books.Engine.Status("main")?.Documents);

        var decision = Assert.Single(Reviewer.Decisions("main", "RUN-0001"));
        Assert.Equal(("C-2", RunDecisionKind.LeftOut, "disputed", "anna", false), (decision.Contract, decision.Kind, decision.Reason, decision.Author, decision.IsOver));
        Reviewer.Undo("main", decision.Number, "settled", "anna");

        Assert.Equal(3, _books.Engine.Status("main")?.Documents);
        Assert.True(Reviewer.Decisions("main", "RUN-0001").Single(one => one.Kind == RunDecisionKind.LeftOut).IsOver);
        Assert.Equal(RunRefusal.NoDecision, Assert.Throws<RunMoveException>(() => Reviewer.Undo("main", decision.Number, "again", "anna")).Refusal);
        Assert.True(Book.Agrees("RUN-0001"));
    }

    [Fact]
    public void The_totals_and_the_bridge_still_sum_after_every_decision()
    {
        AddThree();
        _books.Post("2026-03-01");
        Preview("2026-04-01");

        Reviewer.LeaveOut("main", "RUN-0002", "C-3", "disputed", "anna");

        Assert.True(Book.Agrees("RUN-0002"));
        var total = Assert.Single(Book.Find("RUN-0002")?.Totals ?? []);
        Assert.Equal(-3 * 178_50L, total.Variance[VarianceCause.NotBilled]); // 3 × 150.00 and 19 % of it
        Assert.Equal(total.Variance.MinorUnits, total.Variance[VarianceCause.NotBilled]);
    }

    [Fact]
    public void A_held_contract_stays_out_of_every_run_through_a_day_before_and_comes_then()
    {
        AddThree();
        Preview("2026-03-01");

        Reviewer.Hold("main", "C-1", Day("2026-05-01"), "waits for the order number", "anna");

        Assert.Equal(2, _books.Engine.Status("main")?.Documents);
        Approve("bruno");
        _books.Engine.Post("main", "bruno");
        Assert.Equal(2, Post("2026-04-01").Posted);
        var may = Post("2026-05-01");
        Assert.Equal(3, may.Posted);
        Assert.Equal(3 * 150_00, _books.Documents().Single(document => document.Contract == "C-1").SubtotalMinorUnits); // March, April and May
    }

    [Fact]
    public void A_hold_that_holds_nothing_back_is_refused()
    {
        AddThree();
        Preview("2026-03-01");

        var refused = Assert.Throws<RunMoveException>(() => Reviewer.Hold("main", "C-1", Day("2026-03-01"), "x", "anna"));

        Assert.Equal(RunRefusal.HoldsNothing, refused.Refusal);
        Assert.Empty(Reviewer.Decisions("main", "RUN-0001"));
    }

    [Fact]
    public void A_contract_that_cannot_be_billed_blocks_the_approval_until_it_is_left_out()
    {
        AddThree();
        _books.AddCustomers(new Customer("K-2", "Loin SARL", new TaxProfile("FR")));
        _books.Add(Users("C-9", 1, customer: "K-2"));
        Preview("2026-03-01");
        _books.Engine.Review("main", "anna");

        Assert.Equal(RunRefusal.Unresolved, Assert.Throws<RunMoveException>(() => _books.Engine.Approve("main", "bruno")).Refusal);
        Assert.Equal(RunRefusal.CannotBeChecked, Assert.Throws<RunMoveException>(() => Reviewer.Check("main", "RUN-0001", "C-9", "anna")).Refusal);
        Assert.Equal(1, Reviewer.LeaveOutBlocked("main", "RUN-0001", "no French rate yet", "anna"));
        _books.Engine.Approve("main", "bruno");

        Assert.Equal(3, _books.Engine.Post("main", "bruno").Posted);
        Assert.Equal("no French rate yet", Assert.Single(Items("RUN-0001", RunNeed.LeftOut)).Exclusion?.Reason);
    }

    [Fact]
    public void Who_left_something_out_cannot_approve_as_the_second_person()
    {
        AddThree();
        Preview("2026-03-01");
        Reviewer.LeaveOut("main", "RUN-0001", "C-2", "disputed", "bruno");
        _books.Engine.Review("main", "anna");

        Assert.Equal(RunRefusal.SameDecider, Assert.Throws<RunMoveException>(() => _books.Engine.Approve("main", "Bruno")).Refusal);
        Assert.Equal(RunStatus.Approved, _books.Engine.Approve("main", "carla").Status);
    }

    [Fact]
    public void A_checked_flag_is_gone_until_the_contract_is_billed_something_else()
    {
        AddThree();
        _books.Post("2026-03-01");
        _books.Amend("C-2", contract => contract.ChangeQuantity(new AmendmentNote(Day("2026-04-01"), At("2026-03-20"), "sales", "more"), 1, 9));
        Preview("2026-04-01");
        Assert.Equal(RunProblemCodes.LargeChange, Assert.Single(Assert.Single(Items("RUN-0002", RunNeed.Attention)).Problems).Code);

        Assert.Equal(1, Reviewer.Check("main", "RUN-0002", "C-2", "bruno"));
        Assert.Equal(0, Reviewer.Check("main", "RUN-0002", "C-2", "bruno"));
        Preview("2026-04-01", 8);
        Assert.Empty(Items("RUN-0002", RunNeed.Attention));
        Assert.Equal("bruno", Assert.Single(Book.Items("RUN-0002", new RunItemFilter { Search = "C-2" })) is var seen ? seen.CheckOf(seen.Problems[0])?.Author : null);

        _books.Amend("C-2", contract => contract.ChangeQuantity(new AmendmentNote(Day("2026-04-01"), At("2026-04-01", 9), "sales", "more still"), 1, 90));
        Preview("2026-04-01", 10);
        Assert.Equal("C-2", Assert.Single(Items("RUN-0002", RunNeed.Attention)).Item.Contract);
    }

    // 2 × 150.00 less 50.00 = 250.00.
    [Fact]
    public void A_credit_is_an_amendment_that_the_run_sees_when_its_preview_is_built_again()
    {
        AddThree();
        Preview("2026-03-01");

        Reviewer.Credit("main", "RUN-0001", "C-2", 1, 50m, "Credit for the outage", "promised by phone", "anna");

        _books.Engine.Review("main", "anna");
        Assert.Equal(RunRefusal.CreditNotPreviewed, Assert.Throws<RunMoveException>(() => _books.Engine.Approve("main", "bruno")).Refusal);
        Preview("2026-03-01", 8);
        Approve("bruno");
        _books.Engine.Post("main", "bruno");
        var document = _books.Documents().Single(one => one.Contract == "C-2");
        Assert.Equal([300_00L, -50_00L], document.Lines.Select(line => line.MinorUnits).OrderDescending());
        Assert.Equal(250_00, document.SubtotalMinorUnits);
        Assert.Empty(_books.Faults());
        Assert.Equal(0, _books.Post("2026-03-01").Documents);
    }

    [Fact]
    public void A_credit_that_is_taken_back_before_posting_is_on_no_document()
    {
        AddThree();
        Preview("2026-03-01");
        Reviewer.Credit("main", "RUN-0001", "C-2", 1, 50m, "Credit", "promised", "anna");
        _books.SetTo("2026-03-01", 7);
        Reviewer.Undo("main", Reviewer.Decisions("main", "RUN-0001")[0].Number, "wrong customer", "anna");

        Preview("2026-03-01", 8);

        Assert.Equal((1 + 2 + 3) * 150_00L, _books.Engine.Status("main")?.Totals[0].SubtotalMinorUnits);
    }

    [Fact]
    public void A_credit_of_more_than_is_billed_is_refused_and_nothing_is_recorded()
    {
        AddThree();
        Preview("2026-03-01");

        var refused = Assert.Throws<RunMoveException>(() => Reviewer.Credit("main", "RUN-0001", "C-2", 1, 300.01m, "Credit", "promised", "anna"));

        Assert.Equal(RunRefusal.CreditTooLarge, refused.Refusal);
        Assert.Contains("at most 300.00", refused.Message, StringComparison.Ordinal);
        Assert.Empty(_books.Find("C-2").Contract.Amendments);
    }

    [Fact]
    public void Nothing_is_decided_about_a_run_that_is_approved()
    {
        AddThree();
        Preview("2026-03-01");
        Approve("bruno");

        Assert.Equal(RunRefusal.TooLate, Assert.Throws<RunMoveException>(() => Reviewer.LeaveOut("main", "RUN-0001", "C-1", "x", "anna")).Refusal);
        Assert.Equal(RunRefusal.TooLate, Assert.Throws<RunMoveException>(() => Reviewer.Hold("main", "C-1", Day("2026-05-01"), "x", "anna")).Refusal);
        Assert.Equal(3, _books.Engine.Post("main", "bruno").Posted);
    }

    [Fact]
    public void A_new_contract_of_the_same_customer_and_plan_may_be_a_duplicate_and_blocks_until_it_is_checked()
    {
        _books.AddCustomers(new Customer("K-1", "Miller & Sons", new TaxProfile("DE")));
        _books.Add(Planned("C-1", "2026-03-01"));
        _books.Post("2026-03-01");
        _books.Add(Planned("C-2", "2026-04-01"));
        Preview("2026-04-01");

        var found = Assert.Single(Items("RUN-0002", RunNeed.Attention));
        Assert.Equal(("C-2", RunConcern.Blocked, RunProblemCodes.PossibleDuplicate), (found.Item.Contract, found.Flag, found.Problems[0].Code));
        Assert.Equal([new RunFact.Label("other", "C-1"), new RunFact.Label("plan", "standard")], found.Problems[0].Facts);
        _books.Engine.Review("main", "anna");
        Assert.Equal(RunRefusal.Unresolved, Assert.Throws<RunMoveException>(() => _books.Engine.Approve("main", "bruno")).Refusal);
        Assert.Equal(2, Reviewer.Check("main", "RUN-0002", "C-2", "bruno"));
        _books.Engine.Approve("main", "bruno");
        Assert.Equal(2, _books.Engine.Post("main", "bruno").Posted);
    }

    [Fact]
    public void A_contract_that_took_the_place_of_one_that_ended_is_no_duplicate()
    {
        _books.AddCustomers(new Customer("K-1", "Miller & Sons", new TaxProfile("DE")));
        _books.Add(Planned("C-1", "2026-03-01", end: "2026-04-01", arrears: true));
        _books.Post("2026-03-01");
        _books.Add(Planned("C-2", "2026-04-01"));

        Preview("2026-04-01");

        Assert.DoesNotContain(_books.Engine.Problems("main", "RUN-0002"), problem => problem.Code == RunProblemCodes.PossibleDuplicate);
        Assert.Equal(2, _books.Engine.Status("main")?.Documents);
    }

    [Fact]
    public void A_run_for_some_customers_bills_them_and_the_next_one_the_others()
    {
        _books.AddCustomers(new Customer("K-1", "Miller & Sons", new TaxProfile("DE")), new Customer("K-2", "Meyer KG", new TaxProfile("DE")));
        _books.Add(Users("C-1", 1), Users("C-2", 2, customer: "K-2"));
        _books.SetTo("2026-03-01");

        var some = _books.Engine.Preview("main", new RunRequest(Day("2026-03-01")) { Customers = ["K-2"] }, "anna");
        Assert.Equal((1, 1), (some.Documents, some.Customers));
        _books.Engine.Review("main", "anna");
        _books.Engine.Approve("main", "bruno");
        _books.Engine.Post("main", "bruno");

        Assert.Equal(1, _books.Post("2026-03-01").Posted);
        Assert.Equal(["C-2", "C-1"], _books.Documents().Select(document => document.Contract));
        Assert.Equal(RunRefusal.NoCustomer, Assert.Throws<RunMoveException>(
            () => _books.Engine.Preview("main", new RunRequest(Day("2026-04-01")) { Customers = ["K-7"] }, "anna")).Refusal);
    }

    [Fact]
    public void Asking_twice_with_one_key_makes_one_run()
    {
        AddThree();
        _books.SetTo("2026-03-01");
        var request = new RunRequest(Day("2026-03-01")) { Key = "march" };

        var first = _books.Engine.Preview("main", request, "anna");
        var second = _books.Engine.Preview("main", request, "anna");
        Approve("bruno");
        _books.Engine.Post("main", "bruno");
        var third = _books.Engine.Preview("main", request, "anna");

        Assert.Equal((first.Number, first.Version), (second.Number, second.Version));
        Assert.Equal((first.Number, RunStatus.Posted), (third.Number, third.Status));
    }

    [Fact]
    public void What_a_check_of_drafts_finds_blocks_like_any_other_flag()
    {
        AddThree();
        _books.SetTo("2026-03-01");
        var engine = new RunEngine(_books.Store, TimeProvider.System) { Checks = new NoReferenceFor("C-2") };
        engine.Preview("main", Day("2026-03-01"), null, "anna");
        engine.Review("main", "anna");

        Assert.Equal(("C-2", RunProblemCodes.DocumentRule), Assert.Single(engine.Problems("main", "RUN-0001")) is var found ? (found.Contract, found.Code) : default);
        Assert.Equal(RunRefusal.Unresolved, Assert.Throws<RunMoveException>(() => engine.Approve("main", "bruno")).Refusal);
        Assert.Equal(1, Reviewer.Check("main", "RUN-0001", "C-2", "bruno"));
        Assert.Equal(RunStatus.Approved, engine.Approve("main", "bruno").Status);
    }

    [Fact]
    public void Who_decided_what_is_in_the_log()
    {
        AddThree();
        Preview("2026-03-01");
        Reviewer.LeaveOut("main", "RUN-0001", "C-2", "disputed", "anna");
        Reviewer.Hold("main", "C-1", Day("2026-05-01"), "order number", "anna");
        Reviewer.Undo("main", 1, "settled", "bruno");

        var log = new AuditLog(_books.Store, 1);
        Assert.Equal(
            ["run-left-out anna", "run-held anna", "run-decision-undone bruno"],
            log.Of("RUN-0001").Where(one => !one.Entry.Action.StartsWith("run-preview", StringComparison.Ordinal)).Select(one => one.Entry.Action + " " + one.Entry.Author));
        Assert.Null(log.FirstFault());
    }

    [Fact]
    public void Nobody_changes_or_removes_a_decision_in_the_file()
    {
        AddThree();
        Preview("2026-03-01");
        Reviewer.LeaveOut("main", "RUN-0001", "C-2", "disputed", "anna");

        foreach (var sql in (string[])["UPDATE run_decision SET reason = 'x'", "DELETE FROM run_decision"])
        {
            Assert.Throws<StorageException>(() => _books.Store.Execute(sql));
        }
    }

    private static Contract Planned(string number, string start, string? end = null, bool arrears = false) => new(
        number, "K-1",
        new ContractTerms(
            Currency.Eur, Day(start),
            new ContractLine(1, new Charge("managed-user", "Managed user", BillingUnit.User, Pricing.PerUnit(150m, Currency.Eur)) { Timing = arrears ? ChargeTiming.Arrears : ChargeTiming.Advance }, 2))
        {
            End = end is null ? null : Day(end),
        },
        At("2026-01-01"), ContractStatus.Scheduled)
    { Plan = "standard" };

    private void AddThree()
    {
        _books.AddCustomers(new Customer("K-1", "Miller & Sons", new TaxProfile("DE")));
        _books.Add(Enumerable.Range(1, 3).Select(number => Users($"C-{number}", number)));
    }

    private void Preview(string through, int hour = 6)
    {
        _books.SetTo(through, hour);
        _books.Engine.Preview("main", Day(through), null, "anna");
    }

    private void Approve(string author)
    {
        _books.Engine.Review("main", "anna");
        _books.Engine.Approve("main", author);
    }

    private RunSummary Post(string through)
    {
        Preview(through);
        Approve("bruno");
        return _books.Engine.Post("main", "bruno");
    }

    private System.Collections.Immutable.ImmutableArray<RunReviewItem> Items(string run, RunNeed need) => Book.Items(run, new RunItemFilter { Need = need });

    private sealed class NoReferenceFor(string contract) : IDraftChecks, IDraftCheck
    {
        public IDraftCheck Begin(BillingStore store, long sellerId) => this;

        public void Dispose()
        {
        }

        public IReadOnlyList<RunProblem> Find(Msp.Billing.Invoicing.InvoiceDraft draft) =>
            draft.Contract.Number == contract ? [RunProblems.DocumentRule(contract, "BR-11", "The buyer has no country.", "Add it.")] : [];
    }
}
