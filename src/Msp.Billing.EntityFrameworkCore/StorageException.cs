using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Msp.Billing.EntityFrameworkCore;

/// <summary>Thrown when the storage cannot do what it was asked. The message says what to do and can be shown to a user.</summary>
/// <remarks>Nothing is lost: what was being written is rolled back as a whole, what was committed before stays.</remarks>
public sealed class StorageException : IOException
{
    internal StorageException(StorageFault fault, string message, Exception? innerException = null)
        : base(message, innerException) => Fault = fault;

    /// <summary>What stopped it.</summary>
    public StorageFault Fault { get; }

    /// <summary>The same for an error that came through SQLite's ADO.NET provider.</summary>
    /// <param name="exception">The error.</param>
    /// <param name="path">The database's file.</param>
    public static StorageException From(SqliteException exception, string path)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return From(exception.SqliteErrorCode, exception.Message, path, exception);
    }

    internal static StorageException From(int code, string words, string path, Exception? innerException = null)
    {
        var fault = (code & 0xff) switch
        {
            raw.SQLITE_FULL => StorageFault.Full,
            raw.SQLITE_BUSY or raw.SQLITE_LOCKED => StorageFault.Locked,
            raw.SQLITE_READONLY or raw.SQLITE_PERM or raw.SQLITE_AUTH => StorageFault.ReadOnly,
            raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => StorageFault.Damaged,
            raw.SQLITE_CANTOPEN => StorageFault.Missing,
            raw.SQLITE_CONSTRAINT => StorageFault.Refused,
            raw.SQLITE_IOERR => StorageFault.Disk,
            _ => StorageFault.Other,
        };
        return new StorageException(fault, Advice(fault, words, path), innerException);
    }

    private static string Advice(StorageFault fault, string words, string path) => fault switch
    {
        StorageFault.Full => $"The disk is full: '{path}' could not be written. Nothing was changed; make room and start again.",
        StorageFault.Locked => $"Another program is writing to '{path}' and did not finish in time. Nothing was changed; try again when it is done.",
        StorageFault.ReadOnly => $"'{path}' or its folder cannot be written. Nothing was changed; allow writing to the file and its folder.",
        StorageFault.Damaged => $"'{path}' is no billing database, or is damaged ({words}). Restore the last backup; do not go on with this file.",
        StorageFault.Missing => $"'{path}' could not be opened ({words}). Check the path, or create it with 'msp init'.",
        StorageFault.Refused => $"The database refused the change: {words}. Nothing was changed.",
        StorageFault.Disk => $"The disk failed while '{path}' was read or written ({words}). Nothing was changed; check the disk and its free space, then start again.",
        _ => $"The database '{path}' failed: {words}.",
    };
}
