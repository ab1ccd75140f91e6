using Npgsql;

namespace Msp.Billing.EntityFrameworkCore.Postgres;

/// <summary>Says what PostgreSQL's errors mean for who works with the database.</summary>
internal static class PostgresFaults
{
    // idle_in_transaction_session_timeout: the server put the program out.
    private const string SilentTooLong = "25P03";

    internal static StorageException Of(NpgsqlException exception, string name)
    {
        var fault = FaultOf(exception);
        var words = exception is PostgresException server ? server.MessageText : exception.Message;
        return new StorageException(fault, Advice(fault, words, name), exception);
    }

    /// <summary>Whether it may pass by itself: the connection is gone, the server stops or starts, or two programs were in each other's way.</summary>
    internal static bool MayPass(NpgsqlException exception) => exception is not PostgresException server || server.SqlState is
        PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.TooManyConnections or
        PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow or SilentTooLong or ['0', '8', ..];

    private static StorageFault FaultOf(NpgsqlException exception) => exception is not PostgresException server
        ? StorageFault.Unreachable
        : server.SqlState switch
        {
            PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure => StorageFault.Locked,
            PostgresErrorCodes.DiskFull or PostgresErrorCodes.OutOfMemory => StorageFault.Full,
            PostgresErrorCodes.ReadOnlySqlTransaction or PostgresErrorCodes.InsufficientPrivilege => StorageFault.ReadOnly,
            PostgresErrorCodes.InvalidCatalogName => StorageFault.Missing,
            PostgresErrorCodes.IoError => StorageFault.Disk,
            PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted => StorageFault.Damaged,
            ['2', '3', ..] or PostgresErrorCodes.NumericValueOutOfRange or PostgresErrorCodes.InvalidTextRepresentation or PostgresErrorCodes.DatatypeMismatch => StorageFault.Refused,
            SilentTooLong or ['5', '7', 'P', ..] or ['0', '8', ..] or ['2', '8', ..] or PostgresErrorCodes.TooManyConnections => StorageFault.Unreachable,
            _ => StorageFault.Other,
        };

    private static string Advice(StorageFault fault, string words, string name) => fault switch
    {
        StorageFault.Full => $"The server's disk is full: {name} could not be written ({words}). Nothing was changed; make room and start again.",
        StorageFault.Locked => $"Another program is writing to {name} and did not finish in time ({words}). Nothing was changed; try again when it is done.",
        StorageFault.ReadOnly => $"This user may not write to {name} ({words}). Nothing was changed; docs/postgresql.md says what the user needs.",
        StorageFault.Damaged => $"{name} is damaged ({words}). Restore the last backup; do not go on with this database.",
        StorageFault.Missing => $"There is no {name} ({words}). Correct the connection string, or create it with 'msp init'.",
        StorageFault.Refused => $"The database refused the change: {words}. Nothing was changed.",
        StorageFault.Disk => $"The server's disk failed while {name} was read or written ({words}). Nothing was changed; check the disk, then start again.",
        StorageFault.Unreachable => $"The server of {name} cannot be reached, or ended the connection ({words}). Nothing that was not finished is kept; start again when it runs.",
        _ => $"{name} failed: {words}.",
    };
}
