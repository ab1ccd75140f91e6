using Microsoft.EntityFrameworkCore.Design;

namespace Msp.Quoting.Web.Staff;

/// <summary>Gives the migration tool a context on a server; no server is asked.</summary>
internal sealed class PostgresWebDbFactory : IDesignTimeDbContextFactory<PostgresWebDb>
{
    /// <inheritdoc/>
    public PostgresWebDb CreateDbContext(string[] args) => (PostgresWebDb)WebDbOptions.Create("Host=localhost;Database=design");
}
