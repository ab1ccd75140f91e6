using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Msp.Billing.EntityFrameworkCore;

namespace Msp.Quoting.Web.Staff;

/// <summary>How the tables of the web tool are reached.</summary>
internal static class WebDbOptions
{
    private const string History = "__WebMigrationsHistory";

    /// <summary>A context on the SQLite file at a path, or on the server that a connection string names.</summary>
    /// <param name="path">The file, or the connection string.</param>
    /// <param name="services">What the program gives its contexts, such as where they log; null for nothing.</param>
    public static WebDb Create(string path, IServiceProvider? services = null)
    {
        if (BillingStorage.ServerConnectionOf(path) is { } server)
        {
            var onServer = new DbContextOptionsBuilder<PostgresWebDb>();
            onServer.UseNpgsql(server, postgres => postgres.MigrationsHistoryTable(History));
            return new PostgresWebDb(With(onServer, services).Options);
        }

        var inFile = new DbContextOptionsBuilder<WebDb>();
        inFile.UseSqlite(
            new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = true, DefaultTimeout = 30 }.ConnectionString, sqlite => sqlite.MigrationsHistoryTable(History));
        return new WebDb(With(inFile, services).Options);
    }

    private static DbContextOptionsBuilder<T> With<T>(DbContextOptionsBuilder<T> options, IServiceProvider? services)
        where T : DbContext
    {
        options.ReplaceService<IModelRuntimeInitializer, WholeModel>();
        if (services is not null)
        {
            options.UseApplicationServiceProvider(services);
        }

        return options;
    }
}
