namespace Msp.Billing.EntityFrameworkCore.Contracts;

/// <summary>Rows that belong to contracts, in one pass through their table beside the contracts themselves.</summary>
/// <param name="rows">
/// The number of a contract first and its rows in that order, of the seller <c>?1</c> and of contracts from <c>?2</c> to <c>?3</c>, both inclusive; let go of with the cursor.
/// </param>
/// <param name="sellerId">Whose contracts.</param>
internal abstract class ContractCursor(Statement rows, long sellerId) : IDisposable
{
    private bool _more;

    /// <summary>The row where the pass is.</summary>
    protected Statement Row => rows;

    public void Dispose() => rows.Dispose();

    internal void Start(long firstId, long lastId)
    {
        rows.Reset();
        _more = rows.Bind(1, sellerId).Bind(2, firstId).Bind(3, lastId).Step();
    }

    internal void Stop() => rows.Reset();

    /// <summary>Passes over the rows of contracts before this one.</summary>
    /// <returns>Whether the pass is at a row of it.</returns>
    protected bool IsAt(long contractId)
    {
        while (_more && rows.Int64(0) < contractId)
        {
            Advance();
        }

        return _more && rows.Int64(0) == contractId;
    }

    /// <summary>Goes to the next row.</summary>
    protected void Advance() => _more = rows.Step();
}
