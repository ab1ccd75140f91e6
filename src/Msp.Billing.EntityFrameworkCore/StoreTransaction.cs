namespace Msp.Billing.EntityFrameworkCore;

/// <summary>Everything written until <see cref="Commit"/> is kept together or not at all; leaving without it takes all of it back.</summary>
public sealed class StoreTransaction : IDisposable
{
    private readonly BillingStore _store;
    private bool _open;

    /// <param name="store">The database.</param>
    /// <param name="begin">Begins it.</param>
    internal StoreTransaction(BillingStore store, Action begin)
    {
        _store = store;
        begin();
        _open = true;
    }

    /// <summary>Keeps what was written.</summary>
    /// <exception cref="StorageException">The disk is full or failed; nothing was kept.</exception>
    public void Commit()
    {
        _store.Connection.Commit();
        _open = false;
    }

    /// <summary>Takes back what was written, unless it was committed.</summary>
    public void Dispose()
    {
        // After a full disk SQLite has taken everything back by itself and would refuse to do it again.
        if (_open && _store.IsInTransaction)
        {
            _store.Connection.Rollback();
        }

        _open = false;
    }
}
