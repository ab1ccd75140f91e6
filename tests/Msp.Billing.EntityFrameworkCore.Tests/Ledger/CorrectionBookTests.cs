using Msp.Billing.Contracts;
using Msp.Billing.EntityFrameworkCore.Auditing;
using Msp.Billing.EntityFrameworkCore.Contracts;
using Msp.Billing.EntityFrameworkCore.Invoicing;
using Msp.Billing.EntityFrameworkCore.Ledger;
using Msp.Billing.EntityFrameworkCore.Tests.Runs;
using Msp.Billing.Invoicing;

namespace Msp.Billing.EntityFrameworkCore.Tests.Ledger;

/// <summary>Corrections that one person proposes and another carries out.</summary>
public abstract class CorrectionBookTests
{
    private readonly Provider _provider;

    private protected CorrectionBookTests(Provider provider) => _provider = provider;

    [Fact]
    public void What_is_shown_is_what_is_issued_and_names_the_invoice_it_corrects()
    {
        using var world = LedgerBookTests.World(_provider);
        var book = Book(world);
        var invoice = world.Documents().Last(document => document.Contract == "C-2");
        var request = new CorrectionRequest(invoice.Number, CorrectionKind.Credit, RunBooks.Day("2026-04-10"), "goodwill") { Lines = [1] };

        var before = world.Documents().Count;
        var shown = book.Preview(request);
        var proposed = book.Propose(request, "anna");
        Assert.Equal(before, world.Documents().Count); // Nothing was issued, no number was used.
        var issued = book.Issue(proposed.Number, "ben");

        // 3 × 150.00 and 19 %.
        Assert.Equal((53_550L, null, CorrectionDecision.Issued, "ben"), (issued.Given.MinorUnits, issued.Billed, issued.Decision, issued.DecidedBy));
        Assert.Equal((shown.Given, shown.CreditNote?.Number), (issued.Given, issued.CreditNote));
        using var reader = new IssuedDocumentReader(world.Store, 1);
        var note = reader.Find(issued.CreditNote ?? "") ?? throw new InvalidOperationException("The credit note is not there.");
        Assert.Equal([new DocumentReference(invoice.Number, invoice.IssueDay)], note.Corrected);
        Assert.Equal((issued.Number, issued.CreditNote), (Assert.Single(book.Of(note.Document.Number)).Number, Assert.Single(book.Of(invoice.Number)).CreditNote));
        LedgerBookTests.CheckControlAccounts(world, new LedgerBook(world.Store, 1, TimeProvider.System), new PaymentBook(world.Store, 1, TimeProvider.System));
    }

    [Fact]
    public void A_credit_note_of_an_adjustment_names_the_adjustment_and_not_what_was_billed_first()
    {
        using var world = LedgerBookTests.World(_provider);
        var adjusted = world.Documents().First(document => document.Kind == DocumentKind.Invoice && document.Lines.Any(line => line.Round == 1));
        var line = adjusted.Lines.First(one => one.Round == 1 && one.MinorUnits > 0).Number;
        var note = Corrections.Credit(world, adjusted.Number, line);

        using var reader = new IssuedDocumentReader(world.Store, 1);
        Assert.Equal(adjusted.Number, Assert.Single(reader.Find(note.Number)?.Corrected ?? []).Number);
    }

    [Fact]
    public void The_same_person_cannot_issue_unless_the_seller_is_one()
    {
        using var world = LedgerBookTests.World(_provider);
        var book = Book(world);
        var proposed = book.Propose(Whole(world), "anna");

        Assert.Equal(CreditRefusal.SamePerson, Assert.Throws<CreditException>(() => book.Issue(proposed.Number, "Anna")).Reason);
        OnePerson(world);
        Assert.Equal(CorrectionDecision.Issued, book.Issue(proposed.Number, "anna").Decision);
    }

    [Fact]
    public void One_proposal_at_a_time_and_each_is_decided_once()
    {
        using var world = LedgerBookTests.World(_provider);
        var (book, whole) = (Book(world), Whole(world));
        var first = book.Propose(whole, "anna");
        Assert.Equal(CreditRefusal.OneIsWaiting, Assert.Throws<CreditException>(() => book.Propose(whole, "carl")).Reason);
        Assert.Equal(first.Number, Assert.Single(book.Waiting()).Number);

        Assert.Equal("no", book.Decline(first.Number, "no", "anna").DeclinedBecause);
        Assert.Equal(CreditRefusal.Decided, Assert.Throws<CreditException>(() => book.Issue(first.Number, "ben")).Reason);
        Assert.Empty(book.Waiting());
        book.Issue(book.Propose(whole, "carl").Number, "ben");
        Assert.Equal(CreditRefusal.NothingLeft, Assert.Throws<CreditException>(() => book.Propose(whole, "carl")).Reason);
        Assert.Throws<StorageException>(() => world.Store.Execute("UPDATE correction SET reason = 'other' WHERE correction_no = 1"));
        Assert.Throws<StorageException>(() => world.Store.Execute("DELETE FROM correction"));
    }

    [Fact]
    public void A_proposal_whose_figures_changed_since_is_refused()
    {
        using var world = LedgerBookTests.World(_provider);
        var book = Book(world);
        var request = Whole(world) with { Kind = CorrectionKind.WriteOff };
        var proposed = book.Propose(request, "anna");
        var payments = new PaymentBook(world.Store, 1, TimeProvider.System);
        payments.Record(new PaymentRequest("K-2", RunBooks.Day("2026-04-10"), LedgerBookTests.Eur(1m)) { Invoices = [(request.Document, null)] }, "carl");

        Assert.Equal(CreditRefusal.FiguresChanged, Assert.Throws<CreditException>(() => book.Issue(proposed.Number, "ben")).Reason);
        book.Decline(proposed.Number, "paid in part", "ben");
        Assert.Equal(proposed.Given - LedgerBookTests.Eur(1m), book.Issue(book.Propose(request, "anna").Number, "ben").Given);
    }

    [Fact]
    public void Of_two_who_propose_at_once_one_does_and_the_other_is_told()
    {
        using var world = LedgerBookTests.World(_provider);
        var request = Whole(world);
        new LedgerBook(world.Store, 1, TimeProvider.System).Book();
        using var start = new Barrier(2);
        var refusals = new[] { "anna", "carl" }.AsParallel().WithDegreeOfParallelism(2).WithExecutionMode(ParallelExecutionMode.ForceParallelism).Select(author =>
        {
            using var own = BillingStorage.Open(world.Path);
            start.SignalAndWait(TestContext.Current.CancellationToken);
            try
            {
                new CorrectionBook(own, 1, "main", Clock).Propose(request, author);
                return (CreditRefusal?)null;
            }
            catch (CreditException refused)
            {
                return refused.Reason;
            }
        }).ToList();

        Assert.Equal([CreditRefusal.OneIsWaiting, null], refusals.OrderByDescending(reason => reason));
        Assert.Single(Book(world).Waiting());
    }

    [Fact]
    public void What_is_entered_waits_unless_the_seller_is_one_person_and_the_log_says_which()
    {
        using var two = LedgerBookTests.World(_provider);
        Assert.Null(Book(two).Enter(Whole(two), "anna").Decision);
        Book(two).Issue(1, "ben");
        using var one = LedgerBookTests.World(_provider);
        OnePerson(one);
        Assert.Equal((CorrectionDecision.Issued, "anna"), (Book(one).Enter(Whole(one), "anna") is { Decision: { } decision, DecidedBy: { } by } ? (decision, by) : default));

        Assert.Contains("\"onePerson\":false", Issued(two), StringComparison.Ordinal);
        Assert.Contains("\"onePerson\":true", Issued(one), StringComparison.Ordinal);
    }

    private static string Issued(RunBooks world) =>
        Assert.Single(new AuditSearch(world.Store, 1).Find(new AuditFilter { Action = AuditActions.CorrectionIssued }, 0, 10)).Entry.DetailJson ?? "";

    [Fact]
    public void What_is_open_is_given_up_and_nothing_more()
    {
        using var world = LedgerBookTests.World(_provider);
        var book = Book(world);
        var invoice = world.Documents().Last(document => document.Contract == "C-2");
        var request = new CorrectionRequest(invoice.Number, CorrectionKind.WriteOff, RunBooks.Day("2026-04-10"), "insolvent");
        var open = new PaymentBook(world.Store, 1, TimeProvider.System);
        new LedgerBook(world.Store, 1, TimeProvider.System).Book();
        var owed = open.Open("K-2").Single(item => item.Number == invoice.Number).Open;
        var issued = book.Issue(book.Propose(request, "anna").Number, "ben");

        Assert.Equal((owed, (string?)null), (issued.Given, issued.CreditNote));
        Assert.Equal(CreditRefusal.NothingOpen, Assert.Throws<CreditException>(() => book.Preview(request)).Reason);
        LedgerBookTests.CheckControlAccounts(world, new LedgerBook(world.Store, 1, TimeProvider.System), open);
    }

    private static CorrectionRequest Whole(RunBooks world) =>
        new(world.Documents().Last(document => document.Contract == "C-2").Number, CorrectionKind.Credit, RunBooks.Day("2026-04-10"), "wrong customer");

    private static CorrectionBook Book(RunBooks world) => new(world.Store, 1, "main", Clock);

    private static void OnePerson(RunBooks world)
    {
        var sellers = new SellerBook(world.Store);
        var (_, seller, version) = sellers.All().Single(one => one.Id == 1);
        using (var transaction = world.Store.Begin())
        {
            sellers.Update(new Seller(seller.Code, seller.Name, seller.Country, seller.Currency, seller.TimeZone, onePerson: true) { Rounding = seller.Rounding }, version);
            transaction.Commit();
        }
    }

    private static FixedClock Clock => new(RunBooks.At("2026-04-10", 12));

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
