namespace Msp.Billing.EntityFrameworkCore.Tests;

/// <summary>How a database goes about a question.</summary>
internal static class QueryPlan
{
    /// <summary>What stands in a step that sorts.</summary>
    internal static string SortStep(Provider provider) => provider == Provider.Postgres ? "Sort" : "TEMP B-TREE";

    /// <summary>The steps.</summary>
    internal static IReadOnlyList<string> Of(Provider provider, BillingStore store, string sql)
    {
        if (provider == Provider.Postgres)
        {
            // So small a table is read whole and put in order faster than by any index; what is asked is whether the index can do it.
            store.Execute("SET enable_seqscan = off; SET enable_bitmapscan = off; SET enable_sort = off; SET enable_incremental_sort = off");
        }

        using var plan = store.Prepare((provider == Provider.Postgres ? "EXPLAIN " : "EXPLAIN QUERY PLAN ") + sql);
        var steps = new List<string>();
        while (plan.Step())
        {
            steps.Add(plan.UniqueText(provider == Provider.Postgres ? 0 : 3));
        }

        return steps;
    }
}
