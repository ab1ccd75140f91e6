using Msp.Billing.EntityFrameworkCore.Tests.Postgres;
using Msp.Quoting.Web.Tests.Hosting;

namespace Msp.Quoting.Web.Tests.Postgres;

/// <summary>The sample company on a server, made by the first test that asks: where there is no server, that test is skipped and nothing is made.</summary>
public sealed class ServerSite : IAsyncDisposable
{
    private readonly Lazy<Task<Site>> _site = new(Make);

    /// <summary>The tool on a database of the tests' server.</summary>
    public Task<Site> Open()
    {
        _ = PostgresServer.Shared;
        return _site.Value;
    }

    public async ValueTask DisposeAsync()
    {
        if (_site.IsValueCreated)
        {
            await (await _site.Value).DisposeAsync();
        }
    }

    private static async Task<Site> Make()
    {
        // The site disposes of its host.
#pragma warning disable CA2000
        var site = new Site(new WebHost { OnServer = PostgresServer.Shared.NewDatabase() });
#pragma warning restore CA2000
        await site.InitializeAsync();
        return site;
    }
}
