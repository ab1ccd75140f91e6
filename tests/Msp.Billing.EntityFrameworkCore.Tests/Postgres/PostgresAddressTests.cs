using Npgsql;

namespace Msp.Billing.EntityFrameworkCore.Tests.Postgres;

public sealed class PostgresAddressTests
{
    [Theory]
    [InlineData("Host=db.example;Database=billing;Username=msp", "database billing on db.example")]
    [InlineData(" host=/run/pg;Database=billing", "database billing on /run/pg")]
    [InlineData("Database=billing;Host=db.example", "database billing on db.example")]
    [InlineData("postgres://msp:secret@db.example:6432/billing", "database billing on db.example")]
    [InlineData("postgresql:///billing?host=/run/pg", "database billing on /run/pg")]
    [InlineData("postgresql://msp@/billing", "database billing on localhost")]
    [InlineData("PostgreSQL://[::1]:5433/billing", "database billing on ::1")]
    [InlineData("billing.db", "billing.db")]
    [InlineData("/srv/Host/billing.db", "/srv/Host/billing.db")]
    public void A_text_names_a_server_or_a_file(string text, string name) => Assert.Equal(name, BillingStorage.NameOf(text));

    [Fact]
    public void An_address_says_what_a_connection_string_says()
    {
        var read = new NpgsqlConnectionStringBuilder(BillingStorage.ServerConnectionOf(
            "postgresql://ann%40home:p%40ss%3Aword@db.example:6432/my%20books?sslmode=verify-full&connect_timeout=7&application_name=night&options=-c%20lock_timeout%3D1s"));

        Assert.Equal(("ann@home", "p@ss:word", "db.example", 6432, "my books"), (read.Username, read.Password, read.Host, read.Port, read.Database));
        Assert.Equal((SslMode.VerifyFull, 7, "night"), (read.SslMode, read.Timeout, read.ApplicationName));
        Assert.EndsWith("-c lock_timeout=1s", read.Options, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("postgres://msp:secret-word@db.example:many/billing")]
    [InlineData("postgres://msp:secret-word@db.example/billing?colour=red")]
    [InlineData("postgres://msp:secret-word@db.example/billing?sslmode=perhaps")]
    [InlineData("Host=db.example;Colour=red;Password=secret-word")]
    public void What_is_not_known_is_refused_without_the_password(string text)
    {
        var refused = Assert.Throws<StorageException>(() => BillingStorage.NameOf(text));

        Assert.Equal(StorageFault.Missing, refused.Fault);
        Assert.DoesNotContain("secret-word", refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_connection_has_the_limits_and_a_transaction_that_writes_more_time()
    {
        using var database = new TempDatabase(Provider.Postgres);

        Assert.Equal("5s 30s 1min 1s", Limits(database.Store));
        using var writing = database.Store.Begin();
        Assert.Equal("5s 30s 5min 1s", Limits(database.Store));
    }

    // The engine's own connections, too: one that sleeps with the engine's lock would keep all workers waiting.
    [Fact]
    public void Who_has_limits_of_its_own_is_ended_when_it_hangs_in_a_transaction()
    {
        using var database = new TempDatabase(Provider.Postgres);
        using var connection = new NpgsqlConnection(BillingStorage.ServerOf(database.Path));
        connection.Open();
        using var limits = new NpgsqlCommand("SELECT current_setting('lock_timeout') || ' ' || current_setting('idle_in_transaction_session_timeout')", connection);

        Assert.Equal("0 30s", limits.ExecuteScalar());
    }

    private static string Limits(BillingStore store)
    {
        string[] names = ["lock_timeout", "idle_in_transaction_session_timeout", "statement_timeout", "client_connection_check_interval"];
        using var limits = store.Prepare($"SELECT {string.Join(" || ' ' || ", names.Select(name => $"current_setting('{name}')"))}");
        Assert.True(limits.Step());
        return limits.Text(0);
    }
}
