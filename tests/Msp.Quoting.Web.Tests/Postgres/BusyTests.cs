using System.Globalization;
using System.Net;
using Msp.Billing.EntityFrameworkCore;
using Msp.Quoting.Web.Tests.Hosting;
using Npgsql;

namespace Msp.Quoting.Web.Tests.Postgres;

/// <summary>More people at once than the server has connections: each page needs some, and waits for the one that writes.</summary>
public sealed class BusyTests(ServerSite server) : IClassFixture<ServerSite>
{
    private const int People = 150;

    [Fact]
    public async Task Who_comes_when_all_connections_are_needed_waits_and_gets_an_answer()
    {
        var site = await server.Open();
        using var client = await site.Client("all");
        var token = Site.TokenOf(await client.GetStringAsync(new Uri("/quotes/new", UriKind.Relative)));
        var answers = new List<Task<HttpStatusCode>>();
        using (var store = BillingStorage.Open(site.Host.DatabasePath))
        using (store.Begin())
        {
            answers.AddRange(Enumerable.Range(1, People).Select(number => Task.Run(() => Begin(site, token, number))));
            var waiting = await Settled(site.Host.DatabasePath);

            // Pages take turns; what needs no database is not kept waiting by them.
            Assert.InRange(waiting, 20, 40);
            using var styles = await client.GetAsync(new Uri("/css/base.css", UriKind.Relative));
            Assert.Equal(HttpStatusCode.OK, styles.StatusCode);
        }

        Assert.All(await Task.WhenAll(answers), status => Assert.Equal(HttpStatusCode.OK, status));
    }

    private static async Task<HttpStatusCode> Begin(Site site, string token, int number)
    {
        using var client = await site.Client("all");
        using var form = new FormUrlEncodedContent([
            new("From", "blank"), new("Name", string.Create(CultureInfo.InvariantCulture, $"Waiting {number} Ltd")), new("Country", "DE"), new("__RequestVerificationToken", token)]);
        using var answer = await client.PostAsync(new Uri("/quotes/new", UriKind.Relative), form);
        return answer.StatusCode is HttpStatusCode.Redirect ? HttpStatusCode.OK : answer.StatusCode;
    }

    // How many wait for the lock, once no more come.
    private static async Task<long> Settled(string database)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        await using var count = new NpgsqlCommand(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%FROM seller%'", connection);
        var last = 0L;
        for (var same = 0; same < 5;)
        {
            await Task.Delay(100);
            var now = await count.ExecuteScalarAsync() as long? ?? 0;
            same = now == last && now > 0 ? same + 1 : 0;
            last = now;
        }

        return last;
    }
}
