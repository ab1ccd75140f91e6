using System.Diagnostics.CodeAnalysis;
using Msp.Billing.EntityFrameworkCore.Tests.Contracts;
using Msp.Billing.EntityFrameworkCore.Tests.Invoicing;
using Msp.Billing.EntityFrameworkCore.Tests.Quotes;
using Msp.Billing.Quotes;
using Npgsql;

namespace Msp.Billing.EntityFrameworkCore.Tests.Postgres;

public sealed class PostgresGuardTests
{
    private const string LineColumns =
        "charge, description, kind, cause, period_start, from_day, until_day, unit, quantity, unit_price, share_numerator, share_denominator, amount, net, tax_category, tax_rate, tax_point, round, piece, ledger_account";

    private const string HeadColumns =
        "series, kind, contract_id, customer_id, issue_day, due_day, from_day, until_day, currency, subtotal, tax, total, known_at, posted_at, previous_hash, hash";

    // In two years, so that the key, which has the period in it, allows both.
    private const string TwoLinesOfOneNumber =
        $"INSERT INTO invoice_line (seller_id, invoice_id, line_no, contract_id, line_id, period_end, {LineColumns}) SELECT seller_id, 99, 1, contract_id, 90 + n, period_end + 366 * n, {LineColumns} " +
        $"FROM invoice_line, generate_series(0, 1) AS n WHERE invoice_id = 1 AND line_no = 1; " +
        $"INSERT INTO invoice (seller_id, invoice_id, sequence, number, line_count, {HeadColumns}) SELECT seller_id, 99, 99, 'INV-99', 2, {HeadColumns} FROM invoice WHERE invoice_id = 1";

    [Theory]
    [InlineData("UPDATE invoice SET total = total + 1, subtotal = subtotal + 1")]
    [InlineData("DELETE FROM invoice")]
    [InlineData("UPDATE invoice_line SET description = 'Something else'")]
    [InlineData("DELETE FROM invoice_line")]
    [InlineData("UPDATE invoice_line_2026 SET description = 'Something else'")]
    [InlineData("UPDATE invoice_line SET period_end = period_end + 3650")]
    [InlineData("DELETE FROM invoice_line_2026")]
    [InlineData("TRUNCATE invoice_line_2026")]
    [InlineData("INSERT INTO invoice_line_2026 SELECT seller_id, invoice_id, line_no + 1, contract_id, line_id, charge, description, kind, cause, period_start, period_end, from_day, until_day, unit, quantity, unit_price, share_numerator, share_denominator, amount, net, tax_category, tax_rate, tax_point, round, piece + 1, ledger_account FROM invoice_line")]
    [InlineData("TRUNCATE invoice_line, invoice_tax, invoice_event, invoice CASCADE")]
    [InlineData("TRUNCATE audit_entry")]
    [InlineData("INSERT INTO invoice_line SELECT seller_id, invoice_id, line_no + 1, contract_id, line_id, charge, description, kind, cause, period_start, period_end, from_day, until_day, unit, quantity, unit_price, share_numerator, share_denominator, amount, net, tax_category, tax_rate, tax_point, round, piece + 1, ledger_account FROM invoice_line")]
    [InlineData("INSERT INTO invoice_tax SELECT seller_id, invoice_id, tax_no + 1, category, rate, base, tax FROM invoice_tax")]
    [InlineData("UPDATE invoice_tax SET tax = 0")]
    [InlineData("DELETE FROM invoice_tax")]
    [InlineData("UPDATE amendment SET reason = 'another'")]
    [InlineData("DELETE FROM amendment")]
    [InlineData("UPDATE usage_count SET quantity = 0")]
    [InlineData("DELETE FROM usage_count")]
    [InlineData("UPDATE document_series SET next_sequence = 1")]
    [InlineData("DELETE FROM document_series")]
    [InlineData("UPDATE contract SET currency = 'USD'")]
    [InlineData("DELETE FROM contract_line")]
    [InlineData("UPDATE contract_billing SET billed_through = '2026-01-01'")]
    [InlineData("DELETE FROM contract_billing")]
    [InlineData("UPDATE invoice_run SET status = 5, posted_at = NULL WHERE status = 6")]
    [InlineData("DELETE FROM invoice_run WHERE status = 6")]
    public void What_is_posted_or_recorded_cannot_be_changed_by_anyone(string sql)
    {
        using var database = new TempDatabase(Provider.Postgres);
        PostedMonth.Post(database);
        database.Store.Execute("UPDATE invoice_run SET status = 6, posted_at = 1");

        Refuses(database, sql);
    }

    [Theory]
    [InlineData("UPDATE quote_revision SET canonical = '\\x00'")]
    [InlineData("UPDATE quote_revision SET sent_at = NULL, canonical = NULL, internals = NULL, hash = NULL")]
    [InlineData("DELETE FROM quote_revision")]
    [InlineData("UPDATE quote_draft SET json = '{}'")]
    [InlineData("INSERT INTO quote_draft SELECT seller_id, quote_id, revision, draft_version + 1, at, author, restored_from, json FROM quote_draft")]
    [InlineData("UPDATE quote_event SET text = 'other'")]
    [InlineData("DELETE FROM quote_event")]
    [InlineData("UPDATE quote_acceptance SET evidence = '\\x00'")]
    [InlineData("UPDATE quote_link SET expires_at = expires_at + 1")]
    [InlineData("DELETE FROM quote_link")]
    public void What_was_sent_and_signed_cannot_be_changed_by_anyone(string sql)
    {
        using var offers = new Offers(Provider.Postgres);
        var (_, token) = offers.Sent();
        offers.Acceptances.Accept(token, new QuoteChoice("standard", new ChosenItem("backup", 7m)), Offers.Dana(3), Offers.Day.AddDays(3));

        Refuses(offers.Database, sql);
    }

    [Theory]
    [InlineData(TwoLinesOfOneNumber)]
    [InlineData("INSERT INTO deferral SELECT seller_id, invoice_id, 99, 'a', 'b', 'EUR', 1, from_day, until_day FROM invoice_line WHERE invoice_id = 1 AND line_no = 1")]
    public void What_a_key_cannot_say_of_lines_in_partitions_the_guards_do(string sql)
    {
        using var database = new TempDatabase(Provider.Postgres);
        PostedMonth.Post(database);

        Refuses(database, sql);
    }

    [Theory]
    [InlineData("ALTER TABLE invoice_line_2027 DISABLE TRIGGER guard_invoice_line_update")]
    [InlineData("DROP TRIGGER guard_invoice_line_insert ON invoice_line_2027")]
    [InlineData("DROP TRIGGER guard_invoice_line_truncate ON invoice_line_later")]
    public void A_partition_that_lost_a_guard_is_found_out(string sql)
    {
        using var database = new TempDatabase(Provider.Postgres);
        database.Store.Execute(sql);

        Assert.Equal(StorageFault.Unguarded, Assert.Throws<StorageException>(() => BillingStorage.Open(database.Path)).Fault);

        BillingStorage.CreateOrMigrate(database.Path);
        BillingStorage.Open(database.Path).Dispose();
    }

    [Theory]
    [InlineData("DROP TRIGGER guard_invoice_line_update ON invoice_line")]
    [InlineData("ALTER TABLE invoice_line DISABLE TRIGGER guard_invoice_line_update")]
    [InlineData("CREATE OR REPLACE FUNCTION guard_invoice_line_update() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'")]
    [InlineData("DROP TRIGGER guard_invoice_line_update ON invoice_line; CREATE TRIGGER guard_invoice_line_update BEFORE UPDATE ON invoice_line FOR EACH ROW WHEN (OLD.net > 1000000) EXECUTE FUNCTION guard_invoice_line_update()")]
    [InlineData("DROP TRIGGER guard_invoice_line_update ON invoice_line; CREATE TRIGGER guard_invoice_line_update BEFORE UPDATE OF charge ON invoice_line FOR EACH ROW EXECUTE FUNCTION guard_invoice_line_update()")]
    public void A_database_that_lost_a_guard_is_refused_until_it_is_put_back(string sql)
    {
        using var database = new TempDatabase(Provider.Postgres);
        database.Store.Execute(sql);

        var refused = Assert.Throws<StorageException>(() => BillingStorage.Open(database.Path));
        Assert.Equal(StorageFault.Unguarded, refused.Fault);
        Assert.Contains("guard_invoice_line_update", refused.Message, StringComparison.Ordinal);

        BillingStorage.CreateOrMigrate(database.Path);
        BillingStorage.Open(database.Path).Dispose();
    }

    [Fact]
    public void A_contract_that_was_never_billed_can_be_taken_back()
    {
        using var database = new TempDatabase(Provider.Postgres);
        database.Add(new RandomContract(5).Draw());

        database.Store.Execute("DELETE FROM contract_line; DELETE FROM contract");

        Assert.Equal(0, database.Store.Scalar("SELECT count(*) FROM contract"));
    }

    // Another program: none of this library's code stands between it and the server.
    [SuppressMessage("Security", "CA2100:Review SQL queries for security vulnerabilities", Justification = "The rows above are the only input.")]
    private static void Refuses(TempDatabase database, string sql)
    {
        using var connection = new NpgsqlConnection(database.Path);
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);

        Assert.Equal(PostgresErrorCodes.RestrictViolation, Assert.Throws<PostgresException>(() => command.ExecuteNonQuery()).SqlState);
    }
}
