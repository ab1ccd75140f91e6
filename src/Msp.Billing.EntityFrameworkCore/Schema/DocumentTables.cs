using Microsoft.EntityFrameworkCore;

namespace Msp.Billing.EntityFrameworkCore.Schema;

/// <summary>Posted documents and the series that number them.</summary>
internal static class DocumentTables
{
    internal static void Add(ModelBuilder model)
    {
        model.Entity<DocumentSeriesRow>(series =>
        {
            series.ToTable("document_series", table =>
            {
                table.HasCheckConstraint("ck_document_series_next", "next_sequence >= 1");
                table.HasCheckConstraint("ck_document_series_hash", "length(last_hash) = 32");
            });
            series.HasKey(row => new { row.SellerId, row.Series });
            series.BelongsToSeller().Clustered();
        });
        model.Entity<InvoiceRow>(invoice =>
        {
            invoice.ToTable("invoice", table =>
            {
                table.HasCheckConstraint("ck_invoice_sign", "(kind = 1 AND total >= 0) OR (kind = 2 AND total <= 0)");
                table.HasCheckConstraint("ck_invoice_total", "total = subtotal + tax");
                table.HasCheckConstraint("ck_invoice_sequence", "sequence >= 1 AND line_count >= 1");
                table.HasCheckConstraint("ck_invoice_days", "from_day <= until_day");
                table.HasCheckConstraint("ck_invoice_hashes", "length(hash) = 32 AND length(previous_hash) = 32");
            });
            invoice.HasKey(row => new { row.SellerId, row.InvoiceId });
            invoice.HasIndex(row => new { row.SellerId, row.Series, row.Sequence }).IsUnique();
            invoice.HasIndex(row => new { row.SellerId, row.Number }).IsUnique();
            invoice.HasIndex(row => new { row.SellerId, row.RunId, row.ContractId }).IsUnique();
            invoice.HasOne<ContractRow>().WithMany().HasForeignKey(row => new { row.SellerId, row.ContractId }).OnDelete(DeleteBehavior.Restrict);
            invoice.HasOne<CustomerRow>().WithMany().HasForeignKey(row => new { row.SellerId, row.CustomerId }).OnDelete(DeleteBehavior.Restrict);
            invoice.HasOne<InvoiceRunRow>().WithMany().HasForeignKey(row => new { row.SellerId, row.RunId }).OnDelete(DeleteBehavior.Restrict);
            invoice.Clustered();
        });
        model.Entity<InvoiceLineRow>(line =>
        {
            line.ToTable("invoice_line", table =>
            {
                table.HasCheckConstraint("ck_invoice_line_kind", "kind BETWEEN 1 AND 4 AND (kind = 4) = (cause IS NOT NULL) AND (kind = 4) = (round > 0)");
                table.HasCheckConstraint("ck_invoice_line_cause", "cause IS NULL OR cause BETWEEN 1 AND 9");
                table.HasCheckConstraint("ck_invoice_line_days", "period_start < period_end AND from_day <= until_day");
                table.HasCheckConstraint("ck_invoice_line_places", "line_no >= 1 AND round >= 0 AND piece >= 0 AND share_denominator > 0");
            });
            line.HasKey(row => new { row.SellerId, row.InvoiceId, row.LineNo });

            // A natural period of a line is billed once in each round: this is what makes billing it twice impossible. The period stands in
            // it by its end, which names it as well as its start does, because the run looks for periods that end after a day.
            line.HasIndex(row => new { row.SellerId, row.ContractId, row.PeriodEnd, row.LineId, row.Round, row.Piece }).IsUnique();
            line.HasOne<InvoiceRow>().WithMany().HasForeignKey(row => new { row.SellerId, row.InvoiceId }).OnDelete(DeleteBehavior.Restrict);
            line.Clustered().BeforeParent();
        });
        model.Entity<InvoiceTaxRow>(tax =>
        {
            tax.ToTable("invoice_tax", table => table.HasCheckConstraint("ck_invoice_tax_no", "tax_no >= 1"));
            tax.HasKey(row => new { row.SellerId, row.InvoiceId, row.TaxNo });
            tax.HasOne<InvoiceRow>().WithMany().HasForeignKey(row => new { row.SellerId, row.InvoiceId }).OnDelete(DeleteBehavior.Restrict);
            tax.Clustered().BeforeParent();
        });
        model.Entity<InvoiceEventRow>(happened =>
        {
            happened.ToTable("invoice_event", table =>
            {
                table.HasCheckConstraint("ck_invoice_event_no", "event_no >= 1");
                table.HasCheckConstraint("ck_invoice_event_status", "status BETWEEN 3 AND 6");
            });
            happened.HasKey(row => new { row.SellerId, row.InvoiceId, row.EventNo });

            // A document is recorded as sent by its run once, however often that is asked for or interrupted.
            happened.HasIndex(row => new { row.SellerId, row.InvoiceId }).IsUnique().HasFilter("action = 9").HasDatabaseName("IX_invoice_event_delivery");
            happened.HasOne<InvoiceRow>().WithMany().HasForeignKey(row => new { row.SellerId, row.InvoiceId }).OnDelete(DeleteBehavior.Restrict);
            happened.Clustered();
        });
    }
}
