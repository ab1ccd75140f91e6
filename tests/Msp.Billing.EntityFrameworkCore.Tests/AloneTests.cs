using Msp.Billing.EntityFrameworkCore.Tests.Runs;

namespace Msp.Billing.EntityFrameworkCore.Tests;

public sealed class AloneTests
{
    private const int MostAsked = 500;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Who_writes_alone_is_told_so_from_the_second_time_on(bool onServer)
    {
        using var books = new RunBooks(onServer ? Provider.Postgres : Provider.Sqlite);

        Assert.False(Ask(books.Store));
        Assert.True(IsToldSo(books.Store));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_others_commit_in_between_is_noticed_once(bool onServer)
    {
        using var books = new RunBooks(onServer ? Provider.Postgres : Provider.Sqlite);
        using var other = BillingStorage.Open(books.Path);
        Ask(books.Store);

        Write(other);

        Assert.False(Ask(books.Store));
        Assert.True(IsToldSo(books.Store));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void So_is_what_the_same_connection_wrote_without_asking(bool onServer)
    {
        using var books = new RunBooks(onServer ? Provider.Postgres : Provider.Sqlite);
        Ask(books.Store);

        Write(books.Store);

        Assert.False(Ask(books.Store));
        Assert.True(IsToldSo(books.Store));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Asked_twice_in_one_transaction_it_is_the_same_one(bool onServer)
    {
        using var books = new RunBooks(onServer ? Provider.Postgres : Provider.Sqlite);
        using var transaction = books.Store.Begin();

        Assert.False(books.Store.IsAlone());
        Assert.Contains(Enumerable.Range(0, MostAsked), _ => books.Store.IsAlone());
    }

    [Fact]
    public void One_that_began_before_and_ended_in_between_is_noticed_whichever_way_it_ended()
    {
        using var books = new RunBooks(Provider.Postgres);
        using var other = BillingStorage.Open(books.Path);
        foreach (var keeps in (bool[])[true, false])
        {
            using var early = other.BeginBeside();
            Change(other);
            Ask(books.Store);
            Assert.True(IsToldSo(books.Store));
            if (keeps)
            {
                early.Commit();
            }

            early.Dispose();

            Assert.False(Ask(books.Store));
            Assert.True(IsToldSo(books.Store));
        }
    }

    [Fact]
    public void One_that_only_reads_is_nobody()
    {
        using var books = new RunBooks(Provider.Postgres);
        using var other = BillingStorage.Open(books.Path);
        Ask(books.Store);

        Assert.True(IsToldSo(books.Store, () => other.Scalar("SELECT count(*) FROM seller")));
    }

    // On a server whoever writes to any of its databases counts, such as another test: then the answer is no once more.
    private static bool IsToldSo(BillingStore store, Action? before = null)
    {
        for (var asked = 0; asked < MostAsked; asked++)
        {
            before?.Invoke();
            if (Ask(store))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Ask(BillingStore store)
    {
        using var transaction = store.Begin();
        var answer = store.IsAlone();
        Change(store);
        transaction.Commit();
        return answer;
    }

    private static void Write(BillingStore store)
    {
        using var transaction = store.Begin();
        Change(store);
        transaction.Commit();
    }

    // Something that waits for nobody.
    private static void Change(BillingStore store)
    {
        using var template = store.Prepare("INSERT INTO quote_template (seller_id, name, json, updated_at, author) VALUES (1, ?1, '{}', 0, 'anna')");
        template.Bind(1, Guid.NewGuid().ToString()).Run();
    }
}
