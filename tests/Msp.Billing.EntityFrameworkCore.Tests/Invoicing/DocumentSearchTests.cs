using Msp.Billing.Amounts;
using Msp.Billing.EntityFrameworkCore.Invoicing;
using Msp.Billing.EntityFrameworkCore.Ledger;
using Msp.Billing.EntityFrameworkCore.Tests.Ledger;
using Msp.Billing.EntityFrameworkCore.Tests.Runs;
using Msp.Billing.Invoicing;

namespace Msp.Billing.EntityFrameworkCore.Tests.Invoicing;

/// <summary>Posted documents found by what is asked of them.</summary>
public abstract class DocumentSearchTests
{
    private readonly Provider _provider;

    private protected DocumentSearchTests(Provider provider) => _provider = provider;

    [Fact]
    public void Each_question_finds_what_it_says_and_totals_are_those_of_what_is_found()
    {
        using var world = LedgerBookTests.World(_provider);
        var day = RunBooks.Day("2026-04-10");
        var payments = new PaymentBook(world.Store, 1, TimeProvider.System);
        new LedgerBook(world.Store, 1, TimeProvider.System).Book();
        var (paid, part, given) = (Of(world, "C-1", 0), Of(world, "C-1", 1), Of(world, "C-3", 0));
        payments.Record(new PaymentRequest("K-1", RunBooks.Day("2026-03-20"), paid.Total) { Invoices = [(paid.Number, null)] }, "anna");
        payments.Record(new PaymentRequest("K-1", RunBooks.Day("2026-04-20"), LedgerBookTests.Eur(100)) { Invoices = [(part.Number, null)] }, "anna");
        Corrections.WriteOff(world, given.Number, "2026-04-12");
        var search = new DocumentSearch(world.Store, 1, RunBooks.Day("2026-04-12"));

        List<FoundDocument> Found(DocumentFilter filter) => [.. search.Find(filter, 0, 100)];
        var all = Found(new DocumentFilter());
        Assert.Equal(world.Documents().Count, all.Count);
        Assert.Equal(DocumentState.WrittenOff, search.Find(given.Number)?.State);
        Assert.Equal([given.Number], Found(new DocumentFilter { State = DocumentState.WrittenOff }).Select(found => found.Number));
        Assert.Contains(paid.Number, Found(new DocumentFilter { State = DocumentState.Paid }).Select(found => found.Number));
        Assert.Equal([part.Number], Found(new DocumentFilter { State = DocumentState.PartPaid, Customer = "K-1" }).Select(found => found.Number));
        Assert.All(Found(new DocumentFilter { State = DocumentState.Overdue }), found => Assert.True(found.DueDay < RunBooks.Day("2026-04-12") && found.Open.MinorUnits > 0));
        Assert.All(Found(new DocumentFilter { State = DocumentState.Open }), found => Assert.True(found.Open.MinorUnits > 0));
        Assert.All(Found(new DocumentFilter { Kind = DocumentKind.CreditNote }), found => Assert.Equal(DocumentKind.CreditNote, found.Kind));
        Assert.All(Found(new DocumentFilter { Run = "RUN-0001" }), found => Assert.Equal("RUN-0001", found.Run));
        Assert.Equal(all.Where(found => found.IssueDay >= RunBooks.Day("2026-04-01")).Count(), Found(new DocumentFilter { From = RunBooks.Day("2026-04-01"), Through = RunBooks.Day("2026-04-30") }).Count);
        Assert.All(Found(new DocumentFilter { Text = "NORDWIND" }), found => Assert.Equal("Nordwind Logistics", found.CustomerName));
        Assert.NotEmpty(Found(new DocumentFilter { Text = "nordwind" }));
        Assert.Empty(Found(new DocumentFilter { Text = "%" }));
        Assert.Equal(all.Select(found => found.Number).Skip(1).Take(2), search.Find(new DocumentFilter(), 1, 2).Select(found => found.Number));

        var totals = Assert.Single(search.Totals(new DocumentFilter { Customer = "K-2" }));
        var own = all.Where(found => found.Customer == "K-2").ToList();
        Assert.Equal((own.Count, own.Sum(found => found.Total.MinorUnits), own.Sum(found => found.Open.MinorUnits)), (totals.Documents, totals.Total.MinorUnits, totals.Open.MinorUnits));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" AND o.customer_id = 1")]
    public void A_page_is_read_by_an_index_in_its_order(string restriction)
    {
        using var world = LedgerBookTests.World(_provider);
        var steps = QueryPlan.Of(
            _provider, world.Store, $"SELECT o.number FROM open_item AS o JOIN invoice AS i ON i.seller_id = o.seller_id AND i.invoice_id = o.item_id WHERE o.seller_id = 1 AND o.kind = 1{restriction} ORDER BY o.issue_day DESC, o.item_id DESC LIMIT 50");

        Assert.Contains(steps, step => step.Contains("IX_open_item", StringComparison.Ordinal));
        Assert.DoesNotContain(steps, step => step.Contains(QueryPlan.SortStep(_provider), StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_open_of_all_is_known_before_documents_are_booked_and_after()
    {
        using var world = LedgerBookTests.World(_provider);
        var list = new DocumentList(world.Store, 1);
        using var db = BillingStorage.CreateContext(world.Path);
        void Check()
        {
            var open = db.Invoices(1).Satisfying(new InvoicesOpen()).ToList();
            Assert.Equal(
                open.GroupBy(one => one.Currency).OrderBy(group => group.Key.Code).Select(group => (Money.FromMinorUnits(group.Sum(one => one.TotalMinorUnits - one.SettledMinorUnits), group.Key), group.Count())),
                list.Open());
            Assert.NotEmpty(open);
        }

        Check();
        new LedgerBook(world.Store, 1, TimeProvider.System).Book();
        Check();
        var payments = new PaymentBook(world.Store, 1, TimeProvider.System);
        payments.Record(new PaymentRequest("K-1", RunBooks.Day("2026-03-20"), Of(world, "C-1", 0).Total) { Invoices = [(Of(world, "C-1", 0).Number, null)] }, "anna");
        payments.Record(new PaymentRequest("K-1", RunBooks.Day("2026-04-20"), LedgerBookTests.Eur(100)) { Invoices = [(Of(world, "C-1", 1).Number, null)] }, "anna");
        Check();
        Corrections.WriteOff(world, Of(world, "C-3", 0).Number, "2026-04-12");
        Check();
    }

    [Fact]
    public void The_history_names_who_paid_reminded_and_corrected_and_the_entries_sum_to_what_is_open()
    {
        using var world = LedgerBookTests.World(_provider);
        var (payments, number) = (new PaymentBook(world.Store, 1, TimeProvider.System), Of(world, "C-2", 1).Number);
        payments.Record(new PaymentRequest("K-2", RunBooks.Day("2026-03-20"), LedgerBookTests.Eur(100)) { Invoices = [(number, null)] }, "anna");
        var book = new CorrectionBook(world.Store, 1, "main", TimeProvider.System);
        book.Issue(book.Propose(new CorrectionRequest(number, CorrectionKind.WriteOff, RunBooks.Day("2026-04-10"), "insolvent"), "anna").Number, "ben");
        using var reader = new DocumentReader(world.Store, 1);
        var stored = reader.Find(number) ?? throw new InvalidOperationException("The document is not there.");
        var history = new DocumentHistory(world.Store, 1, TimeZoneInfo.Utc);

        var moments = history.Of(stored);
        Assert.Contains(moments, moment => moment is { Kind: DocumentMomentKind.Paid, Amount.MinorUnits: 10_000, Author: "anna", Other: not null });
        Assert.Contains(moments, moment => moment is { Kind: DocumentMomentKind.WrittenOff, Detail: "insolvent", Author: "ben" });
        Assert.Contains(moments, moment => moment is { Kind: DocumentMomentKind.CorrectionProposed, Author: "anna" });
        Assert.Equal(0, history.Entries(stored).Sum(entry => entry.On(Msp.Billing.Ledger.AccountRole.Receivable)));
    }

    private static PostedDocument Of(RunBooks world, string contract, int place) =>
        world.Documents().Where(document => document.Contract == contract && document.Kind == DocumentKind.Invoice).ElementAt(place);

    private static IEnumerable<SettlementItem> Open(RunBooks world, string customer) => new PaymentBook(world.Store, 1, TimeProvider.System).Open(customer).Where(item => item.Open.MinorUnits > 0);
}
