using Msp.Billing.EntityFrameworkCore.Sqlite;
using SQLitePCL;

namespace Msp.Billing.EntityFrameworkCore;

/// <summary>An open SQLite file for imports and runs, where thousands of rows are read or written: no change tracking, no model to build.</summary>
/// <remarks>Not thread-safe: each thread opens its own; several can read while one writes.</remarks>
public sealed class BillingStore : IDisposable
{
    private readonly sqlite3 _handle;

    private BillingStore(string path, sqlite3 handle)
    {
        Path = path;
        _handle = handle;
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    internal sqlite3 Handle => _handle;

    internal StringCache Strings { get; } = new();

    /// <summary>Begins to write. Nothing is kept until it is committed.</summary>
    /// <exception cref="StorageException">Another program is writing and did not finish within 30 seconds.</exception>
    public StoreTransaction Begin() => new(this);

    /// <summary>Closes the file.</summary>
    public void Dispose() => _handle.Dispose();

    internal static BillingStore Open(string path, int flags)
    {
        Batteries_V2.Init();
        var result = raw.sqlite3_open_v2(path, out var handle, flags, null);
        var store = new BillingStore(path, handle);
        if (result != raw.SQLITE_OK)
        {
            var failure = store.Failure(result);
            handle.Dispose();
            throw failure;
        }

        return store;
    }

    internal Statement Prepare(string sql) => new(this, sql);

    /// <summary>Runs statements that give no rows.</summary>
    internal void Execute(string sql)
    {
        var result = raw.sqlite3_exec(_handle, sql);
        if (result != raw.SQLITE_OK)
        {
            throw Failure(result);
        }
    }

    internal long Scalar(string sql)
    {
        using var statement = Prepare(sql);
        return statement.Step() ? statement.Int64(0) : 0;
    }

    internal int Changes => raw.sqlite3_changes(_handle);

    internal StorageException Failure(int result) => StorageException.From(result, raw.sqlite3_errmsg(_handle).utf8_to_string(), Path);
}
