using Microsoft.EntityFrameworkCore;

namespace Msp.Billing.EntityFrameworkCore.Schema;

/// <summary>Corrections of posted documents.</summary>
internal static class CorrectionTables
{
    internal static void Add(ModelBuilder model) => model.Entity<CorrectionRow>(correction =>
    {
        correction.ToTable("correction", table =>
        {
            table.HasCheckConstraint("ck_correction_kind", "kind BETWEEN 1 AND 3 AND as_discount IN (0, 1) AND (kind = 3 OR as_discount = 0) AND (kind <> 3 OR length(lines) = 0)");
            table.HasCheckConstraint("ck_correction_figures", "given > 0 AND (billed IS NULL OR kind = 2) AND length(trim(reason)) > 0");
            table.HasCheckConstraint("ck_correction_decision", "(decision IS NULL) = (decided_by IS NULL) AND (decision IS NULL) = (decided_at IS NULL) AND (decision IS NULL OR decision BETWEEN 1 AND 2)");
            table.HasCheckConstraint("ck_correction_result", "(note_id IS NOT NULL) = (decision IS NOT NULL AND decision = 1 AND kind < 3) AND (rebilled_id IS NULL OR note_id IS NOT NULL)");
        });
        correction.HasKey(row => new { row.SellerId, row.CorrectionNo });
        correction.HasIndex(row => new { row.SellerId, row.InvoiceId }, "IX_correction_invoice");

        // One at a time waits for a document: its figures depend on what was corrected before.
        correction.HasIndex(row => new { row.SellerId, row.InvoiceId }, "IX_correction_waiting").IsUnique().HasFilter("decision IS NULL");
        correction.HasIndex(row => new { row.SellerId, row.NoteId }).IsUnique().HasFilter("note_id IS NOT NULL");
        correction.HasIndex(row => new { row.SellerId, row.RebilledId }).IsUnique().HasFilter("rebilled_id IS NOT NULL");
        correction.HasOne<InvoiceRow>().WithMany().HasForeignKey(row => new { row.SellerId, row.InvoiceId }).OnDelete(DeleteBehavior.Restrict);
        correction.HasOne<InvoiceRow>().WithMany().HasForeignKey(row => new { row.SellerId, row.NoteId }).OnDelete(DeleteBehavior.Restrict);
        correction.HasOne<InvoiceRow>().WithMany().HasForeignKey(row => new { row.SellerId, row.RebilledId }).OnDelete(DeleteBehavior.Restrict);
    });
}
