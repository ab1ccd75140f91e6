using Microsoft.Playwright;

namespace Msp.Quoting.Web.Tests.Hosting;

/// <summary>A page that remembers everything the browser complained about, and fails the test for it at the end.</summary>
public sealed class BrowserPage(IBrowserContext context) : IAsyncDisposable
{
    private readonly List<string> _complaints = [];
    private IPage? _page;

    /// <summary>The page itself.</summary>
    public IPage Page => _page ?? throw new InvalidOperationException("Go somewhere first.");

    /// <summary>Statuses that the test expects, which the browser notes as an error.</summary>
    public int? ExpectedStatus { get; set; }

    /// <summary>Opens an address of the tool.</summary>
    public async Task<IResponse> Go(string path)
    {
        if (_page is null)
        {
            _page = await context.NewPageAsync();
            _page.Console += (_, message) => Complain($"{message.Type}: {message.Text} {message.Location}");
            _page.PageError += (_, error) => Complain($"error: {error}");
            _page.RequestFailed += (_, request) => Complain($"failed: {request.Url} {request.Failure}");
        }

        return await _page.GotoAsync(path) ?? throw new InvalidOperationException($"'{path}' gave no answer.");
    }

    /// <summary>What the browser complained about; must be nothing.</summary>
    public void AssertSilent() => Assert.True(_complaints.Count == 0, string.Join('\n', _complaints));

    public async ValueTask DisposeAsync()
    {
        await context.DisposeAsync();
        AssertSilent();
    }

    private void Complain(string what)
    {
        if (ExpectedStatus is not { } status || !what.Contains(status.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal))
        {
            _complaints.Add(what);
        }
    }
}
