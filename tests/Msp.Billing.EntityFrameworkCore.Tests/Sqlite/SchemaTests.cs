using Microsoft.EntityFrameworkCore;
using Msp.Billing.EntityFrameworkCore.Schema;
using Msp.Billing.EntityFrameworkCore.Tests.Invoicing;

namespace Msp.Billing.EntityFrameworkCore.Tests.Sqlite;

public sealed class SchemaTests
{
    [Fact]
    public void The_model_and_the_migrations_say_the_same()
    {
        using var db = BillingStorage.CreateContext("unused.db");

        Assert.False(db.Database.HasPendingModelChanges());
        Assert.Equal(BillingStorage.Schema, db.Database.GetMigrations().Last());
    }

    [Fact]
    public void Every_table_is_strict_and_begins_its_key_with_the_seller()
    {
        using var database = new TempDatabase();
        using var tables = database.Store.Prepare("SELECT t.name, t.strict, (SELECT c.name FROM pragma_table_info(t.name) AS c WHERE c.pk = 1) FROM pragma_table_list AS t WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE 'sqlite%' AND t.name NOT LIKE '\\_\\_%' ESCAPE '\\'");
        var count = 0;
        while (tables.Step())
        {
            count++;
            Assert.True(tables.Int64(1) == 1 && tables.Text(2) == "seller_id", tables.Text(0));
        }

        Assert.True(count >= 20);
    }

    [Fact]
    public void Every_unique_key_and_every_foreign_key_begins_with_the_seller()
    {
        using var database = new TempDatabase();
        using var wrong = database.Store.Prepare("""
            SELECT m.name || '.' || i.name FROM sqlite_schema AS m, pragma_index_list(m.name) AS i, pragma_index_info(i.name) AS c
             WHERE m.type = 'table' AND i."unique" = 1 AND c.seqno = 0 AND c.name <> 'seller_id' AND m.name NOT LIKE '\_\_%' ESCAPE '\' AND i.name <> 'IX_seller_code'
             UNION ALL
            SELECT m.name || ' -> ' || f."table" FROM sqlite_schema AS m, pragma_foreign_key_list(m.name) AS f
             WHERE m.type = 'table' AND f.seq = 0 AND f."from" <> 'seller_id'
            """);

        Assert.False(wrong.Step() && wrong.Text(0).Length > 0, "see the names above");
    }

    [Fact]
    public void Opening_sets_what_keeps_data_safe()
    {
        using var database = new TempDatabase();

        Assert.Equal(1, database.Store.Scalar("PRAGMA foreign_keys"));
        Assert.Equal(2, database.Store.Scalar("PRAGMA synchronous"));
        Assert.Equal(30_000, database.Store.Scalar("PRAGMA busy_timeout"));
        using var mode = database.Store.Prepare("PRAGMA journal_mode");
        Assert.True(mode.Step());
        Assert.Equal("wal", mode.Text(0));
    }

    [Theory]
    [InlineData("SELECT min(day) FROM usage_count INDEXED BY \"IX_usage_count_seller_id_contract_id_recorded_at\" WHERE seller_id = 1 AND contract_id = 1 AND recorded_at > 5", "USING COVERING INDEX IX_usage_count_seller_id_contract_id_recorded_at (seller_id=? AND contract_id=? AND recorded_at>?)")]
    [InlineData("SELECT amount FROM invoice_line WHERE seller_id = 1 AND contract_id = 1 AND period_end > '2026-01-01' ORDER BY period_end, line_id", "(seller_id=? AND contract_id=? AND period_end>?)")]
    [InlineData("SELECT total FROM invoice WHERE seller_id = 1 AND run_id = 1 AND contract_id = 1", "(seller_id=? AND run_id=? AND contract_id=?)")]
    [InlineData("SELECT l.invoice_id FROM contract AS b CROSS JOIN invoice_line AS l ON l.seller_id = b.seller_id AND l.contract_id = b.contract_id WHERE b.seller_id = 1 AND b.customer_id = 1", "SEARCH b USING INDEX IX_contract_seller_id_customer_id (seller_id=? AND customer_id=?)")]
    [InlineData("SELECT number FROM invoice WHERE seller_id = 1 AND series = 'INV-2026' ORDER BY sequence", "(seller_id=? AND series=?)")]
    public void What_a_run_looks_up_is_found_by_a_key_and_needs_no_sorting(string sql, string plan)
    {
        using var database = new TempDatabase();
        using var statement = database.Store.Prepare("EXPLAIN QUERY PLAN " + sql);
        var steps = new List<string>();
        while (statement.Step())
        {
            steps.Add(statement.UniqueText(3));
        }

        Assert.Contains(steps, step => step.Contains(plan, StringComparison.Ordinal));
        Assert.DoesNotContain(steps, step => step.Contains("TEMP B-TREE", StringComparison.Ordinal));
    }

    [Fact]
    public void A_save_that_is_based_on_an_older_reading_is_refused()
    {
        using var database = new TempDatabase();
        using var mine = BillingStorage.CreateContext(database.Path);
        using var theirs = BillingStorage.CreateContext(database.Path);
        var myCustomer = mine.Set<CustomerRow>().Single();
        var theirCustomer = theirs.Set<CustomerRow>().Single();

        theirCustomer.Name = "Nordwind Group";
        theirs.SaveChanges();
        myCustomer.Name = "Nordwind Holding";

        Assert.Throws<DbUpdateConcurrencyException>(() => mine.SaveChanges());
        Assert.Equal(2, database.Store.Scalar("SELECT version FROM customer"));
        Assert.Equal(1, database.Store.Scalar("SELECT count(*) FROM customer WHERE name = 'Nordwind Group'"));
    }

    [Fact]
    public async Task An_asynchronous_save_counts_the_version_up_too()
    {
        using var database = new TempDatabase();
        await using var db = BillingStorage.CreateContext(database.Path);
        (await db.Set<SellerRow>().SingleAsync(TestContext.Current.CancellationToken)).Name = "Main Street";
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);

        Assert.Equal(2, database.Store.Scalar("SELECT version FROM seller"));
    }

    [Fact]
    public void The_rows_of_every_table_can_be_read_through_the_model()
    {
        using var database = new TempDatabase();
        PostedMonth.Post(database, 2);
        using var db = BillingStorage.CreateContext(database.Path);

        var invoice = db.Set<InvoiceRow>().OrderBy(row => row.InvoiceId).First();
        var line = db.Set<InvoiceLineRow>().First(row => row.InvoiceId == invoice.InvoiceId);
        Assert.Equal(("INV-2026-0000001", 675_000, 128_250, 803_250), (invoice.Number, invoice.Subtotal, invoice.Tax, invoice.Total));
        Assert.Equal((45m, 150m, new DateOnly(2026, 4, 1)), (line.Quantity, line.UnitPrice, line.PeriodEnd));
        Assert.Equal(2, db.Set<ContractLineRow>().Count());
        Assert.Equal(2, db.Set<AmendmentRow>().Count());
        Assert.Equal(PostedMonth.KnownAt, db.Set<ContractBillingRow>().First().KnownAt);
        Assert.Equal(45m, db.Set<UsageCountRow>().Single().Quantity);
        Assert.Equal(128_250, db.Set<InvoiceTaxRow>().First().Tax);
        Assert.Equal(3, db.Set<DocumentSeriesRow>().Single().NextSequence);
        Assert.Equal(3, db.Set<TaxRateRow>().Count());
        Assert.Equal("R-1", db.Set<InvoiceRunRow>().Single().Number);
        Assert.Empty(db.Set<RunItemRow>());
        Assert.Empty(db.Set<RunTotalRow>());
        Assert.Empty(db.Set<RunProblemRow>());
        Assert.Empty(db.Set<AuditEntryRow>());
        Assert.Empty(db.Set<CatalogItemRow>());
        Assert.Empty(db.Set<InvoiceEventRow>());
    }
}
