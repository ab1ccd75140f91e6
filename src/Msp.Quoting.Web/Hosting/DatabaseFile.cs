using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Msp.Billing.EntityFrameworkCore;
using Msp.Quoting.Web.Staff;

namespace Msp.Quoting.Web.Hosting;

/// <summary>The one file that everything is kept in.</summary>
internal sealed class DatabaseFile
{
    /// <summary>Finds the file.</summary>
    /// <param name="options">Where it is.</param>
    /// <param name="environment">What a relative path is relative to.</param>
    public DatabaseFile(IOptions<DatabaseOptions> options, IHostEnvironment environment)
    {
        Path = System.IO.Path.GetFullPath(options.Value.Path, environment.ContentRootPath);
        Folder = System.IO.Path.GetDirectoryName(Path) ?? environment.ContentRootPath;
    }

    /// <summary>The full path.</summary>
    public string Path { get; }

    /// <summary>The folder that it is in; the keys of cookies are kept beside it.</summary>
    public string Folder { get; }

    /// <summary>Makes it, or brings an older one up to date.</summary>
    /// <exception cref="StorageException">It cannot be made or brought up to date; the message says why.</exception>
    public void CreateOrMigrate()
    {
        Directory.CreateDirectory(Folder);
        BillingStorage.CreateOrMigrate(Path);
        var options = new DbContextOptionsBuilder<WebDb>();
        WebDbOptions.Use(options, Path);
        using var db = new WebDb(options.Options);
        db.Database.Migrate();
    }

    /// <summary>Opens it for one request.</summary>
    /// <exception cref="StorageException">It is not there any more, or is not what this program knows.</exception>
    public BillingStore Open() => BillingStorage.Open(Path);
}
