using Msp.Billing.Contracts;
using Msp.Billing.EntityFrameworkCore.Runs;
using Msp.Billing.EntityFrameworkCore.Tests.Runs;
using static Msp.Billing.EntityFrameworkCore.Tests.Runs.RunBooks;

namespace Msp.Billing.EntityFrameworkCore.Tests.Postgres;

public sealed class PostgresReadsTests
{
    private const int Documents = 2_400;

    // In a new database the server believes that tables are empty until it has counted them: going through all rows then looks cheap, and stays so in plans that are kept.
    [Fact]
    public void What_is_read_for_a_document_does_not_grow_with_those_before_it()
    {
        using var books = new RunBooks(Provider.Postgres);
        books.AddCustomers(new Customer("K-1", "Miller & Sons", new TaxProfile("DE")));
        books.Add(Enumerable.Range(1, Documents).Select(number => Users($"C-{number}", 1 + (number % 7))));
        books.Approve("2026-03-01");

        var run = new RunEngine(books.Store, TimeProvider.System) { ChunkSize = 40 }.Post("main", "bruno");

        Assert.Equal(Documents, run.Posted);
        books.Store.Scalar("SELECT count(*) FROM (SELECT pg_stat_force_next_flush()) AS flush");
        Assert.Equal(0, books.Store.Scalar("SELECT CAST(sum(seq_tup_read) AS bigint) FROM pg_stat_user_tables WHERE relname LIKE 'invoice_line%'"));

        // A line and a tax each look for their head, the first few hundred among all of them. Were it so to the end, they would read 2,400 for each document.
        Assert.InRange(books.Store.Scalar("SELECT CAST(sum(idx_tup_read) AS bigint) FROM pg_stat_user_indexes WHERE relname = 'invoice'"), 2 * Documents, 300 * Documents);
    }
}
