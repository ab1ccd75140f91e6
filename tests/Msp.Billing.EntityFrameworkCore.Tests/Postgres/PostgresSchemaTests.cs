using Microsoft.EntityFrameworkCore;
using Msp.Billing.EntityFrameworkCore.Postgres;
using Msp.Billing.EntityFrameworkCore.Schema;
using Npgsql;

namespace Msp.Billing.EntityFrameworkCore.Tests.Postgres;

public sealed class PostgresSchemaTests
{
    [Fact]
    public void The_model_and_the_migrations_say_the_same()
    {
        using var db = BillingStorage.CreateContext("Host=localhost;Database=unused");

        Assert.False(db.Database.HasPendingModelChanges());
        Assert.Equal(PostgresStorage.Schema, db.Database.GetMigrations().Last());
    }

    [Fact]
    public void Every_key_begins_with_the_seller_and_every_text_is_ordered_by_its_letters()
    {
        using var database = new TempDatabase(Provider.Postgres);
        using var wrong = database.Store.Prepare(
            """
            SELECT i.indexrelid::regclass::text FROM pg_index AS i JOIN pg_class AS t ON t.oid = i.indrelid JOIN pg_attribute AS a ON a.attrelid = t.oid AND a.attnum = i.indkey[0]
             WHERE t.relnamespace = 'public'::regnamespace AND i.indisunique AND a.attname <> 'seller_id' AND t.relname NOT IN ('__EFMigrationsHistory') AND i.indexrelid::regclass::text <> '"IX_seller_code"'
             UNION ALL
            SELECT t.relname || '.' || a.attname FROM pg_class AS t JOIN pg_attribute AS a ON a.attrelid = t.oid
             WHERE t.relnamespace = 'public'::regnamespace AND t.relkind = 'r' AND t.relname <> '__EFMigrationsHistory' AND a.atttypid = 'text'::regtype AND a.attcollation <> '"C"'::regcollation
            """);

        Assert.False(wrong.Step(), wrong.Text(0));
    }

    [Fact]
    public void Making_a_database_again_changes_nothing()
    {
        using var database = new TempDatabase(Provider.Postgres);

        BillingStorage.CreateOrMigrate(database.Path);

        Assert.Equal(1, database.Store.Scalar("SELECT count(*) FROM seller"));
    }

    [Fact]
    public void A_database_that_is_not_there_or_has_no_tables_says_to_make_them()
    {
        var path = PostgresServer.Shared.NoDatabase();

        var missing = Assert.Throws<StorageException>(() => BillingStorage.Open(path));
        Assert.Equal(StorageFault.Missing, missing.Fault);
        Assert.Contains("msp init", missing.Message, StringComparison.Ordinal);

        BillingStorage.CreateOrMigrate(path);
        BillingStorage.Open(path).Dispose();
        PostgresServer.Shared.Drop(path);
    }

    [Fact]
    public void A_database_of_a_newer_program_is_left_alone()
    {
        using var database = new TempDatabase(Provider.Postgres);
        database.Store.Execute("INSERT INTO \"__EFMigrationsHistory\" VALUES ('29990101000000_Later', '99.0.0')");

        Assert.Equal(StorageFault.NewerSchema, Assert.Throws<StorageException>(() => BillingStorage.Open(database.Path)).Fault);
        Assert.Equal(StorageFault.NewerSchema, Assert.Throws<StorageException>(() => BillingStorage.CreateOrMigrate(database.Path)).Fault);
    }

    [Fact]
    public void A_server_that_does_not_answer_is_named_without_the_password()
    {
        var refused = Assert.Throws<StorageException>(() => BillingStorage.Open("Host=/nowhere;Database=billing;Username=msp;Password=secret-word"));

        Assert.Equal(StorageFault.Unreachable, refused.Fault);
        Assert.Contains("database billing on /nowhere", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-word", refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_user_that_may_not_write_is_told_so()
    {
        using var database = new TempDatabase(Provider.Postgres);
        using var reader = database.Store.OpenReader();

        Assert.Equal(StorageFault.ReadOnly, Assert.Throws<StorageException>(() => reader.Execute("UPDATE seller SET name = 'X'")).Fault);
    }

    [Fact]
    public void One_writes_at_a_time_and_the_other_is_told_when_it_takes_too_long()
    {
        using var database = new TempDatabase(Provider.Postgres);
        using var other = BillingStorage.Open(database.Path);
        database.Store.Execute("SET lock_timeout = '20ms'");
        using var writing = other.Begin();

        Assert.Equal(StorageFault.Locked, Assert.Throws<StorageException>(database.Store.Begin).Fault);

        writing.Dispose();
        using var mine = database.Store.Begin();
        mine.Commit();
    }

    [Fact]
    public void What_was_refused_cannot_be_committed_by_going_on()
    {
        using var database = new TempDatabase(Provider.Postgres);
        using var transaction = database.Store.Begin();
        database.Store.Execute("UPDATE seller SET name = 'X'");
        Assert.Throws<StorageException>(() => database.Store.Execute("INSERT INTO seller SELECT * FROM seller"));

        Assert.Equal(StorageFault.Refused, Assert.Throws<StorageException>(transaction.Commit).Fault);
        Assert.Equal(0, database.Store.Scalar("SELECT count(*) FROM seller WHERE name = 'X'"));
    }

    [Fact]
    public void Rows_that_wait_while_another_statement_runs_are_all_there()
    {
        using var database = new TempDatabase(Provider.Postgres);
        using var numbers = database.Store.Prepare("SELECT n FROM generate_series(?1, ?2) AS n");
        using var half = database.Store.Prepare("SELECT ?1 / 2");
        var sum = 0L;
        numbers.Bind(1, 1L).Bind(2, 100L);
        while (numbers.Step())
        {
            Assert.True(half.Bind(1, numbers.Int64(0)).Step());
            sum += half.Int64(0);
            half.Reset();
        }

        Assert.Equal(2500, sum); // 0 + 1 + 1 + 2 + 2 + … + 49 + 49 + 50
    }

    [Fact]
    public void A_save_that_is_based_on_an_older_reading_is_refused()
    {
        using var database = new TempDatabase(Provider.Postgres);
        using var mine = BillingStorage.CreateContext(database.Path);
        using var theirs = BillingStorage.CreateContext(database.Path);
        var myCustomer = mine.Set<CustomerRow>().Single();
        var theirCustomer = theirs.Set<CustomerRow>().Single();

        theirCustomer.Name = "Nordwind Group";
        theirs.SaveChanges();
        myCustomer.Name = "Nordwind Holding";

        Assert.Throws<DbUpdateConcurrencyException>(() => mine.SaveChanges());
    }

    [Fact]
    public void Missing_days_are_ordered_first_as_in_memory()
    {
        using var database = new TempDatabase(Provider.Postgres);
        using var db = BillingStorage.CreateContext(database.Path);

        Assert.Contains("CASE", db.Contracts(1).OrderBy(contract => contract.NextDue).ToQueryString(), StringComparison.Ordinal);
        Assert.DoesNotContain("CASE", db.Contracts(1).OrderBy(contract => contract.Start).ToQueryString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_user_without_the_right_to_change_tables_can_bill_and_cannot_take_guards_away()
    {
        using var database = new TempDatabase(Provider.Postgres);
        var user = "app_" + new NpgsqlConnectionStringBuilder(database.Path).Database;
        database.Store.Execute($"CREATE ROLE {user} LOGIN; GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {user}");
        try
        {
            using var store = BillingStorage.Open(new NpgsqlConnectionStringBuilder(database.Path) { Username = user }.ConnectionString);
            using (var transaction = store.Begin())
            {
                store.Execute("UPDATE seller SET name = 'Main Street'");
                transaction.Commit();
            }

            Assert.Equal(StorageFault.ReadOnly, Assert.Throws<StorageException>(() => store.Execute("DROP TRIGGER guard_invoice_delete ON invoice")).Fault);
            Assert.Equal(StorageFault.ReadOnly, Assert.Throws<StorageException>(() => store.Execute("TRUNCATE usage_count")).Fault);
        }
        finally
        {
            database.Store.Execute($"DROP OWNED BY {user}; DROP ROLE {user}");
        }
    }
}
