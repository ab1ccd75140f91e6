using Msp.Billing.Runs;

namespace Msp.Billing.EntityFrameworkCore.Runs;

/// <summary>What a run is told besides the contracts: whom it is for, what people decided, what the run before left out. Read once; safe to read from several threads.</summary>
internal sealed class RunBrief
{
    private RunBrief(RunThresholds thresholds, Dictionary<long, RunExclusion> exclusions, HashSet<long> leftOutBefore, HashSet<long>? scope) =>
        (Thresholds, Exclusions, LeftOutBefore, Scope) = (thresholds, exclusions, leftOutBefore, scope);

    internal RunThresholds Thresholds { get; }

    /// <summary>The contracts that are not billed because somebody said so.</summary>
    internal IReadOnlyDictionary<long, RunExclusion> Exclusions { get; }

    /// <summary>The contracts that the run before left out.</summary>
    internal IReadOnlySet<long> LeftOutBefore { get; }

    /// <summary>What is asked about each draft; null for nothing.</summary>
    internal IDraftChecks? Checks { get; private init; }

    /// <summary>The customers that it is for; null for all.</summary>
    internal IReadOnlySet<long>? Scope { get; }

    internal static RunBrief Of(BillingStore store, long seller, RunHeader run, IDraftChecks? checks)
    {
        var exclusions = new Dictionary<long, RunExclusion>();
        using (var rows = store.Prepare(
            $"""
            SELECT contract_id, kind, decision_no FROM run_decision AS d WHERE seller_id = ?1 AND run_id = ?2 AND kind = 2 AND {RunDecisions.Stands}
            UNION ALL
            SELECT contract_id, kind, decision_no FROM run_decision AS d WHERE seller_id = ?1 AND until_day > ?3 AND kind = 3 AND {RunDecisions.Stands}
            """))
        {
            rows.Bind(1, seller).Bind(2, run.Id).Bind(3, run.Through);
            while (rows.Step())
            {
                exclusions[rows.Int64(0)] = new RunExclusion((RunDecisionKind)rows.Int32(1), rows.Int64(2));
            }
        }

        var leftOut = run.PreviousId is { } previous
            ? Ids(store, "SELECT contract_id FROM run_item WHERE seller_id = ?1 AND run_id = ?2 AND outcome = 5", seller, previous)
            : [];
        var scope = Ids(store, "SELECT customer_id FROM run_scope WHERE seller_id = ?1 AND run_id = ?2", seller, run.Id);
        return new RunBrief(RunSettings.Of(store, seller), exclusions, leftOut, scope.Count == 0 ? null : scope) { Checks = checks };
    }

    private static HashSet<long> Ids(BillingStore store, string sql, long seller, long run)
    {
        var ids = new HashSet<long>();
        using Statement rows = store.Prepare(sql);
        rows.Bind(1, seller).Bind(2, run);
        while (rows.Step())
        {
            ids.Add(rows.Int64(0));
        }

        return ids;
    }
}
