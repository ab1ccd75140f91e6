using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Msp.Quoting.Web.Hosting;
using Msp.Quoting.Web.Sellers;
using Msp.Quoting.Web.Staff;
using Msp.Quoting.Web.Tests.Hosting;

[assembly: AssemblyFixture(typeof(Site))]

namespace Msp.Quoting.Web.Tests.Hosting;

/// <summary>One server with the sample company and one browser for all tests; each test opens a context of its own.</summary>
public sealed class Site : IAsyncLifetime
{
    /// <summary>The password of everybody in tests.</summary>
    public const string Password = "four plain words here";

    private readonly WebHost _host;
    private readonly Dictionary<string, System.Net.CookieContainer> _sessions = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _signingIn = new(1);
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private string? _cookies;

    public Site()
        : this(new WebHost())
    {
    }

    internal Site(WebHost host) => _host = host;

    /// <summary>Where the tool listens, without a slash at the end.</summary>
    public string Address => _host.Address.ToString().TrimEnd('/');

    internal WebHost Host => _host;

    /// <summary>The sample company's number in storage.</summary>
    public long SellerId { get; private set; }

    /// <summary>A new draft of 45 users for one test.</summary>
    /// <returns>Its number.</returns>
    public string NewQuote()
    {
        using var store = _host.Services.GetRequiredService<DatabaseFile>().Open();
        return SampleQuotes.Make(store, SellerId);
    }

    /// <summary>The address with which a role signs in.</summary>
    public static string EmailOf(string role) => role + "@northwind.example";

    public async ValueTask InitializeAsync()
    {
        _host.StartServer();
        SellerId = await Fill(_host);
    }

    /// <summary>Loads the sample company into a host, with somebody of every role and somebody with all.</summary>
    internal static async Task<long> Fill(WebHost host)
    {
        long sellerId;
        using (var store = host.Services.GetRequiredService<DatabaseFile>().Open())
        {
            sellerId = SampleCompany.Load(store);
            SampleQuotes.Store(store, sellerId);
        }

        using var scope = host.Services.CreateScope();
        var web = scope.ServiceProvider.GetRequiredService<WebDb>();
        web.Settings.Add(new SellerSettings { SellerId = sellerId });
        await web.SaveChangesAsync();
        var accounts = scope.ServiceProvider.GetRequiredService<StaffAccounts>();
        await Add(accounts, sellerId, "all", "Jo Park", [.. StaffRoles.All]);
        foreach (var role in StaffRoles.All)
        {
            await Add(accounts, sellerId, role, StaffRoles.NameOf(role) + " Person", role);
        }

        return sellerId;
    }

    /// <summary>A page in a fresh context, signed in as somebody with every role unless told otherwise.</summary>
    /// <param name="look">Size, colours, language, scripts.</param>
    /// <param name="signedIn">Whether somebody is signed in.</param>
    public async Task<BrowserPage> Open(Look? look = null, bool signedIn = true)
    {
        var options = (look ?? Look.Desktop).Options(Address);
        await _signingIn.WaitAsync();
        try
        {
            _browser ??= await Launch();
            if (signedIn)
            {
                options.StorageState = _cookies ??= await SignIn(_browser, "all");
            }
        }
        finally
        {
            _signingIn.Release();
        }

        return new BrowserPage(await _browser.NewContextAsync(options));
    }

    /// <summary>Somebody without a session and without a browser; follows no redirect.</summary>
    public HttpClient Stranger() => Holding(new System.Net.CookieContainer());

    /// <summary>Somebody of a role, without a browser; follows no redirect.</summary>
    public async Task<HttpClient> Client(string who)
    {
        // One sign-in for each: more would be taken for somebody who guesses passwords.
        await _signingIn.WaitAsync();
        try
        {
            if (!_sessions.TryGetValue(who, out var session))
            {
                session = new System.Net.CookieContainer();
                await SignIn(session, who);
                _sessions.Add(who, session);
            }

            return Holding(session);
        }
        finally
        {
            _signingIn.Release();
        }
    }

    // The client that is given away disposes of its handler.
#pragma warning disable CA2000
    private HttpClient Holding(System.Net.CookieContainer session) =>
        new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = session, CheckCertificateRevocationList = true }) { BaseAddress = new Uri(Address) };
#pragma warning restore CA2000

    private async Task SignIn(System.Net.CookieContainer session, string who)
    {
        using var client = Holding(session);
        var form = await client.GetStringAsync(new Uri("/signin", UriKind.Relative));
        using var content = new FormUrlEncodedContent([new("Input.Email", EmailOf(who)), new("Input.Password", Password), new("__RequestVerificationToken", TokenOf(form))]);
        using var response = await client.PostAsync(new Uri("/signin", UriKind.Relative), content);
        Assert.Equal(302, (int)response.StatusCode);
    }

    /// <summary>The token of a page's form.</summary>
    public static string TokenOf(string html) =>
        System.Text.RegularExpressions.Regex.Match(html, "name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"").Groups[1].Value;

    /// <summary>Tests that need a browser begin with this: skipped where there is none, failed in CI.</summary>
    public static void NeedsBrowser()
    {
        if (Browsers.Path is null)
        {
            if (Environment.GetEnvironmentVariable("CI") == "true")
            {
                Assert.Fail(Browsers.Missing);
            }

            Assert.Skip(Browsers.Missing);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        _signingIn.Dispose();
        await _host.DisposeAsync();
    }

    private static async Task Add(StaffAccounts accounts, long sellerId, string who, string name, params string[] roles)
    {
        var (user, error) = await accounts.Add(sellerId, name, EmailOf(who), Password, roles);
        Assert.True(user is not null, error);
    }

    private async Task<IBrowser> Launch()
    {
        NeedsBrowser();
        _playwright = await Playwright.CreateAsync();
        return await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Browsers.Path,
            Headless = true,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    private async Task<string> SignIn(IBrowser browser, string who)
    {
        await using var context = await browser.NewContextAsync(Look.Desktop.Options(Address));
        var page = await context.NewPageAsync();
        await page.GotoAsync("/signin");
        await page.FillAsync("#Input_Email", EmailOf(who));
        await page.FillAsync("#Input_Password", Password);
        await page.ClickAsync("button[type=submit], form button");
        await page.WaitForURLAsync(url => !url.Contains("/signin", StringComparison.Ordinal));
        return await context.StorageStateAsync();
    }
}
