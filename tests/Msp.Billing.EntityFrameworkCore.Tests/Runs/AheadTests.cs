using Msp.Billing.EntityFrameworkCore.Runs;

namespace Msp.Billing.EntityFrameworkCore.Tests.Runs;

public sealed class AheadTests
{
    [Theory]
    [InlineData(1, 100)]
    [InlineData(2, 100)]
    [InlineData(3, 100)]
    [InlineData(4, 2)]
    [InlineData(2, 0)]
    public void Batches_come_in_their_order_however_many_threads_make_them(int threads, int count)
    {
        var sources = Enumerable.Range(0, threads).Select(first => Enumerable.Range(0, count).Where(number => number % threads == first));

        Assert.Equal(Enumerable.Range(0, count), Ahead.Of([.. sources]));
    }

    [Fact]
    public void They_are_made_on_another_thread()
    {
        var here = Environment.CurrentManagedThreadId;

        Assert.DoesNotContain(here, Ahead.Of(Enumerable.Range(0, 10).Select(_ => Environment.CurrentManagedThreadId)));
    }

    [Fact]
    public void What_goes_wrong_is_thrown_after_what_went_right_was_used()
    {
        var used = new List<int>();

        var thrown = Assert.Throws<StorageException>(() =>
        {
            foreach (var number in Ahead.Of(Failing()))
            {
                used.Add(number);
            }
        });

        Assert.Equal("broken", thrown.Message);
        Assert.Equal([1, 2], used);

        static IEnumerable<int> Failing()
        {
            yield return 1;
            yield return 2;
            throw new StorageException(StorageFault.Damaged, "broken");
        }
    }

    [Fact]
    public void Who_stops_half_way_stops_the_making_and_lets_it_clean_up()
    {
        var cleanedUp = 0;

        var first = Ahead.Of(Endless(), Endless()).Take(3).ToList();

        Assert.Equal([0, 0, 1], first);
        Assert.Equal(2, cleanedUp);

        IEnumerable<int> Endless()
        {
            try
            {
                for (var i = 0; ; i++)
                {
                    yield return i;
                }
            }
            finally
            {
                Interlocked.Increment(ref cleanedUp);
            }
        }
    }
}
