using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Msp.Quoting.Web.Tests.Hosting;

/// <summary>The web tool on a real port, with a database of its own and a clock that begins on 1 April 2026.</summary>
internal sealed class WebHost : WebApplicationFactory<Program>
{
    private readonly string _folder;
    private readonly bool _keepsFolder;

    public WebHost()
        : this(null)
    {
    }

    /// <param name="folder">Where its database is and stays; null for one of its own that goes with it.</param>
    public WebHost(string? folder)
    {
        _keepsFolder = folder is not null;
        _folder = folder ?? Directory.CreateTempSubdirectory("msp-web-").FullName;
        // Not UseKestrel(0): that writes the address after the program has begun to start, and fails when the server was quicker.
        UseKestrel(options => options.Listen(IPAddress.Loopback, 0));
    }

    /// <summary>The connection string of a database on a server; null for a file.</summary>
    public string? OnServer { get; init; }

    /// <summary>How many documents are posted in one transaction; null as it comes.</summary>
    public int? ChunkSize { get; init; }

    /// <summary>Whether a worker of the tool does its runs; it needs a server, and a clock that is right.</summary>
    public bool HasWorker { get; init; }

    /// <summary>More that the tool is told, as by variables of its environment.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();

    /// <summary>The clock that the tool is given; it runs.</summary>
    public TestClock Clock { get; init; } = new(new DateTimeOffset(2026, 4, 1, 8, 15, 0, TimeSpan.Zero));

    /// <summary>Where the tool listens.</summary>
    public Uri Address => ClientOptions.BaseAddress;

    /// <summary>The database.</summary>
    public string DatabasePath => OnServer ?? Path.Combine(_folder, "web.db");

    /// <summary>Where letters go.</summary>
    public string Outbox => Path.Combine(_folder, "outbox");

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.ConfigureAppConfiguration(configuration => configuration.AddInMemoryCollection(
            new Dictionary<string, string?> { ["Database:Path"] = DatabasePath, ["Outbox:Folder"] = Outbox, ["Logging:LogLevel:Default"] = "Warning", ["Runs:ChunkSize"] = (ChunkSize ?? 100).ToString(System.Globalization.CultureInfo.InvariantCulture), ["Runs:Workers"] = HasWorker ? "Here" : "None" }));
        builder.ConfigureAppConfiguration(configuration => configuration.AddInMemoryCollection(Variables.Select(variable => KeyValuePair.Create(variable.Key, (string?)variable.Value))));
        builder.ConfigureLogging(logging => logging.ClearProviders());
        builder.ConfigureServices(services => services.AddSingleton<TimeProvider>(Clock));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (!_keepsFolder && Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }
}
