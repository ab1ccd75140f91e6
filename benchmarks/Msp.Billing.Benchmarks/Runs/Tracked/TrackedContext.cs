using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Msp.Billing.Benchmarks.Runs.Tracked;

/// <summary>The tables of <see cref="PlainTables"/> as EF Core entities.</summary>
public sealed class TrackedContext(DbContextOptions<TrackedContext> options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.Entity<TaxRateEntity>().ToTable("tax_rate").HasKey(rate => rate.Code);
        modelBuilder.Entity<PriceTierEntity>().ToTable("price_tier").HasKey(tier => new { tier.TierTable, tier.TierNo });
        modelBuilder.Entity<CustomerEntity>().ToTable("customer").HasOne(customer => customer.TaxRate).WithMany().HasForeignKey(customer => customer.TaxCode);
        modelBuilder.Entity<ContractEntity>().ToTable("contract").HasMany(contract => contract.Charges).WithOne().HasForeignKey(charge => charge.ContractId);
        modelBuilder.Entity<ContractEntity>().HasMany(contract => contract.Usage).WithOne().HasForeignKey(usage => usage.ContractId);
        modelBuilder.Entity<ChargeEntity>().ToTable("charge").Property(charge => charge.Prorate).HasConversion<long>();
        modelBuilder.Entity<UsageEntity>().ToTable("usage").HasKey(usage => new { usage.PeriodStart, usage.ContractId, usage.LineNo });
        modelBuilder.Entity<SeriesEntity>().ToTable("invoice_series").HasKey(series => series.Series);
        modelBuilder.Entity<InvoiceEntity>().ToTable("invoice").Property(invoice => invoice.Id).ValueGeneratedNever();
        modelBuilder.Entity<InvoiceEntity>().HasMany(invoice => invoice.Lines).WithOne().HasForeignKey(line => line.InvoiceId);
        modelBuilder.Entity<InvoiceLineEntity>().ToTable("invoice_line").HasKey(line => new { line.InvoiceId, line.LineNo });
        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
        {
            property.SetColumnName(ColumnOf(property.Name));
        }
    }

    // TierNo is tier_no, UnitPriceE4 is unit_price_e4.
    private static string ColumnOf(string property)
    {
        var column = new StringBuilder();
        foreach (var letter in property)
        {
            if (char.IsUpper(letter) && column.Length > 0)
            {
                column.Append('_');
            }

            column.Append(char.ToLowerInvariant(letter));
        }

        return column.ToString();
    }
}
