using Msp.Billing.EntityFrameworkCore.Ledger;

namespace Msp.Billing.EntityFrameworkCore.Tests.Ledger;

public sealed class LedgerBookOnSqliteTests() : LedgerBookTests(Provider.Sqlite)
{
    [Fact]
    public void What_is_booked_cannot_be_replaced()
    {
        using var world = World(Provider.Sqlite);
        new LedgerBook(world.Store, 1, TimeProvider.System).Book();

        const string Replace = "INSERT OR REPLACE INTO journal_entry SELECT seller_id, source, source_id, 'other', day, currency, customer_id, posted_at, line_count FROM journal_entry LIMIT 1";
        Assert.Equal(StorageFault.Refused, Assert.Throws<StorageException>(() => world.Store.Execute(Replace)).Fault);
    }
}
