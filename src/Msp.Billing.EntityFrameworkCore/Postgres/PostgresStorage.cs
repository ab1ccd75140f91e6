using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Msp.Billing.EntityFrameworkCore.Contracts;
using Msp.Billing.EntityFrameworkCore.Schema;
using Npgsql;

namespace Msp.Billing.EntityFrameworkCore.Postgres;

/// <summary>Makes and opens databases on a PostgreSQL server.</summary>
internal static class PostgresStorage
{
    /// <summary>The newest migration that this program knows; a test compares it with the migrations themselves.</summary>
    internal const string Schema = "20261123225900_CustomerNames";

    // One pool of connections for each database, for as long as the program runs.
    private static readonly ConcurrentDictionary<string, NpgsqlDataSource> Sources = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<(string Connection, string Table), IReadOnlyDictionary<string, string>> Types = new();

    internal static NpgsqlDataSource SourceOf(PostgresAddress address) => Sources.GetOrAdd(address.ConnectionString, NpgsqlDataSource.Create);

    internal static IReadOnlyDictionary<string, string> TypesOf(PostgresAddress address, string table, Func<string, IReadOnlyDictionary<string, string>> read) =>
        Types.GetOrAdd((address.ConnectionString, table), key => read(key.Table));

    internal static bool Exists(PostgresAddress address) => AppliedIn(address) is not null;

    /// <summary>Makes the tables, in a database of their own where there is none, or brings older ones up to date, and puts the guards in place.</summary>
    internal static void CreateOrMigrate(PostgresAddress address)
    {
        var applied = AppliedIn(address);
        if (applied is not null && string.CompareOrdinal(applied, Schema) > 0)
        {
            throw Newer(address, applied);
        }

        try
        {
            if (applied != Schema)
            {
                Migrate(address, dropGuards: applied is not null);
            }

            using var store = new BillingStore(PostgresSession.Open(address));
            NameKeys.Fill(store);
            if (PostgresGuards.Missing(store) is not null)
            {
                using var db = CreateContext(address);
                foreach (var key in LateKeys(db.Model))
                {
                    store.Execute(key);
                }

                PostgresGuards.Create(store);
            }

            PostgresPartitions.Extend(store);
        }
        catch (NpgsqlException exception)
        {
            throw PostgresFaults.Of(exception, address.Name);
        }
    }

    /// <summary>Opens a database whose tables are those of this program and whose guards are all there.</summary>
    internal static BillingStore Open(PostgresAddress address)
    {
        try
        {
            return OpenOnce(address);
        }
        catch (StorageException exception) when (exception.Fault == StorageFault.Unreachable)
        {
            // A server that was started anew has ended the connections that were kept open; another attempt makes a new one.
            SourceOf(address).Clear();
            return OpenOnce(address);
        }
    }

    internal static PostgresBillingDb CreateContext(PostgresAddress address) => new(OptionsFor(address).Options);

    internal static DbContextOptionsBuilder<PostgresBillingDb> OptionsFor(PostgresAddress address) => new DbContextOptionsBuilder<PostgresBillingDb>()
        .UseNpgsql(address.ConnectionString)
        .ReplaceService<IModelRuntimeInitializer, WholeModel>()
        .AddInterceptors(VersionStamp.Instance, MissingFirst.Instance);

    private static BillingStore OpenOnce(PostgresAddress address)
    {
        var store = new BillingStore(PostgresSession.Open(address));
        try
        {
            var applied = Applied(store);
            if (applied != Schema)
            {
                throw applied is not null && string.CompareOrdinal(applied, Schema) > 0
                    ? Newer(address, applied)
                    : new StorageException(
                        applied is null ? StorageFault.Missing : StorageFault.OlderSchema,
                        $"The tables of {address.Name} are {(applied is null ? "not made yet" : $"those of {applied}")}; this program needs {Schema}. Make a backup, then run 'msp init'.");
            }

            return PostgresGuards.Missing(store) is not { } guard ? store : throw new StorageException(
                StorageFault.Unguarded,
                $"{address.Name} has lost its protection of posted documents (trigger {guard}). Find out who changed it, verify the documents, then run 'msp init' to put it back.");
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    private static string? AppliedIn(PostgresAddress address)
    {
        try
        {
            using var store = new BillingStore(PostgresSession.Open(address));
            return Applied(store);
        }
        catch (StorageException exception) when (exception.Fault == StorageFault.Missing)
        {
            return null;
        }
    }

    private static string? Applied(BillingStore store)
    {
        if (store.Scalar("SELECT count(to_regclass('\"__EFMigrationsHistory\"'))") == 0)
        {
            return null;
        }

        using var statement = store.Prepare("SELECT max(\"MigrationId\") FROM \"__EFMigrationsHistory\"");
        return statement.Step() ? statement.TextOrNull(0) : null;
    }

    private static void Migrate(PostgresAddress address, bool dropGuards)
    {
        using var db = CreateContext(address);
        if (dropGuards)
        {
            using var guarded = new BillingStore(PostgresSession.Open(address));
            PostgresGuards.Drop(guarded);
        }

        db.Database.Migrate();
    }

    // Parts come before their head, which seals them: the database looks for it at the commit only.
    private static IEnumerable<string> LateKeys(IModel model) =>
        from entity in model.GetEntityTypes()
        where entity.FindAnnotation(TableKinds.BeforeParentAnnotation)?.Value is true
        from key in entity.GetForeignKeys()
        select $"ALTER TABLE {entity.GetTableName()} ALTER CONSTRAINT \"{key.GetConstraintName()}\" DEFERRABLE INITIALLY DEFERRED";

    private static StorageException Newer(PostgresAddress address, string applied) => new(
        StorageFault.NewerSchema,
        $"The tables of {address.Name} are those of {applied}, newer than this program, which knows {Schema}. Use the newer program; this one must not write here.");
}
