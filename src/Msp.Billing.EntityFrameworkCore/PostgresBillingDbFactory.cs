using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Msp.Billing.EntityFrameworkCore;

/// <summary>Gives the migration tool a context; no server is asked.</summary>
internal sealed class PostgresBillingDbFactory : IDesignTimeDbContextFactory<PostgresBillingDb>
{
    public PostgresBillingDb CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<PostgresBillingDb>().UseNpgsql("Host=localhost;Database=design").Options);
}
