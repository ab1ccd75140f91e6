using System.Runtime.InteropServices;
using System.Text;
using Msp.Billing.EntityFrameworkCore.Sqlite;

namespace Msp.Billing.EntityFrameworkCore;

/// <summary>An open SQLite file for imports and runs, where thousands of rows are read or written: no change tracking, no model to build.</summary>
/// <remarks>Not thread-safe: each thread opens its own; several can read while one writes.</remarks>
public sealed class BillingStore : IDisposable
{
    private readonly StoreHandle _handle;

    private BillingStore(string path, StoreHandle handle)
    {
        Path = path;
        _handle = handle;
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    internal nint Connection => _handle.Pointer;

    internal int Changes => NativeSqlite.Changes(Connection);

    internal bool IsInTransaction => NativeSqlite.AutoCommit(Connection) == 0;

    internal StringCache Strings { get; } = new();

    /// <summary>Begins to write. Nothing is kept until it is committed.</summary>
    /// <exception cref="StorageException">Another program is writing and did not finish within 30 seconds.</exception>
    public StoreTransaction Begin() => new(this);

    /// <summary>Closes the file.</summary>
    public void Dispose() => _handle.Dispose();

    internal static BillingStore Open(string path, int flags, int busyMilliseconds)
    {
        var (handle, result) = StoreHandle.Open(path, flags);
        var store = new BillingStore(path, handle);
        if (result != NativeSqlite.Ok)
        {
            var failure = store.Failure(result);
            store.Dispose();
            throw failure;
        }

        _ = NativeSqlite.BusyTimeout(store.Connection, busyMilliseconds);
        return store;
    }

    internal Statement Prepare(string sql) => new(this, sql);

    /// <summary>Runs statements that give no rows.</summary>
    internal unsafe void Execute(string sql)
    {
        int result;
        fixed (byte* text = Encoding.UTF8.GetBytes(sql + "\0"))
        {
            result = NativeSqlite.Execute(Connection, text, 0, 0, null);
        }

        if (result != NativeSqlite.Ok)
        {
            throw Failure(result);
        }
    }

    internal long Scalar(string sql)
    {
        using var statement = Prepare(sql);
        return statement.Step() ? statement.Int64(0) : 0;
    }

    internal unsafe StorageException Failure(int result) =>
        StorageException.From(result, Marshal.PtrToStringUTF8((nint)NativeSqlite.ErrorMessage(Connection)) ?? "", Path);
}
