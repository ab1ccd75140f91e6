using Msp.Billing.EntityFrameworkCore.Auditing;

namespace Msp.Billing.EntityFrameworkCore.Tests.Auditing;

public abstract class AuditLogTests
{
    private static readonly DateTimeOffset Nine = new(2026, 4, 1, 9, 0, 0, TimeSpan.Zero);
    private readonly Provider _provider;

    private protected AuditLogTests(Provider provider) => _provider = provider;

    [Fact]
    public void Entries_come_back_in_order_and_the_chain_holds()
    {
        using var database = new TempDatabase(_provider);
        var log = new AuditLog(database.Store, database.SellerId);
        AuditEntry[] entries =
        [
            new(Nine, "Maria Berg", "run-previewed", "R-1"), new(Nine.AddHours(1), "Maria Berg", "run-reviewed", "R-1"), new(Nine.AddHours(2), "Jens Holm", "run-approved", "R-1", "{\"total\":803250}"),
        ];
        foreach (var entry in entries)
        {
            log.Append(entry);
        }

        Assert.Equal(entries, log.All().Select(row => row.Entry));
        Assert.Null(log.FirstFault());
    }

    [Theory]
    [InlineData("UPDATE audit_entry SET author = 'Nobody' WHERE sequence = 2", 2)]
    [InlineData("UPDATE audit_entry SET at = at + 1 WHERE sequence = 2", 2)]
    [InlineData("UPDATE audit_entry SET detail_json = '{}' WHERE sequence = 1", 1)]
    [InlineData("DELETE FROM audit_entry WHERE sequence = 1", 1)]
    [InlineData("DELETE FROM audit_entry WHERE sequence = 2", 2)]
    public void A_changed_or_missing_entry_is_found(string sql, long place)
    {
        using var database = new TempDatabase(_provider);
        var log = new AuditLog(database.Store, database.SellerId);
        for (var i = 0; i < 3; i++)
        {
            log.Append(new AuditEntry(Nine, "Maria Berg", "run-reviewed", $"R-{i}"));
        }

        Assert.Throws<StorageException>(() => database.Store.Execute(sql));
        database.Unguard();
        database.Store.Execute(sql);

        Assert.Equal(place, log.FirstFault());
    }
}
