using Microsoft.EntityFrameworkCore;

namespace Msp.Billing.EntityFrameworkCore.Schema;

/// <summary>Runs, what they found for each contract, and what stood in their way.</summary>
internal static class RunTables
{
    internal static void Add(ModelBuilder model)
    {
        model.Entity<InvoiceRunRow>(run =>
        {
            run.ToTable("invoice_run", table =>
            {
                table.HasCheckConstraint("ck_invoice_run_status", "status BETWEEN 1 AND 7");
                table.HasCheckConstraint("ck_invoice_run_over", "(status = 6) = (posted_at IS NOT NULL) AND (status = 7) = (cancelled_at IS NOT NULL)");
            });
            run.HasKey(row => new { row.SellerId, row.RunId });
            run.HasIndex(row => new { row.SellerId, row.Number }).IsUnique();

            // Asking twice with one key makes one run.
            run.HasIndex(row => new { row.SellerId, row.RequestKey }).IsUnique().HasFilter("request_key IS NOT NULL");

            // One run at a time: a second start finds the first one instead of making another.
            run.HasIndex(row => row.SellerId).IsUnique().HasFilter("status < 6").HasDatabaseName("IX_invoice_run_open");
            run.HasOne<InvoiceRunRow>().WithMany().HasForeignKey(row => new { row.SellerId, row.PreviousRunId }).OnDelete(DeleteBehavior.Restrict);
            run.Property(row => row.Version).IsConcurrencyToken();
            run.BelongsToSeller();
        });
        model.Entity<RunTotalRow>(total =>
        {
            total.ToTable("run_total");
            total.HasKey(row => new { row.SellerId, row.RunId, row.Currency });
            total.HasOne<InvoiceRunRow>().WithMany().HasForeignKey(row => new { row.SellerId, row.RunId }).OnDelete(DeleteBehavior.Restrict);
            total.Clustered();
        });
        model.Entity<RunItemRow>(item =>
        {
            item.ToTable("run_item", table =>
            {
                table.HasCheckConstraint("ck_run_item_total", "total = subtotal + tax");
                table.HasCheckConstraint("ck_run_item_outcome", "outcome BETWEEN 1 AND 5");
            });
            item.HasKey(row => new { row.SellerId, row.RunId, row.ContractId });
            item.HasOne<InvoiceRunRow>().WithMany().HasForeignKey(row => new { row.SellerId, row.RunId }).OnDelete(DeleteBehavior.Restrict);
            item.HasOne<ContractRow>().WithMany().HasForeignKey(row => new { row.SellerId, row.ContractId }).OnDelete(DeleteBehavior.Restrict);
            item.Clustered();
        });
        model.Entity<RunDecisionRow>(decision =>
        {
            decision.ToTable("run_decision", table =>
            {
                table.HasCheckConstraint("ck_run_decision_kind", "kind BETWEEN 1 AND 5 AND (kind = 3 OR run_id IS NOT NULL OR kind = 5)");
                table.HasCheckConstraint("ck_run_decision_parts", "(kind = 1) = (code IS NOT NULL) AND (kind = 3) = (until_day IS NOT NULL) AND (kind = 4) = (amount IS NOT NULL) AND (kind = 5) = (undoes IS NOT NULL)");
                table.HasCheckConstraint("ck_run_decision_reason", "kind = 1 OR length(trim(reason)) > 0");
            });
            decision.HasKey(row => new { row.SellerId, row.DecisionNo });
            decision.HasIndex(row => new { row.SellerId, row.RunId, row.ContractId });
            decision.HasIndex(row => new { row.SellerId, row.UntilDay }).HasFilter("until_day IS NOT NULL");
            decision.HasIndex(row => new { row.SellerId, row.ContractId });

            // A decision is taken back once.
            decision.HasIndex(row => new { row.SellerId, row.Undoes }).IsUnique().HasFilter("undoes IS NOT NULL");
            decision.HasOne<InvoiceRunRow>().WithMany().HasForeignKey(row => new { row.SellerId, row.RunId }).OnDelete(DeleteBehavior.Restrict);
            decision.HasOne<ContractRow>().WithMany().HasForeignKey(row => new { row.SellerId, row.ContractId }).OnDelete(DeleteBehavior.Restrict);
            decision.HasOne<RunDecisionRow>().WithMany().HasForeignKey(row => new { row.SellerId, row.Undoes }).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<RunScopeRow>(scope =>
        {
            scope.ToTable("run_scope");
            scope.HasKey(row => new { row.SellerId, row.RunId, row.CustomerId });
            scope.HasOne<InvoiceRunRow>().WithMany().HasForeignKey(row => new { row.SellerId, row.RunId }).OnDelete(DeleteBehavior.Restrict);
            scope.HasOne<CustomerRow>().WithMany().HasForeignKey(row => new { row.SellerId, row.CustomerId }).OnDelete(DeleteBehavior.Restrict);
            scope.Clustered();
        });
        model.Entity<RunSettingRow>(setting =>
        {
            setting.ToTable("run_setting");
            setting.HasKey(row => row.SellerId);
            setting.BelongsToSeller();
        });
        model.Entity<RunProblemRow>(problem =>
        {
            problem.ToTable("run_problem");
            problem.HasKey(row => new { row.SellerId, row.RunId, row.ContractId, row.ProblemNo });
            problem.HasOne<InvoiceRunRow>().WithMany().HasForeignKey(row => new { row.SellerId, row.RunId }).OnDelete(DeleteBehavior.Restrict);
            problem.HasOne<ContractRow>().WithMany().HasForeignKey(row => new { row.SellerId, row.ContractId }).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
