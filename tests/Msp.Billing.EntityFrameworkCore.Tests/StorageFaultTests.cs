using Microsoft.Data.Sqlite;
using Msp.Billing.EntityFrameworkCore.Tests.Invoicing;

namespace Msp.Billing.EntityFrameworkCore.Tests;

/// <summary>Whatever stands in the way, the message says what to do and what was committed is still there.</summary>
public sealed class StorageFaultTests : IDisposable
{
    private readonly TempDatabase _database = new();

    public void Dispose() => _database.Dispose();

    [Fact]
    public void A_full_disk_while_posting_loses_nothing_and_issues_nothing()
    {
        PostedMonth.Post(_database, 40);
        var lines = _database.Store.Scalar("SELECT count(*) FROM invoice_line");
        _database.Store.Execute($"PRAGMA max_page_count = {_database.Store.Scalar("PRAGMA page_count") + 2}");

        var full = Assert.Throws<StorageException>(() => PostedMonth.Run(_database, new DateOnly(2026, 4, 1), PostedMonth.KnownAt.AddMonths(1)));

        Assert.Equal(StorageFault.Full, full.Fault);
        Assert.Contains("make room", full.Message, StringComparison.Ordinal);
        Assert.Equal(lines, _database.Store.Scalar("SELECT count(*) FROM invoice_line"));
        Assert.Equal(41, _database.Store.Scalar("SELECT next_sequence FROM document_series"));

        // Room is made, and the same month is posted from where it was.
        _database.Reopen();
        PostedMonth.Run(_database, new DateOnly(2026, 4, 1), PostedMonth.KnownAt.AddMonths(1));
        Assert.Equal(81, _database.Store.Scalar("SELECT next_sequence FROM document_series"));
    }

    [Fact]
    public void A_database_that_someone_else_is_writing_to_says_so()
    {
        using var other = BillingStorage.Open(_database.Path);
        using var writing = other.Begin();
        _database.Store.Execute("PRAGMA busy_timeout = 20");

        var locked = Assert.Throws<StorageException>(() => _database.Store.Begin());

        Assert.Equal(StorageFault.Locked, locked.Fault);
        Assert.Contains("try again", locked.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Readers_go_on_while_someone_writes()
    {
        PostedMonth.Post(_database);
        using var other = BillingStorage.Open(_database.Path);
        using var writing = other.Begin();
        other.Execute("UPDATE customer SET name = 'Renamed', version = version + 1");

        Assert.Equal(1, _database.Store.Scalar("SELECT count(*) FROM customer WHERE name = 'Nordwind Logistics'"));
    }

    [Fact]
    public void What_cannot_be_written_says_so()
    {
        using var store = _database.Store.OpenReader();

        Assert.Equal(StorageFault.ReadOnly, Assert.Throws<StorageException>(() => store.Execute("UPDATE seller SET name = 'X'")).Fault);
    }

    [Fact]
    public void A_path_without_a_database_says_to_make_one()
    {
        var path = _database.Path + ".none";

        var missing = Assert.Throws<StorageException>(() => BillingStorage.Open(path));

        Assert.Equal(StorageFault.Missing, missing.Fault);
        Assert.Contains("msp init", missing.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(path));
    }

    [Fact]
    public void A_folder_that_does_not_exist_is_named()
    {
        var path = Path.Combine(Path.GetDirectoryName(_database.Path) ?? "", "nowhere", "billing.db");

        Assert.Equal(StorageFault.Missing, Assert.Throws<StorageException>(() => BillingStorage.CreateOrMigrate(path)).Fault);
    }

    [Fact]
    public void A_file_that_is_no_database_is_left_alone()
    {
        var path = _database.Path + ".txt";
        File.WriteAllText(path, new string('x', 5000));

        Assert.Equal(StorageFault.Damaged, Assert.Throws<StorageException>(() => BillingStorage.Open(path)).Fault);
        Assert.Equal(StorageFault.Damaged, Assert.Throws<StorageException>(() => BillingStorage.CreateOrMigrate(path)).Fault);
        Assert.Equal(new string('x', 5000), File.ReadAllText(path));
    }

    [Fact]
    public void An_empty_file_is_an_older_schema_until_it_is_migrated()
    {
        var path = _database.Path + ".empty";
        File.WriteAllBytes(path, []);

        var older = Assert.Throws<StorageException>(() => BillingStorage.Open(path));
        Assert.Equal(StorageFault.OlderSchema, older.Fault);
        Assert.Contains("msp init", older.Message, StringComparison.Ordinal);

        BillingStorage.CreateOrMigrate(path);
        BillingStorage.Open(path).Dispose();
    }

    [Fact]
    public void A_newer_database_is_not_written_to()
    {
        _database.Store.Execute("INSERT INTO \"__EFMigrationsHistory\" VALUES ('20991231000000_Later', '12.0.0')");

        Assert.Equal(StorageFault.NewerSchema, Assert.Throws<StorageException>(() => BillingStorage.Open(_database.Path)).Fault);
        Assert.Equal(StorageFault.NewerSchema, Assert.Throws<StorageException>(() => BillingStorage.CreateOrMigrate(_database.Path)).Fault);
    }

    [Fact]
    public void A_migration_that_was_killed_does_not_hang_the_next_one_for_ever()
    {
        _database.Store.Execute(
            """
            CREATE TABLE IF NOT EXISTS "__EFMigrationsLock" ("Id" INTEGER NOT NULL PRIMARY KEY, "Timestamp" TEXT NOT NULL);
            INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-11-23 01:02:03')
            """);

        var locked = Assert.Throws<StorageException>(() => BillingStorage.CreateOrMigrate(_database.Path, TimeSpan.FromMilliseconds(200)));

        Assert.Equal(StorageFault.Locked, locked.Fault);
        Assert.Contains("since 2026-11-23 01:02:03", locked.Message, StringComparison.Ordinal);
        Assert.Contains("DELETE FROM \"__EFMigrationsLock\"", locked.Message, StringComparison.Ordinal);

        _database.Store.Execute("DELETE FROM \"__EFMigrationsLock\"");
        BillingStorage.CreateOrMigrate(_database.Path, TimeSpan.FromMilliseconds(200));
    }

    [Fact]
    public void Only_one_program_at_a_time_brings_a_database_up_to_date()
    {
        using var turn = new FileStream(_database.Path + ".migrating", FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);

        var locked = Assert.Throws<StorageException>(() => BillingStorage.CreateOrMigrate(_database.Path, TimeSpan.FromMilliseconds(200)));

        Assert.Equal(StorageFault.Locked, locked.Fault);
    }

    [Fact]
    public void What_was_committed_is_there_after_the_file_is_copied_in_the_middle_of_a_transaction()
    {
        PostedMonth.Post(_database, 3);
        var before = _database.Store.Scalar("SELECT sum(total) FROM invoice");
        using var transaction = _database.Store.Begin();
        _database.Store.Execute("UPDATE customer SET name = 'Half done', version = version + 1");

        // A power cut: the files as they stand, without a goodbye.
        var copy = _database.Path + ".copy.db";
        File.Copy(_database.Path, copy);
        File.Copy(_database.Path + "-wal", copy + "-wal");

        using var store = BillingStorage.Open(copy);
        Assert.Equal(before, store.Scalar("SELECT sum(total) FROM invoice"));
        Assert.Equal(0, store.Scalar("SELECT count(*) FROM customer WHERE name = 'Half done'"));
        Assert.Equal(1, store.Scalar("SELECT count(*) FROM pragma_integrity_check WHERE integrity_check = 'ok'"));
    }

    [Fact]
    public void An_error_of_the_provider_reads_the_same()
    {
        var exception = StorageException.From(new SqliteException("database or disk is full", 13), "billing.db");

        Assert.Equal(StorageFault.Full, exception.Fault);
        Assert.Contains("'billing.db'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_transaction_that_is_left_takes_everything_back()
    {
        using (_database.Store.Begin())
        {
            _database.Store.Execute("UPDATE customer SET name = 'Nobody', version = version + 1");
        }

        Assert.Equal(0, _database.Store.Scalar("SELECT count(*) FROM customer WHERE name = 'Nobody'"));
        using var statement = _database.Store.Prepare("SELECT 1");
        Assert.True(statement.Step());
    }
}
