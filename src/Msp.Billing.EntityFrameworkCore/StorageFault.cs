namespace Msp.Billing.EntityFrameworkCore;

/// <summary>What stopped the storage.</summary>
public enum StorageFault
{
    /// <summary>There is no database where one was looked for.</summary>
    Missing = 1,

    /// <summary>The disk or the quota is full.</summary>
    Full = 2,

    /// <summary>Someone else is writing and did not finish in time.</summary>
    Locked = 3,

    /// <summary>The file or its folder cannot be written.</summary>
    ReadOnly = 4,

    /// <summary>The file is no database, or is damaged.</summary>
    Damaged = 5,

    /// <summary>The tables are older than this program.</summary>
    OlderSchema = 6,

    /// <summary>The tables are newer than this program.</summary>
    NewerSchema = 7,

    /// <summary>A trigger that protects what is posted is missing.</summary>
    Unguarded = 8,

    /// <summary>A rule of the tables refused what was to be written: a number that is taken, a period billed twice, a change of what is posted.</summary>
    Refused = 9,

    /// <summary>What was to be changed has been changed by someone else since it was read.</summary>
    Conflict = 10,

    /// <summary>The disk failed to read or write.</summary>
    Disk = 11,

    /// <summary>The database's server cannot be reached, or ended the connection.</summary>
    Unreachable = 13,

    /// <summary>Anything else, with the database's own words.</summary>
    Other = 12,
}
