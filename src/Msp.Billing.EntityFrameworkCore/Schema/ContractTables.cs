using Microsoft.EntityFrameworkCore;
using Msp.Billing.Contracts;

namespace Msp.Billing.EntityFrameworkCore.Schema;

/// <summary>Contracts, their lines and amendments, what was counted for them, and how far they are billed.</summary>
internal static class ContractTables
{
    internal const string SellerId = "SellerId";
    internal const string ContractId = "ContractId";

    internal static void Add(ModelBuilder model)
    {
        model.Entity<ContractRow>(contract =>
        {
            contract.ToTable("contract", table =>
            {
                table.HasCheckConstraint("ck_contract_days", "end_day IS NULL OR end_day >= start_day");
                table.HasCheckConstraint("ck_contract_anchor", "anchor_day_of_month BETWEEN 1 AND 31");
                table.HasCheckConstraint("ck_contract_initial_status", "initial_status IN (1, 3)");
            });
            contract.HasKey(row => new { row.SellerId, row.ContractId });
            contract.HasIndex(row => new { row.SellerId, row.Number }).IsUnique();
            contract.HasIndex(row => new { row.SellerId, row.CustomerId });
            contract.HasOne<CustomerRow>().WithMany().HasForeignKey(row => new { row.SellerId, row.CustomerId }).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<ContractLineRow>(line =>
        {
            line.ToTable("contract_line", table =>
            {
                table.HasCheckConstraint("ck_contract_line_quantity", "quantity >= 0 AND committed_quantity >= 0");
                table.HasCheckConstraint("ck_contract_line_price", "price >= 0");
            });
            line.HasKey(row => new { row.SellerId, row.ContractId, row.LineId });
            line.HasOne<ContractRow>().WithMany().HasForeignKey(row => new { row.SellerId, row.ContractId }).OnDelete(DeleteBehavior.Restrict);
            line.Clustered();
        });
        model.Entity<AmendmentRow>(amendment =>
        {
            amendment.ToTable("amendment", table =>
            {
                table.HasCheckConstraint("ck_amendment_number", "number >= 1");
                table.HasCheckConstraint("ck_amendment_kind", "kind BETWEEN 1 AND 9");
            });
            amendment.HasKey(row => new { row.SellerId, row.ContractId, row.Number });
            amendment.HasOne<ContractRow>().WithMany().HasForeignKey(row => new { row.SellerId, row.ContractId }).OnDelete(DeleteBehavior.Restrict);
            amendment.Clustered();
        });
        model.Entity<UsageCountRow>(count =>
        {
            count.ToTable("usage_count", table => table.HasCheckConstraint("ck_usage_count_quantity", "quantity >= 0"));
            count.HasKey(row => new { row.SellerId, row.ContractId, row.LineId, row.Day, row.RecordedAt });

            // Finds what became known after a contract was billed, without reading all that was known before.
            count.HasIndex(row => new { row.SellerId, row.ContractId, row.RecordedAt });
            count.HasOne<ContractRow>().WithMany().HasForeignKey(row => new { row.SellerId, row.ContractId }).OnDelete(DeleteBehavior.Restrict);
            count.Clustered();
        });
        model.Entity<ContractBillingRow>(billing =>
        {
            billing.ToTable("contract_billing");
            billing.HasKey(row => new { row.SellerId, row.ContractId });
            billing.HasOne<ContractRow>().WithMany().HasForeignKey(row => new { row.SellerId, row.ContractId }).OnDelete(DeleteBehavior.Restrict);
            billing.Clustered();
        });

        // A copy for lists and searches: made anew from the contracts, never written to by anything else.
        model.Entity<ContractSummary>(summary =>
        {
            summary.ToTable("contract_summary");
            summary.Property<long>(SellerId);
            summary.Property<long>(ContractId);
            summary.HasKey(SellerId, ContractId);
            summary.HasIndex(SellerId, nameof(ContractSummary.NextDue));

            // Lists are read in the order of numbers or decisions, a customer's by its number; the overview counts.
            summary.HasIndex(SellerId, nameof(ContractSummary.Number));
            summary.HasIndex(SellerId, nameof(ContractSummary.Customer));
            summary.HasIndex(SellerId, nameof(ContractSummary.Status));
            summary.HasIndex(SellerId, nameof(ContractSummary.DecisionDay), nameof(ContractSummary.Number));
            summary.HasIndex(SellerId, nameof(ContractSummary.End));
            summary.HasOne<ContractRow>().WithMany().HasForeignKey(SellerId, ContractId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
