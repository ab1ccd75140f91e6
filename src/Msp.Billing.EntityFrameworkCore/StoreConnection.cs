namespace Msp.Billing.EntityFrameworkCore;

/// <summary>What a database does for a <see cref="BillingStore"/>: all that differs from one database to the next is behind it.</summary>
/// <param name="name">What messages call the database; never a password.</param>
internal abstract class StoreConnection(string name) : IDisposable
{
    /// <summary>What messages call the database.</summary>
    internal string Name { get; } = name;

    /// <summary>How many rows the last statement wrote.</summary>
    internal abstract int Changes { get; }

    /// <summary>Whether a transaction was begun and is neither committed nor taken back.</summary>
    internal abstract bool IsInTransaction { get; }

    /// <summary>Whether several statements can give their rows at the same time without keeping them in memory.</summary>
    internal abstract bool KeepsRowsOpen { get; }

    /// <summary>How many things it pays to ask for at once; see <see cref="Seek"/>.</summary>
    internal abstract int MostAsked { get; }

    public abstract void Dispose();

    internal abstract Statement Prepare(string sql);

    /// <summary>Prepares to put in many rows; see <see cref="BillingStore.PrepareInsert"/>.</summary>
    internal abstract Statement PrepareInsert(string sql);

    /// <summary>Prepares to look many things up; see <see cref="BillingStore.PrepareSeek"/>.</summary>
    internal abstract Seek PrepareSeek(string sql, ValueKind[] kinds, string order);

    /// <summary>Runs statements that give no rows.</summary>
    internal abstract void Execute(string sql);

    /// <summary>Begins a transaction that writes; one writes at a time.</summary>
    internal abstract void BeginWriting();

    /// <summary>Begins a transaction that writes for one seller; one of those writes at a time.</summary>
    internal virtual void BeginWriting(long seller) => BeginWriting();

    /// <summary>Begins a transaction that writes while others may, and locks what it changes only.</summary>
    internal virtual void BeginBeside() => BeginWriting();

    /// <summary>Has the database think anew how it finds rows: tables have grown since it did.</summary>
    internal virtual void ForgetPlans()
    {
    }

    /// <summary>The clock of the database's server; null where there is none.</summary>
    internal virtual DateTimeOffset? Now() => null;

    /// <summary>Ends the sessions of this user that hold what others wait for and stopped sending in the middle of a copy, longer ago than a session may be silent.</summary>
    /// <returns>How many.</returns>
    internal virtual int EndSilent() => 0;

    /// <summary>Whether nobody but this connection committed anything since it was asked last. Asked within a transaction that writes.</summary>
    /// <remarks>The first answer is no; see <see cref="BillingStore.IsAlone"/>.</remarks>
    internal abstract bool IsAlone();

    internal abstract void Commit();

    internal abstract void Rollback();

    /// <summary>What is read until <see cref="EndSnapshot"/> is of one instant, also when it takes several statements; nothing to do within a transaction.</summary>
    internal virtual void BeginSnapshot()
    {
    }

    internal virtual void EndSnapshot()
    {
    }

    /// <summary>Whether a failure may pass by itself: the server was away, the connection broke, or two programs were in each other's way.</summary>
    internal virtual bool MayPass(StorageException exception) => false;

    /// <summary>Takes back what was begun and reaches the database anew. Statements stay good.</summary>
    internal virtual void Reconnect()
    {
    }

    /// <summary>A second connection, which reads what is committed while this one writes.</summary>
    internal abstract StoreConnection OpenReader();
}
