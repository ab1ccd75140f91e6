using Npgsql;

namespace Msp.Billing.EntityFrameworkCore.Tests.Postgres;

/// <summary>A program sleeps in the middle of a copy. To the server its session is busy, so that no time-out ends it.</summary>
public sealed class SilentSessionTests
{
    [Theory]
    [InlineData("seller")]
    [InlineData("run_chunk")]
    public void Who_sleeps_in_a_copy_and_holds_what_others_wait_for_is_ended(string held)
    {
        using var database = new TempDatabase(Provider.Postgres);
        using var sleeper = new Sleeper(Impatient(database.Path), $"LOCK TABLE {held} IN ROW EXCLUSIVE MODE");
        using var store = BillingStorage.Open(Impatient(database.Path));
        sleeper.WaitUntilSilent(store);

        Assert.Equal(1, store.EndSilent());
        Assert.ThrowsAny<Exception>(sleeper.GoOn);
        Assert.Equal(0, store.EndSilent());
    }

    [Fact]
    public void Who_holds_nothing_that_others_wait_for_may_sleep()
    {
        using var database = new TempDatabase(Provider.Postgres);
        using var sleeper = new Sleeper(Impatient(database.Path), "LOCK TABLE customer IN ROW EXCLUSIVE MODE");
        using var store = BillingStorage.Open(Impatient(database.Path));
        sleeper.WaitUntilSilent(store);

        Assert.Equal(0, store.EndSilent());
        sleeper.GoOn();
    }

    private static string Impatient(string database) =>
        new NpgsqlConnectionStringBuilder(database) { Options = "-c idle_in_transaction_session_timeout=100ms", Pooling = false }.ConnectionString;

    private sealed class Sleeper : IDisposable
    {
        private readonly NpgsqlConnection _connection;
#pragma warning disable CA2213 // Its end sends the end of the copy, which a sleeper does not.
        private readonly NpgsqlRawCopyStream _copy;
#pragma warning restore CA2213

        public Sleeper(string database, string held)
        {
            _connection = new NpgsqlConnection(database);
            _connection.Open();
#pragma warning disable CA2100 // Only this class writes the statements.
            using var begin = new NpgsqlCommand($"BEGIN; {held}", _connection);
#pragma warning restore CA2100
            begin.ExecuteNonQuery();
            _copy = _connection.BeginRawBinaryCopy("COPY run_scope FROM STDIN (FORMAT BINARY)");
        }

        /// <summary>Waits until the server has waited for rows for longer than a session may be silent.</summary>
        public void WaitUntilSilent(BillingStore store)
        {
            for (var look = 0; store.Scalar($"SELECT count(*) FROM pg_stat_activity WHERE pid = {_connection.ProcessID} AND wait_event = 'ClientRead' AND query_start < clock_timestamp() - interval '200 milliseconds'") == 0; look++)
            {
                Assert.True(look < 3000, "The server does not wait for rows.");
                Thread.Sleep(20);
            }
        }

        /// <summary>Sends no row, and ends.</summary>
        public void GoOn()
        {
            _copy.Write([(byte)'P', (byte)'G', (byte)'C', (byte)'O', (byte)'P', (byte)'Y', (byte)'\n', 0xff, (byte)'\r', (byte)'\n', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff]);
            _copy.Dispose();
        }

        public void Dispose() => _connection.Dispose();
    }
}
