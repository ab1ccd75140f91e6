namespace Msp.Billing.EntityFrameworkCore;

/// <summary>Waits while a database is away or busy, longer each time, and then reaches it anew. Who goes on must first look at what is stored: a commit whose answer was lost may have been kept.</summary>
/// <param name="store">The database.</param>
internal sealed class StorePatience(BillingStore store)
{
    private const int MostWaits = 8;
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);
    private int _waits;

    /// <summary>Whether the failure may pass, and there is patience left: about a minute and a half in all.</summary>
    internal bool Allows(StorageException exception) => _waits < MostWaits && store.Connection.MayPass(exception);

    /// <summary>Work has gone on since; the next failure is a new one.</summary>
    internal void Renew() => _waits = 0;

    /// <exception cref="StorageException">The database is still away.</exception>
    /// <exception cref="OperationCanceledException">Somebody does not want to wait.</exception>
    internal void Wait(CancellationToken cancellation)
    {
        while (true)
        {
            var wait = First * Math.Pow(2, _waits++);
            cancellation.WaitHandle.WaitOne(wait < Longest ? wait : Longest);
            cancellation.ThrowIfCancellationRequested();
            try
            {
                store.Connection.Reconnect();
                return;
            }
            catch (StorageException exception) when (Allows(exception))
            {
                // Not yet.
            }
        }
    }
}
