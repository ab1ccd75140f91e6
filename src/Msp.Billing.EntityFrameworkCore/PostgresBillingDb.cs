using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Msp.Billing.EntityFrameworkCore;

/// <summary>The tables on a PostgreSQL server. Made by <see cref="BillingStorage"/>.</summary>
public sealed class PostgresBillingDb : BillingDb
{
    /// <summary>Creates a context.</summary>
    /// <param name="options">With Npgsql.</param>
    public PostgresBillingDb(DbContextOptions<PostgresBillingDb> options)
        : base(options)
    {
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        base.OnModelCreating(modelBuilder);
        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
        {
            if (property.ClrType == typeof(bool))
            {
                // A number as in SQLite, so that statements are the same on both.
                property.SetValueConverter(new BoolToZeroOneConverter<short>());
            }
            else if (property.ClrType == typeof(string) || property.GetValueConverter()?.ProviderClrType == typeof(string))
            {
                // Texts are ordered by their letters' numbers, as in SQLite and in memory, and indexes do not depend on the server's languages.
                property.SetCollation("C");
            }
        }
    }
}
