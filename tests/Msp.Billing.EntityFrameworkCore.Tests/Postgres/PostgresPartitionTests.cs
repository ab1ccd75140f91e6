using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Msp.Billing.EntityFrameworkCore.Invoicing;
using Msp.Billing.EntityFrameworkCore.Postgres;
using Msp.Billing.EntityFrameworkCore.Tests.Invoicing;

namespace Msp.Billing.EntityFrameworkCore.Tests.Postgres;

/// <summary>Lines of documents are in a table for each year in which their period ends.</summary>
public sealed class PostgresPartitionTests
{
    private const string Before = "20261123141000_Chunks";

    [Fact]
    public void The_years_to_come_are_there_and_what_ends_later_has_a_place()
    {
        using var database = new TempDatabase(Provider.Postgres);
        var year = database.Store.Scalar("SELECT extract(year FROM current_date)::bigint");

        Assert.Equal(
            [.. Enumerable.Range(2026, (int)year - 2026 + PostgresPartitions.Ahead + 1).Select(one => string.Create(CultureInfo.InvariantCulture, $"invoice_line_{one}")), "invoice_line_later"],
            PostgresPartitions.Of(database.Store).ConvertAll(one => one.Partition));
    }

    // A period ends on the day after its last, so one that ends with 2026 has the first of January 2027.
    [Theory]
    [InlineData("2020-02-01", "invoice_line_2026")] // before the first year there is
    [InlineData("2026-12-31", "invoice_line_2026")]
    [InlineData("2027-01-01", "invoice_line_2026")]
    [InlineData("2027-01-02", "invoice_line_2027")]
    [InlineData("2028-01-01", "invoice_line_2027")]
    [InlineData("2999-01-01", "invoice_line_later")]
    [InlineData("infinity", "invoice_line_later")]
    public void A_line_is_in_the_year_in_which_its_period_ends(string end, string table)
    {
        using var database = new TempDatabase(Provider.Postgres);
        PostedMonth.Post(database); // one line, of March 2026
        Bill(database, end);

        Assert.Equal(table == "invoice_line_2026" ? 2 : 1, database.Store.Scalar($"SELECT count(*) FROM {table}"));
    }

    [Fact]
    public void A_year_that_begins_gets_its_table_with_its_lines_and_guards_in_it()
    {
        using var database = new TempDatabase(Provider.Postgres);
        var last = Last(database);
        PostedMonth.Post(database);
        BackTo(database, 2026);
        Bill(database, "2028-01-01", $"{last + 1}-01-01", $"{last + 1}-01-02");
        Assert.Equal(3, database.Store.Scalar("SELECT count(*) FROM invoice_line_later"));
        var lines = All(database);

        BillingStorage.CreateOrMigrate(database.Path);

        Assert.Equal(last, Last(database));
        Assert.All((string[])["2026", "2027", $"{last}", "later"], year => Assert.Equal(1, database.Store.Scalar($"SELECT count(*) FROM invoice_line_{year}")));
        Assert.Equal(lines, All(database));
        BillingStorage.Open(database.Path).Dispose();
        Assert.Throws<StorageException>(() => database.Store.Execute("DELETE FROM invoice_line_2027"));
    }

    [Fact]
    public void While_somebody_bills_the_new_year_waits_and_nothing_fails()
    {
        using var database = new TempDatabase(Provider.Postgres);
        BackTo(database, 2026);
        using var billing = BillingStorage.Open(database.Path);
        using (var transaction = billing.Begin())
        {
            billing.Execute("LOCK TABLE invoice_line IN ROW EXCLUSIVE MODE");
            database.Store.Execute("SET lock_timeout = '20ms'");
            PostgresPartitions.Extend(database.Store);
            transaction.Commit();
        }

        Assert.Equal(2026, Last(database));
        PostgresPartitions.Extend(database.Store);
        Assert.True(Last(database) > 2026);
    }

    [Fact]
    public void Documents_of_a_database_that_was_made_before_are_what_they_were()
    {
        using var database = new TempDatabase(Provider.Postgres);
        PostedMonth.Post(database);
        var lines = All(database);
        PostgresGuards.Drop(database.Store);
        using (var db = BillingStorage.CreateContext(database.Path))
        {
            db.GetService<IMigrator>().Migrate(Before);
        }

        Assert.Equal(0, database.Store.Scalar("SELECT count(*) FROM pg_inherits WHERE inhparent = 'invoice_line'::regclass"));
        Assert.Equal(lines, All(database));
        Assert.Equal(StorageFault.OlderSchema, Assert.Throws<StorageException>(() => BillingStorage.Open(database.Path)).Fault);

        BillingStorage.CreateOrMigrate(database.Path);

        Assert.Equal(lines, All(database));
        Assert.Equal(lines.Count, database.Store.Scalar("SELECT count(*) FROM invoice_line_2026"));
        using var store = BillingStorage.Open(database.Path);
        Assert.Empty(new DocumentAudit(store, database.SellerId).Faults());
    }

    [Fact]
    public void What_looks_for_periods_after_a_day_leaves_out_the_years_before()
    {
        using var database = new TempDatabase(Provider.Postgres);
        using var plan = database.Store.Prepare("EXPLAIN SELECT count(*) FROM invoice_line WHERE seller_id = 1 AND contract_id = 1 AND period_end > DATE '2028-03-01'");
        var words = new List<string>();
        while (plan.Step())
        {
            words.Add(plan.Text(0));
        }

        Assert.DoesNotContain(words, line => line.Contains("invoice_line_2026", StringComparison.Ordinal) || line.Contains("invoice_line_2027", StringComparison.Ordinal));
        Assert.Contains(words, line => line.Contains("invoice_line_2028", StringComparison.Ordinal));
    }

    // The lines of one document as a database without partitions would hand them out, in its own words.
    private static List<string> All(TempDatabase database)
    {
        using var rows = database.Store.Prepare("SELECT line::text FROM invoice_line AS line ORDER BY seller_id, invoice_id, line_no");
        var lines = new List<string>();
        while (rows.Step())
        {
            lines.Add(rows.Text(0));
        }

        Assert.NotEmpty(lines);
        return lines;
    }

    // A document of the contract that PostedMonth bills, with a line for each of the days after which its periods end.
    private static void Bill(TempDatabase database, params string[] ends)
    {
        using var transaction = database.Store.Begin();
        for (var i = 0; i < ends.Length; i++)
        {
            database.Store.Execute(
                "INSERT INTO invoice_line (seller_id, invoice_id, line_no, contract_id, line_id, charge, description, kind, period_start, period_end, from_day, until_day, unit, quantity, " +
                "share_numerator, share_denominator, amount, net, tax_category, tax_rate, tax_point, round, piece, ledger_account) " +
                $"VALUES (1, 900, {i + 1}, 1, 7, 'archive', 'Archive', 1, '2019-01-01', '{ends[i]}', '2026-01-01', '2026-01-31', 'user', 1, 1, 1, 1, 1, 1, 0, '2026-01-01', 0, 0, '')");
        }

        database.Store.Execute(
            "INSERT INTO invoice (seller_id, invoice_id, series, sequence, number, kind, contract_id, customer_id, issue_day, due_day, from_day, until_day, currency, subtotal, tax, total, " +
            "known_at, posted_at, line_count, previous_hash, hash) SELECT seller_id, 900, series, 900, 'INV-900', kind, contract_id, customer_id, issue_day, due_day, from_day, until_day, currency, " +
            $"subtotal, tax, total, known_at, posted_at, {ends.Length}, previous_hash, hash FROM invoice WHERE invoice_id = 1");
        transaction.Commit();
    }

    private static long Last(TempDatabase database) => PostgresPartitions.Of(database.Store)
        .ConvertAll(one => one.Partition["invoice_line_".Length..])
        .Where(name => name != "later").Max(name => long.Parse(name, CultureInfo.InvariantCulture));

    // As a program would have left it that was last started years ago.
    private static void BackTo(TempDatabase database, int year)
    {
        for (var one = Last(database); one > year; one--)
        {
            database.Store.Execute($"DROP TABLE invoice_line_{one}");
        }

        database.Store.Execute(
            "ALTER TABLE invoice_line DETACH PARTITION invoice_line_later; " +
            $"ALTER TABLE invoice_line ATTACH PARTITION invoice_line_later FOR VALUES FROM ('{year + 1}-01-02') TO (MAXVALUE)");
    }
}
