using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Msp.Billing.EntityFrameworkCore.Invoicing;
using Msp.Billing.EntityFrameworkCore.Runs;
using Msp.Billing.EntityFrameworkCore.Tests.Postgres;
using Msp.Quoting.Web.Hosting;
using Msp.Quoting.Web.Tests.Hosting;

namespace Msp.Quoting.Web.Tests.Runs;

/// <summary>A tool of its own with the sample company, and people at it without a browser: what they do disturbs no other test.</summary>
internal sealed class Desk : IAsyncDisposable
{
    private readonly Dictionary<string, HttpClient> _clients = new(StringComparer.Ordinal);

    private Desk(WebHost host) => Host = host;

    /// <summary>Opens a tool on a new database of the tests' server, or on a file.</summary>
    public static Task<Desk> OpenOn(bool onServer) => Open(server: onServer ? PostgresServer.Shared.NewDatabase() : null);

    public WebHost Host { get; }

    /// <summary>Opens a tool whose worker does its runs, ten contracts or documents at a time, and waits until it takes work. It is today there.</summary>
    /// <param name="variables">More that the tool is told.</param>
    public static async Task<Desk> OpenWithWorker(IReadOnlyDictionary<string, string> variables)
    {
        // A test that holds a lock decides how long the worker waits for it.
        var database = PostgresServer.Shared.NewDatabase() + ";Options=-c lock_timeout=60s";
        var desk = await Fill(new WebHost { OnServer = database, HasWorker = true, ChunkSize = 10, Variables = variables, Clock = new TestClock(DateTimeOffset.UtcNow) });
        var worker = desk.Host.Services.GetRequiredService<Web.Runs.ClusterWorker>();
        for (var i = 0; i < 600 && !worker.IsThere; i++)
        {
            await Task.Delay(50);
        }

        Assert.True(worker.IsThere, "The tool's worker takes no work after half a minute.");
        return desk;
    }

    /// <summary>Opens a tool.</summary>
    /// <param name="folder">Where the database is; null for a new one of its own.</param>
    /// <param name="chunk">How many documents are posted at once.</param>
    /// <param name="isFilled">Whether the sample company is in it already.</param>
    /// <param name="server">The connection string of a database on a server; null for a file.</param>
    public static async Task<Desk> Open(string? folder = null, int chunk = 100, bool isFilled = false, string? server = null)
    {
        var host = new WebHost(folder) { ChunkSize = chunk, OnServer = server };
        if (!isFilled)
        {
            return await Fill(host);
        }

        host.StartServer();
        return new Desk(host);
    }

    private static async Task<Desk> Fill(WebHost host)
    {
        host.StartServer();
        await Site.Fill(host);
        return new Desk(host);
    }

    /// <summary>What a page says to somebody, after redirects.</summary>
    public async Task<string> Read(string who, string path)
    {
        using var answer = await (await Client(who)).GetAsync(new Uri(path, UriKind.Relative));
        Assert.True(answer.IsSuccessStatusCode, $"{path} answered {answer.StatusCode} to {who}");
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Presses a button of a page.</summary>
    /// <param name="who">Who.</param>
    /// <param name="page">The page with the form.</param>
    /// <param name="action">Where the form goes.</param>
    /// <param name="fields">What it carries.</param>
    public async Task<(int Status, string Text)> Press(string who, string page, string action, params KeyValuePair<string, string>[] fields)
    {
        var client = await Client(who);
        var form = await client.GetStringAsync(new Uri(page, UriKind.Relative));
        using var content = new FormUrlEncodedContent([.. fields, new("__RequestVerificationToken", Site.TokenOf(form))]);
        using var answer = await client.PostAsync(new Uri(action, UriKind.Relative), content);
        return ((int)answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
    }

    /// <summary>Somebody with every role at this tool, in a browser.</summary>
    /// <param name="site">Whose browser.</param>
    public async Task<BrowserPage> Browse(Site site)
    {
        Site.NeedsBrowser();
        var browser = await site.Open(signedIn: false);
        await browser.Go(Host.Address + "signin");
        await browser.Page.FillAsync("#Input_Email", Site.EmailOf("all"));
        await browser.Page.FillAsync("#Input_Password", Site.Password);
        await browser.Page.ClickAsync("form button");
        await browser.Page.WaitForURLAsync(url => !url.Contains("/signin", StringComparison.Ordinal));
        return browser;
    }

    /// <summary>Sends a file with the form of a page.</summary>
    public async Task<string> Upload(string who, string page, string field, string name, ByteArrayContent file)
    {
        var client = await Client(who);
        var form = await client.GetStringAsync(new Uri(page, UriKind.Relative));
        using var token = new StringContent(Site.TokenOf(form));
        using var content = new MultipartFormDataContent { { token, "__RequestVerificationToken" }, { file, field, name } };
        using var answer = await client.PostAsync(new Uri(page, UriKind.Relative), content);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    /// <summary>What is stored of a run.</summary>
    public RunSummary Run(string number)
    {
        using var store = Host.Services.GetRequiredService<DatabaseFile>().Open();
        return new RunBook(store, 1).Find(number) ?? throw new InvalidOperationException($"There is no {number}.");
    }

    /// <summary>Contracts that a run bills, the first of them.</summary>
    public IReadOnlyList<string> Billed(string number, int count)
    {
        using var store = Host.Services.GetRequiredService<DatabaseFile>().Open();
        return [.. new RunBook(store, 1).Items(number, new RunItemFilter { Take = 1000 }).Where(row => row.Item.Outcome == Msp.Billing.Runs.RunOutcome.Billed && row.Item.Subtotal.MinorUnits > 1000)
            .Select(row => row.Item.Contract).Order(StringComparer.Ordinal).Take(count)];
    }

    /// <summary>What was decided about a run.</summary>
    public IReadOnlyList<RunDecision> Decisions(string number)
    {
        using var store = Host.Services.GetRequiredService<DatabaseFile>().Open();
        return new RunBook(store, 1).Decisions(number);
    }

    /// <summary>The flags of a run that nobody checked.</summary>
    public IReadOnlyList<(string Code, RunConcern Concern, int Contracts)> Flags(string number)
    {
        using var store = Host.Services.GetRequiredService<DatabaseFile>().Open();
        return new RunBook(store, 1).Flags(number);
    }

    /// <summary>Makes somebody read another language from now on.</summary>
    public void Speak(string who, string language)
    {
        _clients[who].DefaultRequestHeaders.AcceptLanguage.Clear();
        _clients[who].DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
    }

    /// <summary>The contracts of a run whose flags matter so much.</summary>
    public IReadOnlyList<string> Flagged(string number, RunConcern concern)
    {
        using var store = Host.Services.GetRequiredService<DatabaseFile>().Open();
        return [.. new RunBook(store, 1).Items(number, new RunItemFilter { Take = 1000 }).Where(row => row.Flag == concern).Select(row => row.Item.Contract)];
    }

    /// <summary>Everything that is wrong with what is posted.</summary>
    public IReadOnlyList<DocumentFault> Faults()
    {
        using var store = Host.Services.GetRequiredService<DatabaseFile>().Open();
        return [.. new DocumentAudit(store, 1).Faults()];
    }

    /// <summary>Waits until a run is as it should be.</summary>
    public async Task Until(string number, Func<RunSummary, bool> reached)
    {
        for (var i = 0; i < 600 && !reached(Run(number)); i++)
        {
            await Task.Delay(50);
        }

        Assert.True(reached(Run(number)), $"{number} is still {Run(number).Status} after half a minute.");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients.Values)
        {
            client.Dispose();
        }

        await Host.DisposeAsync();
    }

    private async Task<HttpClient> Client(string who)
    {
        if (_clients.TryGetValue(who, out var known))
        {
            return known;
        }

        // The client that is kept disposes of its handler.
#pragma warning disable CA2000
        var client = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer(), CheckCertificateRevocationList = true }) { BaseAddress = Host.Address };
#pragma warning restore CA2000
        var form = await client.GetStringAsync(new Uri("/signin", UriKind.Relative));
        using var content = new FormUrlEncodedContent([new("Input.Email", Site.EmailOf(who)), new("Input.Password", Site.Password), new("__RequestVerificationToken", Site.TokenOf(form))]);
        using var answer = await client.PostAsync(new Uri("/signin", UriKind.Relative), content);
        Assert.True(answer.IsSuccessStatusCode);
        _clients.Add(who, client);
        return client;
    }
}
