using System.Net;
using Msp.Billing.EntityFrameworkCore.Tests.Postgres;
using Msp.Quoting.Web.Tests.Hosting;
using Msp.Quoting.Web.Tests.Pages;

namespace Msp.Quoting.Web.Tests.Postgres;

/// <summary>The database's server is away: every page says so, in the reader's language and without a word of the program's inside, and is there again with the server.</summary>
public sealed class AwayTests
{
    // A form with nothing in it that is stored, and the gallery.
    private static readonly string[] NeedNothing = ["/books/bank/import", "/dev/components"];

    [Fact]
    public async Task Pages_say_that_the_database_is_away_and_come_back_with_it()
    {
        _ = PostgresServer.Shared;
        if (Environment.GetEnvironmentVariable("MSP_POSTGRES") is { Length: > 0 })
        {
            return; // A server that is not the tests' own is not stopped.
        }

        using var server = new PostgresServer();

        // The site disposes of its host.
#pragma warning disable CA2000
        await using var site = new Site(new WebHost { OnServer = server.NewDatabase() });
#pragma warning restore CA2000
        await site.InitializeAsync();
        using var client = await site.Client("all");
        using var stranger = site.Stranger();
        var form = await client.GetStringAsync(new Uri("/quotes/new", UriKind.Relative));
        var entrance = await stranger.GetStringAsync(new Uri("/signin", UriKind.Relative));
        server.Stop();

        foreach (var path in PageList.SignedIn.Except(NeedNothing))
        {
            await AssertAway(client, path, "en-US", null, "The service is not available", "href=\"\">Try again");
        }

        foreach (var path in (string[])["/", "/p/abcdefghijklmnopqrstuvwxyz/"])
        {
            await AssertAway(client, path, "de-DE", null, "Der Dienst ist nicht verfügbar", "Die Datenbank ist gerade nicht erreichbar", "Erneut versuchen");
            await AssertAway(client, path, "fr-FR", null, "Le service n’est pas disponible", "La base de données est momentanément inaccessible", "Réessayer");
        }

        // Who writes, and who signs in, is told the same, and that nothing was stored.
        await AssertAway(client, "/quotes/new", "en-US", Form(form, ("From", "blank"), ("Name", "Waiting Ltd"), ("Country", "DE")), "Nothing was stored");
        await AssertAway(stranger, "/signin", "en-US", null, "The service is not available", "href=\"\">Try again");
        await AssertAway(stranger, "/signin", "en-US", Form(entrance, ("Input.Email", Site.EmailOf("all")), ("Input.Password", Site.Password)), "Nothing was stored");

        using (var health = await client.GetAsync(new Uri("/health", UriKind.Relative)))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, health.StatusCode);
        }

        server.Start();
        foreach (var path in PageList.SignedIn)
        {
            using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
            Assert.Equal((path, HttpStatusCode.OK), (path, answer.StatusCode));
        }
    }

    private static KeyValuePair<string, string>[] Form(string page, params (string Name, string Value)[] fields) =>
        [.. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)), KeyValuePair.Create("__RequestVerificationToken", Site.TokenOf(page))];

    private static async Task AssertAway(HttpClient client, string path, string locale, KeyValuePair<string, string>[]? form, params string[] words)
    {
        using var request = new HttpRequestMessage(form is null ? HttpMethod.Get : HttpMethod.Post, new Uri(path, UriKind.Relative));
        request.Headers.AcceptLanguage.ParseAdd(locale);
        request.Content = form is null ? null : new FormUrlEncodedContent(form);
        using var answer = await client.SendAsync(request);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

        Assert.Equal((path, HttpStatusCode.ServiceUnavailable), (path, answer.StatusCode));
        Assert.All(words, word => Assert.Contains(word, page, StringComparison.Ordinal));
        Assert.DoesNotContain("Exception", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Npgsql", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("msp-pg-", page, StringComparison.Ordinal);
        Assert.NotNull(answer.Headers.RetryAfter);
    }
}
