using System.Runtime.CompilerServices;
using Msp.Billing.Contracts;
using Msp.Billing.EntityFrameworkCore.Ledger;
using Msp.Billing.EntityFrameworkCore.Tests.Runs;
using Npgsql;
using static Msp.Billing.EntityFrameworkCore.Tests.Runs.RunBooks;

namespace Msp.Billing.EntityFrameworkCore.Tests.Postgres;

/// <summary>The rights that docs/postgresql-roles.sql gives: enough to bill, and nothing that changes what is posted.</summary>
public sealed class PostgresRoleTests
{
    private static readonly string Script = File.ReadAllText(Path.Combine(Here(), "../../../docs/postgresql-roles.sql"));

    [Fact]
    public void Who_has_the_rights_to_bill_bills_and_books_and_changes_nothing_that_is_posted()
    {
        using var books = new RunBooks(Provider.Postgres);
        books.AddCustomers(new Customer("K-1", "Miller & Sons", new TaxProfile("DE")));
        books.Add(Users("C-1", 3));
        var user = "app_" + new NpgsqlConnectionStringBuilder(books.Path).Database;
        books.Store.Execute(Script);
        books.Store.Execute(Script); // again, as after each migration
        books.Store.Execute($"CREATE ROLE {user} LOGIN IN ROLE msp_app");
        try
        {
            books.Reopen(new NpgsqlConnectionStringBuilder(books.Path) { Username = user }.ConnectionString);
            var run = books.Post("2026-03-01");
            new LedgerBook(books.Store, books.SellerId, TimeProvider.System).Book();
            Assert.Equal((1, 1), (run.Documents, run.Posted));
            Assert.Empty(books.Faults());

            foreach (var table in (string[])["invoice", "invoice_line", "invoice_tax", "invoice_event", "journal_entry", "journal_line", "audit_entry", "amendment", "usage_count"])
            {
                Refused(books.Store, $"UPDATE {table} SET seller_id = seller_id");
                Refused(books.Store, $"DELETE FROM {table}");
                Refused(books.Store, $"TRUNCATE {table} CASCADE");
            }

            Refused(books.Store, "CREATE TABLE mine (id bigint)");
            Refused(books.Store, "ALTER TABLE invoice DISABLE TRIGGER ALL");
            Refused(books.Store, "DROP TRIGGER guard_invoice_delete ON invoice");
            Refused(books.Store, "DELETE FROM \"__EFMigrationsHistory\"");
        }
        finally
        {
            books.Reopen();
            books.Store.Execute($"DROP OWNED BY {user}; DROP ROLE {user}; DROP OWNED BY msp_app");
        }
    }

    private static void Refused(BillingStore store, string sql)
    {
        var refused = Assert.Throws<StorageException>(() => store.Execute(sql));
        Assert.True(refused.Fault == StorageFault.ReadOnly, $"{sql}: {refused.Message}");
    }

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path) ?? "";
}
