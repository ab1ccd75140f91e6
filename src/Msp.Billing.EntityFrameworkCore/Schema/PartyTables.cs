using Microsoft.EntityFrameworkCore;

namespace Msp.Billing.EntityFrameworkCore.Schema;

/// <summary>Sellers, tax rates, customers, what is sold, and the record of what happened.</summary>
internal static class PartyTables
{
    internal static void Add(ModelBuilder model)
    {
        model.Entity<SellerRow>(seller =>
        {
            seller.ToTable("seller", table => table.HasCheckConstraint("ck_seller_one_person", "one_person IN (0, 1)"));
            seller.HasKey(row => row.SellerId);
            seller.HasIndex(row => row.Code).IsUnique();
            seller.Property(row => row.Version).IsConcurrencyToken();
        });
        model.Entity<TaxRateRow>(rate =>
        {
            rate.ToTable("tax_rate", table => table.HasCheckConstraint("ck_tax_rate_rate", "rate >= 0"));
            rate.HasKey(row => new { row.SellerId, row.Jurisdiction, row.Category, row.FromDay });
            rate.BelongsToSeller().Clustered();
        });
        model.Entity<CustomerRow>(customer =>
        {
            customer.ToTable("customer", table => table.HasCheckConstraint("ck_customer_parent", "parent_id IS NULL OR parent_id <> customer_id"));
            customer.HasKey(row => new { row.SellerId, row.CustomerId });
            customer.HasIndex(row => new { row.SellerId, row.Number }).IsUnique();

            // The list of customers is read in this order, page by page, and searched in it.
            customer.HasIndex(row => new { row.SellerId, row.NameKey, row.Number });
            customer.HasIndex(row => new { row.SellerId, row.ParentId }).HasFilter("parent_id IS NOT NULL");
            customer.HasOne<CustomerRow>().WithMany().HasForeignKey(row => new { row.SellerId, row.ParentId }).OnDelete(DeleteBehavior.Restrict);
            customer.Property(row => row.Version).IsConcurrencyToken();
            customer.BelongsToSeller();
        });
        model.Entity<SellerVersionRow>(version =>
        {
            version.ToTable("seller_version", table => table.HasCheckConstraint("ck_seller_version_places", "version_no >= 1 AND first_invoice_id >= 1"));
            version.HasKey(row => new { row.SellerId, row.VersionNo });
            version.BelongsToSeller();
        });
        model.Entity<CustomerVersionRow>(version =>
        {
            version.ToTable("customer_version", table => table.HasCheckConstraint("ck_customer_version_places", "version_no >= 1 AND first_invoice_id >= 1"));
            version.HasKey(row => new { row.SellerId, row.CustomerId, row.VersionNo });
            version.HasOne<CustomerRow>().WithMany().HasForeignKey(row => new { row.SellerId, row.CustomerId }).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<CatalogItemRow>(item =>
        {
            item.ToTable("catalog_item");
            item.HasKey(row => new { row.SellerId, row.Kind, row.Code });
            item.BelongsToSeller();
        });
        model.Entity<AuditEntryRow>(entry =>
        {
            entry.ToTable("audit_entry", table => table.HasCheckConstraint("ck_audit_entry_hashes", "length(hash) = 32 AND length(previous_hash) = 32"));
            entry.HasKey(row => new { row.SellerId, row.Sequence });

            // The history of a run is read by its number, however long the log is.
            entry.HasIndex(row => new { row.SellerId, row.Subject });
            entry.BelongsToSeller();
        });
    }
}
