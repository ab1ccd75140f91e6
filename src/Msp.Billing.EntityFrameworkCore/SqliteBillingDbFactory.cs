using Microsoft.EntityFrameworkCore.Design;

namespace Msp.Billing.EntityFrameworkCore;

/// <summary>Gives the migration tool a context; no file is opened.</summary>
internal sealed class SqliteBillingDbFactory : IDesignTimeDbContextFactory<SqliteBillingDb>
{
    public SqliteBillingDb CreateDbContext(string[] args) => new(BillingStorage.OptionsFor("design.db").Options);
}
