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

    [Fact]
    public void Entries_are_found_by_what_is_asked_a_page_at_a_time_the_newest_first()
    {
        using var database = new TempDatabase(_provider);
        var log = new AuditLog(database.Store, database.SellerId);
        for (var i = 1; i <= 6; i++)
        {
            log.Append(new AuditEntry(Nine.AddDays(i), i % 2 == 0 ? "Maria Berg" : "Jens", i == 3 ? "runs" : "run-reviewed", i == 6 ? "50%_off" : $"R-{i}"));
        }

        var search = new AuditSearch(database.Store, database.SellerId);
        long[] Found(AuditFilter filter, int skip = 0, int take = 10)
        {
            var rows = search.Find(filter, skip, take).ToList();
            Assert.All(rows, row => Assert.True(row.IsIntact));
            Assert.True(skip > 0 || take < 10 || rows.Count == search.Count(filter));
            return [.. rows.Select(row => row.Sequence)];
        }

        Assert.Equal([6, 5, 4, 3, 2, 1], Found(new AuditFilter()));
        Assert.Equal([4, 3], Found(new AuditFilter(), 2, 2));
        Assert.Equal([6, 4, 2], Found(new AuditFilter { Author = "maria berg" }));
        Assert.Equal([6, 5, 4, 2, 1], Found(new AuditFilter { Action = "run" }));
        Assert.Equal([3], Found(new AuditFilter { Action = "runs" }));
        Assert.Equal([5], Found(new AuditFilter { Subject = "R-5" }));
        Assert.Equal([6], Found(new AuditFilter { Text = " 0%_O " }));
        Assert.Equal([5, 3, 1], Found(new AuditFilter { Text = "JENS" }));
        Assert.Equal([3, 2], Found(new AuditFilter { From = Nine.AddDays(2), Before = Nine.AddDays(4) }));
        Assert.Empty(Found(new AuditFilter { Text = "nobody" }));
    }

    [Fact]
    public void A_page_marks_what_was_changed_and_what_lost_the_entry_before_it()
    {
        using var database = new TempDatabase(_provider);
        var log = new AuditLog(database.Store, database.SellerId);
        for (var i = 0; i < 6; i++)
        {
            log.Append(new AuditEntry(Nine, "Maria Berg", "run-reviewed", $"R-{i}"));
        }

        database.Unguard();
        database.Store.Execute("UPDATE audit_entry SET author = 'Nobody' WHERE sequence = 2");
        database.Store.Execute("DELETE FROM audit_entry WHERE sequence = 4");

        var rows = new AuditSearch(database.Store, database.SellerId).Find(new AuditFilter(), 0, 10).ToDictionary(row => row.Sequence, row => row.IsIntact);
        Assert.Equal([(1, true), (2, false), (3, true), (5, false), (6, true)], rows.OrderBy(row => row.Key).Select(row => (row.Key, row.Value)));
    }
}
