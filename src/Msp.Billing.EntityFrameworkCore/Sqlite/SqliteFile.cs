using System.Runtime.InteropServices;
using System.Text;

namespace Msp.Billing.EntityFrameworkCore.Sqlite;

/// <summary>An open SQLite file.</summary>
internal sealed class SqliteFile : StoreConnection
{
    private const int BusyMilliseconds = 30_000;
    private readonly StoreHandle _handle;
    private long? _versionAsked;

    private SqliteFile(string path, StoreHandle handle)
        : base(path) => _handle = handle;

    internal nint Connection => _handle.Pointer;

    internal override int Changes => NativeSqlite.Changes(Connection);

    internal override bool IsInTransaction => NativeSqlite.AutoCommit(Connection) == 0;

    internal override bool KeepsRowsOpen => true;

    internal override int MostAsked => 1;

    internal StringCache Strings { get; } = new();

    public override void Dispose() => _handle.Dispose();

    internal static SqliteFile Open(string path, bool create = false)
    {
        var (handle, result) = StoreHandle.Open(path, NativeSqlite.ReadWrite | NativeSqlite.NoMutex | (create ? NativeSqlite.Create : 0));
        var file = new SqliteFile(path, handle);
        try
        {
            file.Check(result);
            _ = NativeSqlite.BusyTimeout(file.Connection, BusyMilliseconds);

            // FULL: a posted run must survive a power cut, and costs no more than NORMAL when a whole run is one transaction.
            // The log is copied into the file when it has 32 MB, not 4: a run writes the same pages again and again.
            // What a statement needs to take itself back stays in memory: in a file it is written for every row that a guard looks at.
            file.Execute(
                "PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; PRAGMA cache_size = -16384; PRAGMA wal_autocheckpoint = 8000; PRAGMA temp_store = MEMORY");
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    internal override SqliteFile OpenReader()
    {
        var reader = Open(Name);
        reader.Execute("PRAGMA query_only = ON; PRAGMA cache_size = -8192; PRAGMA mmap_size = 1073741824");
        return reader;
    }

    internal override Statement Prepare(string sql) => new SqliteStatement(this, sql);

    internal override Seek PrepareSeek(string sql, ValueKind[] kinds, string order) => new SqliteSeek(Prepare($"{sql} ORDER BY {order}"), kinds);

    /// <inheritdoc/>
    /// <remarks>Taking the transaction back as a whole spares SQLite the copies with which it would take back one statement.</remarks>
    internal override Statement PrepareInsert(string sql) =>
        new SqliteStatement(this, sql.Contains("ON CONFLICT", StringComparison.Ordinal) ? sql : "INSERT OR ROLLBACK" + sql["INSERT".Length..]);

    internal override unsafe void Execute(string sql)
    {
        fixed (byte* text = Encoding.UTF8.GetBytes(sql + "\0"))
        {
            Check(NativeSqlite.Execute(Connection, text, 0, 0, null));
        }
    }

    // Immediate: who first reads and then wants to write could otherwise find that it may not.
    internal override void BeginWriting() => Execute("BEGIN IMMEDIATE");

    internal override bool IsAlone()
    {
        using var version = Prepare("PRAGMA data_version");
        long? now = version.Step() ? version.Int64(0) : null;
        var isAlone = now is not null && now == _versionAsked;
        _versionAsked = now;
        return isAlone;
    }

    internal override void Commit() => Execute("COMMIT");

    internal override void Rollback() => Execute("ROLLBACK");

    internal unsafe StorageException Failure(int result) =>
        StorageException.From(result, Marshal.PtrToStringUTF8((nint)NativeSqlite.ErrorMessage(Connection)) ?? "", Name);

    private void Check(int result)
    {
        if (result != NativeSqlite.Ok)
        {
            throw Failure(result);
        }
    }
}
