using Microsoft.EntityFrameworkCore;

namespace Msp.Billing.EntityFrameworkCore.Schema;

/// <summary>Runs that several workers share.</summary>
internal static class ChunkTables
{
    internal static void Add(ModelBuilder model)
    {
        model.Entity<RunPlanRow>(plan =>
        {
            plan.ToTable("run_plan", table =>
            {
                table.HasCheckConstraint("ck_run_plan_paused", "(paused_at IS NULL) = (paused_by IS NULL)");
                table.HasCheckConstraint("ck_run_plan_posting", "(posting_at IS NULL) = (posting_by IS NULL)");
            });
            plan.HasKey(row => new { row.SellerId, row.RunId });
            plan.HasOne<InvoiceRunRow>().WithMany().HasForeignKey(row => new { row.SellerId, row.RunId }).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<RunChunkRow>(chunk =>
        {
            chunk.ToTable("run_chunk", table =>
            {
                table.HasCheckConstraint("ck_run_chunk_status", "status BETWEEN 1 AND 4 AND (status = 3) = (done_at IS NOT NULL)");
                table.HasCheckConstraint("ck_run_chunk_range", "first_contract_id >= 1 AND last_contract_id >= first_contract_id");
                table.HasCheckConstraint("ck_run_chunk_counts", "starts >= 0 AND contract_count >= 0");
            });
            chunk.HasKey(row => new { row.SellerId, row.RunId, row.ChunkNo });
            chunk.HasOne<RunPlanRow>().WithMany().HasForeignKey(row => new { row.SellerId, row.RunId }).OnDelete(DeleteBehavior.Restrict);

            // What workers look for every few seconds: the chunks that are not done, among the many of earlier months that are.
            chunk.HasIndex(row => new { row.SellerId, row.RunId, row.ChunkNo }).HasFilter("status < 3").HasDatabaseName("IX_run_chunk_waiting");
        });
    }
}
