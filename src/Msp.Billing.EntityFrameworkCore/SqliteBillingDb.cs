using Microsoft.EntityFrameworkCore;

namespace Msp.Billing.EntityFrameworkCore;

/// <summary>The tables in a SQLite file. Made by <see cref="BillingStorage"/>.</summary>
public sealed class SqliteBillingDb : BillingDb
{
    /// <summary>Creates a context.</summary>
    /// <param name="options">As <see cref="BillingStorage.OptionsFor"/> gives them.</param>
    public SqliteBillingDb(DbContextOptions<SqliteBillingDb> options)
        : base(options)
    {
    }
}
