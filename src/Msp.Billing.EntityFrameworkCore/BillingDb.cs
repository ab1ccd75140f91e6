using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using Msp.Billing.EntityFrameworkCore.Schema;

namespace Msp.Billing.EntityFrameworkCore;

/// <summary>The tables, for migrations, pages and queries. The invoice run does not come here: see <see cref="BillingStore"/>.</summary>
/// <remarks>
/// Holds nothing that only one database knows. The seller is the first part of every key, so that a database can be divided by seller later.
/// Money is kept in minor units, prices and quantities in millionths, instants in ticks of UTC, all as 64-bit integers.
/// Month arithmetic has no place in a query: SQLite's differs from everyone else's.
/// </remarks>
public abstract class BillingDb : DbContext
{
    /// <summary>Creates a context.</summary>
    protected BillingDb(DbContextOptions options)
        : base(options)
    {
    }

    /// <inheritdoc/>
    protected sealed override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();
        configurationBuilder.Properties<decimal>().HaveConversion<Millionths>();

        // Every index costs time in the run; the ones that are needed are named in the model.
        configurationBuilder.Conventions.Remove<ForeignKeyIndexConvention>();
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        PartyTables.Add(modelBuilder);
        ContractTables.Add(modelBuilder);
        DocumentTables.Add(modelBuilder);
        RunTables.Add(modelBuilder);
        foreach (var entity in modelBuilder.Model.GetEntityTypes())
        {
            foreach (var property in entity.GetProperties())
            {
                property.SetColumnName(SnakeCase.Of(property.Name));
                property.ValueGenerated = Microsoft.EntityFrameworkCore.Metadata.ValueGenerated.Never;
            }
        }
    }
}
