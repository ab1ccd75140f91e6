using Microsoft.EntityFrameworkCore.Design;

namespace Msp.Quoting.Web.Staff;

/// <summary>Gives the migration tool a context; no file is opened.</summary>
internal sealed class WebDbFactory : IDesignTimeDbContextFactory<WebDb>
{
    /// <inheritdoc/>
    public WebDb CreateDbContext(string[] args) => WebDbOptions.Create("design.db");
}
