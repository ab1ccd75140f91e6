using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Msp.Billing.EntityFrameworkCore;
using Msp.Quoting.Web.Staff;

namespace Msp.Quoting.Web.Hosting;

/// <summary>The one database that everything is kept in: a file, or one on a PostgreSQL server.</summary>
internal sealed class DatabaseFile
{
    /// <summary>Finds the file.</summary>
    /// <param name="options">Where it is.</param>
    /// <param name="environment">What a relative path is relative to.</param>
    public DatabaseFile(IOptions<DatabaseOptions> options, IHostEnvironment environment)
    {
        IsOnServer = BillingStorage.ServerConnectionOf(options.Value.Path) is not null;
        Path = IsOnServer ? options.Value.Path : System.IO.Path.GetFullPath(options.Value.Path, environment.ContentRootPath);
        Folder = IsOnServer ? environment.ContentRootPath : System.IO.Path.GetDirectoryName(Path) ?? environment.ContentRootPath;
    }

    /// <summary>The full path, or the connection string, which may have a password.</summary>
    public string Path { get; }

    /// <summary>Whether it is on a server: then everything is there, also the keys of cookies, and several programs can serve the same pages.</summary>
    public bool IsOnServer { get; }

    /// <summary>The folder that the file is in, where the keys of cookies are kept beside it; for a server the folder of the program's content.</summary>
    public string Folder { get; }

    /// <summary>Makes it, or brings an older one up to date.</summary>
    /// <exception cref="StorageException">It cannot be made or brought up to date; the message says why.</exception>
    public void CreateOrMigrate()
    {
        if (!IsOnServer)
        {
            Directory.CreateDirectory(Folder);
        }

        BillingStorage.CreateOrMigrate(Path);
        using var db = WebDbOptions.Create(Path);

        // Asked for only where there is something to do: who serves pages need not own the tables.
        if (db.Database.GetPendingMigrations().Any())
        {
            db.Database.Migrate();
        }
    }

    /// <summary>Opens it for one request.</summary>
    /// <exception cref="StorageException">It is not there or not reached any more, or is not what this program knows.</exception>
    public BillingStore Open() => BillingStorage.Open(Path);
}
