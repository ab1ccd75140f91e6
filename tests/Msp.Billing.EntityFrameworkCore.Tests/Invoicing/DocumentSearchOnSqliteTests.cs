namespace Msp.Billing.EntityFrameworkCore.Tests.Invoicing;

public sealed class DocumentSearchOnSqliteTests() : DocumentSearchTests(Provider.Sqlite)
{
    private protected override string SortStep => "TEMP B-TREE";

    private protected override IReadOnlyList<string> Plan(BillingStore store, string sql)
    {
        using var plan = store.Prepare("EXPLAIN QUERY PLAN " + sql);
        var steps = new List<string>();
        while (plan.Step())
        {
            steps.Add(plan.UniqueText(3));
        }

        return steps;
    }
}
