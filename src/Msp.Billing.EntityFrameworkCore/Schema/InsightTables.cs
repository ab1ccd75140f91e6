using Microsoft.EntityFrameworkCore;

namespace Msp.Billing.EntityFrameworkCore.Schema;

/// <summary>Figures by month and contract: copies, made anew from contracts and documents, never written to by anything else.</summary>
internal static class InsightTables
{
    internal static void Add(ModelBuilder model)
    {
        model.Entity<InsightMonthRow>(month =>
        {
            month.ToTable("insight_month");
            month.HasKey(row => new { row.SellerId, row.Month });
            month.BelongsToSeller();
        });
        model.Entity<InsightContractMonthRow>(month =>
        {
            month.ToTable("insight_contract_month", table => table.HasCheckConstraint(
                "ck_insight_contract_month_sums", "mrr = opening + more + fewer + price AND invoiced = mrr + part_1 + part_2 + part_3 + part_4 + part_5 + part_6 + part_7 + part_8 + part_9"));
            month.HasKey(row => new { row.SellerId, row.Month, row.ContractId });
            month.HasOne<ContractRow>().WithMany().HasForeignKey(row => new { row.SellerId, row.ContractId }).OnDelete(DeleteBehavior.Cascade);
            month.Clustered();
        });
        model.Entity<InsightContractRow>(contract =>
        {
            contract.ToTable("insight_contract");
            contract.HasKey(row => new { row.SellerId, row.ContractId });
            contract.HasOne<ContractRow>().WithMany().HasForeignKey(row => new { row.SellerId, row.ContractId }).OnDelete(DeleteBehavior.Cascade);
            contract.Clustered();
        });
        model.Entity<InsightLeakRow>(leak =>
        {
            leak.ToTable("insight_leak", table => table.HasCheckConstraint("ck_insight_leak_kind", "kind BETWEEN 1 AND 3"));
            leak.HasKey(row => new { row.SellerId, row.ContractId, row.LineId });
            leak.HasOne<ContractRow>().WithMany().HasForeignKey(row => new { row.SellerId, row.ContractId }).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
