using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.EntityFrameworkCore.Storage;
using Msp.Billing.EntityFrameworkCore.Sqlite;
using Msp.Billing.EntityFrameworkCore.Tests.Contracts;
using Msp.Billing.EntityFrameworkCore.Tests.Invoicing;

namespace Msp.Billing.EntityFrameworkCore.Tests.Sqlite;

public sealed class GuardTests
{
    [Theory]
    [InlineData("UPDATE invoice SET total = total + 1, subtotal = subtotal + 1")]
    [InlineData("INSERT OR REPLACE INTO invoice SELECT seller_id, invoice_id, series, sequence, number, kind, contract_id, customer_id, run_id, issue_day, due_day, from_day, until_day, currency, subtotal + 1, tax, total + 1, known_at, posted_at, line_count, previous_hash, hash FROM invoice")]
    [InlineData("UPDATE OR REPLACE invoice SET number = 'INV-2026-0000002'")]
    [InlineData("DELETE FROM invoice")]
    [InlineData("UPDATE invoice_line SET description = 'Something else'")]
    [InlineData("DELETE FROM invoice_line")]
    [InlineData("INSERT INTO invoice_line SELECT seller_id, invoice_id, line_no + 1, contract_id, line_id, charge, description, kind, cause, period_start, period_end, from_day, until_day, unit, quantity, unit_price, share_numerator, share_denominator, amount, net, tax_category, tax_rate, tax_point, round, piece + 1, ledger_account FROM invoice_line")]
    [InlineData("INSERT OR REPLACE INTO invoice_line SELECT seller_id, invoice_id, line_no, contract_id, line_id, charge, 'Something else', kind, cause, period_start, period_end, from_day, until_day, unit, quantity, unit_price, share_numerator, share_denominator, amount, net, tax_category, tax_rate, tax_point, round, piece, ledger_account FROM invoice_line")]
    [InlineData("INSERT INTO invoice_tax SELECT seller_id, invoice_id, tax_no + 1, category, rate, base, tax FROM invoice_tax")]
    [InlineData("INSERT OR REPLACE INTO invoice_tax SELECT seller_id, invoice_id, tax_no, category, rate, base, tax + 1 FROM invoice_tax")]
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
    [InlineData("UPDATE seller_version SET party_json = '{}'")]
    [InlineData("DELETE FROM seller_version")]
    [InlineData("UPDATE customer_version SET first_invoice_id = 2")]
    [InlineData("DELETE FROM customer_version")]
    [InlineData("INSERT INTO seller_version SELECT seller_id, version_no + 1, 1, '{}' FROM seller_version")]
    [InlineData("INSERT INTO customer_version SELECT seller_id, customer_id, version_no + 1, 1, '{}' FROM customer_version")]
    [InlineData("INSERT OR REPLACE INTO customer_version SELECT seller_id, customer_id, version_no, first_invoice_id, '{}' FROM customer_version")]
    [SuppressMessage("Security", "CA2100:Review SQL queries for security vulnerabilities", Justification = "The rows above are the only input.")]
    public void What_is_posted_or_recorded_cannot_be_changed_by_anyone(string sql)
    {
        using var database = new TempDatabase();
        PostedMonth.Post(database);
        database.Store.Execute("UPDATE invoice_run SET status = 6, posted_at = 1");
        var before = database.Store.Scalar("SELECT total(total) * 1000 + (SELECT count(*) FROM invoice_line) FROM invoice");

        // Another program: none of this library's code stands between it and the file.
        using var connection = new SqliteConnection($"Data Source={database.Path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;

        Assert.Equal(19, Assert.Throws<SqliteException>(() => command.ExecuteNonQuery()).SqliteErrorCode);
        Assert.Equal(before, database.Store.Scalar("SELECT total(total) * 1000 + (SELECT count(*) FROM invoice_line) FROM invoice"));
    }

    [Fact]
    public void A_file_that_lost_a_guard_is_refused_until_it_is_put_back()
    {
        using var database = new TempDatabase();
        database.Store.Execute("DROP TRIGGER guard_invoice_line_update");

        var refused = Assert.Throws<StorageException>(() => BillingStorage.Open(database.Path));
        Assert.Equal(StorageFault.Unguarded, refused.Fault);
        Assert.Contains("guard_invoice_line_update", refused.Message, StringComparison.Ordinal);

        BillingStorage.CreateOrMigrate(database.Path);
        BillingStorage.Open(database.Path).Dispose();
    }

    [Fact]
    public void A_guard_that_was_weakened_is_noticed_too()
    {
        using var database = new TempDatabase();
        database.Store.Execute(
            "DROP TRIGGER guard_invoice_delete; CREATE TRIGGER guard_invoice_delete BEFORE DELETE ON invoice WHEN OLD.total > 1000000 BEGIN SELECT RAISE(ABORT, 'no'); END");

        Assert.Equal(StorageFault.Unguarded, Assert.Throws<StorageException>(() => BillingStorage.Open(database.Path)).Fault);
    }

    [Fact]
    public void A_table_that_a_migration_builds_anew_loses_its_guards_and_gets_them_back()
    {
        using var database = new TempDatabase();
        PostedMonth.Post(database);
        StorageGuards.Drop(database.Store);
        database.Store.Dispose();
        using (var db = BillingStorage.CreateContext(database.Path))
        {
            var rebuild = new AddCheckConstraintOperation { Table = "invoice", Name = "ck_invoice_later", Sql = "line_count < 100000" };
            var commands = db.GetService<IMigrationsSqlGenerator>().Generate([rebuild], db.GetService<IDesignTimeModel>().Model);
            db.GetService<IMigrationCommandExecutor>().ExecuteNonQuery(commands, db.GetService<IRelationalConnection>());
        }

        Assert.Equal(StorageFault.Unguarded, Assert.Throws<StorageException>(() => BillingStorage.Open(database.Path)).Fault);
        BillingStorage.CreateOrMigrate(database.Path);

        database.Reopen();
        Assert.Equal(
            StorageFault.Refused, Assert.Throws<StorageException>(() => database.Store.Execute("UPDATE invoice SET number = 'X'")).Fault);
        Assert.Contains(" STRICT", Text(database, "SELECT sql FROM sqlite_schema WHERE name = 'invoice'"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_contract_that_was_never_billed_can_be_taken_back()
    {
        using var database = new TempDatabase();
        database.Add(new RandomContract(5).Draw());

        database.Store.Execute("DELETE FROM contract_line; DELETE FROM contract");

        Assert.Equal(0, database.Store.Scalar("SELECT count(*) FROM contract"));
    }

    private static string Text(TempDatabase database, string sql)
    {
        using var statement = database.Store.Prepare(sql);
        return statement.Step() ? statement.Text(0) : "";
    }
}
