using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Msp.Billing.EntityFrameworkCore.Contracts;
using Msp.Billing.EntityFrameworkCore.Postgres;
using Msp.Billing.EntityFrameworkCore.Schema;
using Msp.Billing.EntityFrameworkCore.Sqlite;

namespace Msp.Billing.EntityFrameworkCore;

/// <summary>Where a billing database is made, brought up to date and opened.</summary>
public static class BillingStorage
{
    /// <summary>The newest migration that this program knows; a test compares it with the migrations themselves.</summary>
    internal const string Schema = "20261123225900_CustomerNames";

    private const int BusyMilliseconds = 30_000;

    /// <summary>Makes the database, or brings an older one up to date, and puts its guards in place.</summary>
    /// <param name="path">The file, whose folder must exist; or the connection string of a PostgreSQL server.</param>
    /// <param name="patience">How long to wait for another program that is doing the same; 30 seconds when null.</param>
    /// <exception cref="StorageException">Another program holds the migration, or died in it; the file cannot be written or is no database; or it is newer than this program.</exception>
    public static void CreateOrMigrate(string path, TimeSpan? patience = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        if (PostgresAddress.TryRead(path, out var address))
        {
            PostgresStorage.CreateOrMigrate(address);
            return;
        }

        var until = Stopwatch.GetTimestamp() + (long)((patience ?? TimeSpan.FromMilliseconds(BusyMilliseconds)).TotalSeconds * Stopwatch.Frequency);
        using var turn = WaitForTurn(path, until);
        try
        {
            using (var store = OpenFile(path, create: true))
            {
                store.Execute("PRAGMA journal_mode = WAL");
                WaitForLock(store, until);
                Migrate(store);
            }

            using var guarded = OpenFile(path);
            NameKeys.Fill(guarded);
            StorageGuards.Create(guarded);
            StorageGuards.Check(guarded);
        }
        catch (SqliteException exception)
        {
            throw StorageException.From(exception, path);
        }
    }

    /// <summary>Opens a database for imports and runs.</summary>
    /// <param name="path">The file, or the connection string of a PostgreSQL server.</param>
    /// <exception cref="StorageException">There is none, its tables are older or newer than this program, or a guard is missing.</exception>
    public static BillingStore Open(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        if (PostgresAddress.TryRead(path, out var address))
        {
            return PostgresStorage.Open(address);
        }

        if (!File.Exists(path))
        {
            throw new StorageException(StorageFault.Missing, $"There is no billing database at '{path}'. Create it with 'msp init', or correct the path.");
        }

        var store = OpenFile(path);
        try
        {
            var applied = Applied(store);
            if (applied != Schema)
            {
                throw applied is not null && string.CompareOrdinal(applied, Schema) > 0
                    ? Newer(path, applied)
                    : new StorageException(
                        StorageFault.OlderSchema,
                        $"The tables of '{path}' are {(applied is null ? "not made yet" : $"those of {applied}")}; this program needs {Schema}. Make a backup, then run 'msp init'.");
            }

            StorageGuards.Check(store);
            return store;
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    /// <summary>A context for pages and queries.</summary>
    /// <param name="path">The file, or the connection string of a PostgreSQL server.</param>
    public static BillingDb CreateContext(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return PostgresAddress.TryRead(path, out var address) ? PostgresStorage.CreateContext(address) : new SqliteBillingDb(OptionsFor(path).Options);
    }

    /// <summary>Whether there is a database with tables.</summary>
    /// <param name="path">The file, or the connection string of a PostgreSQL server.</param>
    /// <exception cref="StorageException">The server cannot be reached, or the connection string has words that PostgreSQL does not know.</exception>
    public static bool Exists(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return PostgresAddress.TryRead(path, out var address) ? PostgresStorage.Exists(address) : File.Exists(path);
    }

    /// <summary>What messages call a database: the file, or the database and its server, without a password.</summary>
    /// <param name="path">The file, or the connection string of a PostgreSQL server.</param>
    /// <exception cref="StorageException">The connection string has words that PostgreSQL does not know.</exception>
    public static string NameOf(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return PostgresAddress.TryRead(path, out var address) ? address.Name : path;
    }

    /// <summary>The connection string for other tables in the same database of a PostgreSQL server, with the limits that this library's own connections have; null for a file.</summary>
    /// <param name="path">The file, or the connection string of a PostgreSQL server. It may have a password, and so may what is returned.</param>
    /// <exception cref="StorageException">The connection string has words that PostgreSQL does not know.</exception>
    public static string? ServerConnectionOf(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return PostgresAddress.TryRead(path, out var address) ? address.ConnectionString : null;
    }

    /// <summary>The connection string of a server, for libraries that open connections of their own; null for a file.</summary>
    internal static string? ServerOf(string path) => PostgresAddress.TryRead(path, out var address) ? address.Plain : null;

    /// <summary>The options of a context on a SQLite file, to add to.</summary>
    /// <param name="path">The file.</param>
    public static DbContextOptionsBuilder<SqliteBillingDb> OptionsFor(string path)
    {
        var connection = new SqliteConnectionStringBuilder
        {
            DataSource = path,
            ForeignKeys = true,
            DefaultTimeout = BusyMilliseconds / 1000,
            Pooling = false,
        };
        return new DbContextOptionsBuilder<SqliteBillingDb>()
            .UseSqlite(connection.ConnectionString)
            .ReplaceService<IMigrationsSqlGenerator, StrictTables>()
            .ReplaceService<IModelRuntimeInitializer, WholeModel>()
            .AddInterceptors(VersionStamp.Instance);
    }

    private static void Migrate(BillingStore store)
    {
        var applied = Applied(store);
        if (applied == Schema)
        {
            return;
        }

        if (applied is not null)
        {
            if (string.CompareOrdinal(applied, Schema) > 0)
            {
                throw Newer(store.Path, applied);
            }

            StorageGuards.Drop(store);
        }

        using var db = CreateContext(store.Path);
        db.Database.Migrate();
    }

    private static BillingStore OpenFile(string path, bool create = false) => new(SqliteFile.Open(path, create));

    private static string? Applied(BillingStore store)
    {
        if (store.Scalar("SELECT count(*) FROM sqlite_schema WHERE name = '__EFMigrationsHistory'") == 0)
        {
            return null;
        }

        using var statement = store.Prepare("SELECT max(\"MigrationId\") FROM \"__EFMigrationsHistory\"");
        return statement.Step() ? statement.TextOrNull(0) : null;
    }

    private static StorageException Newer(string path, string applied) => new(
        StorageFault.NewerSchema,
        $"The tables of '{path}' are those of {applied}, newer than this program, which knows {Schema}. Use the newer program; this one must not write here.");

    // The operating system lets go of the file when its holder dies, so nobody can leave this lock behind.
    private static FileStream WaitForTurn(string path, long until)
    {
        while (true)
        {
            try
            {
                return new FileStream(path + ".migrating", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            }
            catch (UnauthorizedAccessException exception)
            {
                throw new StorageException(StorageFault.ReadOnly, $"The folder of '{path}' cannot be written. Allow writing to it, or choose another path.", exception);
            }
            catch (DirectoryNotFoundException exception)
            {
                throw new StorageException(StorageFault.Missing, $"The folder of '{path}' does not exist. Create it, or correct the path.", exception);
            }
            catch (IOException exception)
            {
                if (Stopwatch.GetTimestamp() > until)
                {
                    throw new StorageException(StorageFault.Locked, $"Another program is bringing '{path}' up to date and did not finish in time. Try again when it is done.", exception);
                }
            }

            Thread.Sleep(50);
        }
    }

    // Entity Framework notes in a table that it is migrating, waits for ever while the note is there, and leaves it there when it is killed.
    private static void WaitForLock(BillingStore store, long until)
    {
        if (store.Scalar("SELECT count(*) FROM sqlite_schema WHERE name = '__EFMigrationsLock'") == 0)
        {
            return;
        }

        while (store.Scalar("SELECT count(*) FROM \"__EFMigrationsLock\"") > 0)
        {
            if (Stopwatch.GetTimestamp() > until)
            {
                using var statement = store.Prepare("SELECT \"Timestamp\" FROM \"__EFMigrationsLock\"");
                var since = statement.Step() ? statement.Text(0) : "";
                throw new StorageException(
                    StorageFault.Locked,
                    string.Create(CultureInfo.InvariantCulture, $"'{store.Path}' has been marked as being migrated since {since}. If no program is at it, one was killed: make a backup, run DELETE FROM \"__EFMigrationsLock\" on the file, and try again."));
            }

            Thread.Sleep(50);
        }
    }
}
