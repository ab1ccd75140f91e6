namespace Msp.Billing.EntityFrameworkCore;

/// <summary>An open database for imports and runs, where thousands of rows are read or written: no change tracking, no model to build.</summary>
/// <remarks>Not thread-safe: each thread opens its own; several can read while one writes.</remarks>
public sealed class BillingStore : IDisposable
{
    private readonly StoreConnection _connection;
    private long _begun;
    private long _begunWhenAsked;

    internal BillingStore(StoreConnection connection) => _connection = connection;

    /// <summary>The file; for a database on a server, its name and the server's. Made for messages: it never has a password.</summary>
    public string Path => _connection.Name;

    internal int Changes => _connection.Changes;

    internal bool IsInTransaction => _connection.IsInTransaction;

    internal StoreConnection Connection => _connection;

    /// <summary>Begins to write. Nothing is kept until it is committed.</summary>
    /// <exception cref="StorageException">Another program is writing and did not finish within 30 seconds.</exception>
    public StoreTransaction Begin() => Begin(_connection.BeginWriting);

    /// <summary>Closes the database.</summary>
    public void Dispose() => _connection.Dispose();

    /// <summary>Begins to write what belongs to one seller: who writes for another one need not wait, where the database can tell.</summary>
    internal StoreTransaction Begin(long seller) => Begin(() => _connection.BeginWriting(seller));

    /// <summary>Begins to write beside others. Who does so locks the rows that decide by changing them first, and everything else in it belongs to those rows.</summary>
    internal StoreTransaction BeginBeside() => Begin(_connection.BeginBeside);

    /// <summary>Whether nothing was written by anybody between the transaction in which this was asked last and the one in which it is asked now.</summary>
    /// <remarks>The first answer is no, and so is one where it cannot be told, or where what was written matters to nobody.</remarks>
    internal bool IsAlone()
    {
        var isNext = _begun - _begunWhenAsked <= 1;
        _begunWhenAsked = _begun;
        return _connection.IsAlone() && isNext;
    }

    /// <summary>What the server's clock says; null where the database has none of its own.</summary>
    internal DateTimeOffset? Now() => _connection.Now();

    /// <summary>Ends sessions that sleep with what others wait for; see <see cref="StoreConnection.EndSilent"/>.</summary>
    internal int EndSilent() => _connection.EndSilent();

    internal Statement Prepare(string sql) => _connection.Prepare(sql);

    /// <summary>Prepares to put in many rows in one transaction.</summary>
    /// <remarks>
    /// A row that is refused takes the whole transaction back, not only itself. Where that is faster, rows are kept back and put in together: before the
    /// next statement of another kind and before the commit, and what is refused is thrown there. Inserts that are used together are put in, one after
    /// another, in the order in which they were prepared.
    /// </remarks>
    /// <param name="sql"><c>INSERT INTO table (columns) VALUES (?1, ?2, …)</c>, each parameter once and in order, with or without <c>ON CONFLICT</c>.</param>
    internal Statement PrepareInsert(string sql) => _connection.PrepareInsert(sql);

    /// <summary>Prepares to look many things up, all with one statement.</summary>
    /// <param name="sql">A statement without <c>ORDER BY</c>, each of whose columns has a name of its own.</param>
    /// <param name="order">The columns that order its rows.</param>
    /// <param name="kinds">What its parameters are, from the first: numbers or days.</param>
    internal Seek PrepareSeek(string sql, string order, params ValueKind[] kinds) => _connection.PrepareSeek(sql, kinds, order);

    /// <summary>Runs statements that give no rows.</summary>
    internal void Execute(string sql) => _connection.Execute(sql);

    internal long Scalar(string sql)
    {
        using var statement = Prepare(sql);
        return statement.Step() ? statement.Int64(0) : 0;
    }

    /// <summary>A second connection to the same database, which reads what is committed while this one writes.</summary>
    internal BillingStore OpenReader() => new(_connection.OpenReader());

    private StoreTransaction Begin(Action begin)
    {
        _begun++;
        return new StoreTransaction(this, begin);
    }
}
