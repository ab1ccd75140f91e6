namespace Msp.Billing.EntityFrameworkCore.Tests.Invoicing;

public sealed class DocumentSearchOnPostgresTests() : DocumentSearchTests(Provider.Postgres)
{
    private protected override string SortStep => "Sort";

    private protected override IReadOnlyList<string> Plan(BillingStore store, string sql)
    {
        // So small a table is read whole and put in order faster than by any index; what is asked is whether the index can do it.
        store.Execute("SET enable_seqscan = off; SET enable_bitmapscan = off; SET enable_sort = off; SET enable_incremental_sort = off");
        using var plan = store.Prepare("EXPLAIN " + sql);
        var steps = new List<string>();
        while (plan.Step())
        {
            steps.Add(plan.UniqueText(0));
        }

        return steps;
    }
}
