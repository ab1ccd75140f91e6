using Msp.Billing.EntityFrameworkCore.Contracts;
using Msp.Billing.Runs;

namespace Msp.Billing.EntityFrameworkCore.Runs;

/// <summary>Finds contracts that may be billed twice: a new one bills the plan that another one of its customer bills on the same days.</summary>
/// <remarks>Two old contracts of one plan are two sites or two companies, and were looked at when the second was new.</remarks>
internal static class RunDuplicates
{
    private const string New = "NOT EXISTS (SELECT 1 FROM contract_billing AS b WHERE b.seller_id = item.seller_id AND b.contract_id = item.contract_id)";

    /// <summary>Writes the problem of each, in place of those that were written before.</summary>
    internal static void Flag(BillingStore store, long seller, RunHeader run, RunItemWriter items)
    {
        using (var delete = store.Prepare("DELETE FROM run_problem WHERE seller_id = ?1 AND run_id = ?2 AND code = ?3"))
        {
            delete.Bind(1, seller).Bind(2, run.Id).Bind(3, RunProblemCodes.PossibleDuplicate).Run();
        }

        // The first run of a seller takes over what somebody billed before: nothing is new.
        if (run.PreviousId is null || Pairs(store, seller, run) is not { Count: > 0 } pairs)
        {
            return;
        }

        using var contracts = new ContractReader(store, seller);
        using var last = store.Prepare("SELECT coalesce(max(problem_no), 0) FROM run_problem WHERE seller_id = ?1 AND run_id = ?2 AND contract_id = ?3");
        foreach (var (id, number, other, plan) in pairs)
        {
            if (contracts.Find(number) is not { } stored || contracts.Find(other) is not { } older || older.Contract.EndAsKnown(run.KnownAt) <= stored.Contract.Terms.Start)
            {
                continue;
            }

            var place = last.Bind(1, seller).Bind(2, run.Id).Bind(3, id).Step() ? last.Int32(0) : 0;
            last.Reset();
            items.Keep(id, place + 1, RunProblems.PossibleDuplicate(number, other, plan));
        }
    }

    private static List<(long Id, string Number, string Other, string Plan)> Pairs(BillingStore store, long seller, RunHeader run)
    {
        using var rows = store.Prepare(
            $"""
            WITH billed AS MATERIALIZED (
                SELECT item.contract_id, contract.number, contract.customer_id, contract.plan, {New} AS is_new
                FROM run_item AS item JOIN contract ON contract.seller_id = item.seller_id AND contract.contract_id = item.contract_id
                WHERE item.seller_id = ?1 AND item.run_id = ?2 AND item.kind = 1 AND contract.plan IS NOT NULL)
            SELECT one.contract_id, one.number, min(other.number), one.plan
            FROM billed AS one JOIN billed AS other ON other.customer_id = one.customer_id AND other.plan = one.plan AND other.contract_id <> one.contract_id
            WHERE one.is_new AND (NOT other.is_new OR other.contract_id < one.contract_id)
            GROUP BY one.contract_id, one.number, one.plan
            """);
        rows.Bind(1, seller).Bind(2, run.Id);
        var pairs = new List<(long, string, string, string)>();
        while (rows.Step())
        {
            pairs.Add((rows.Int64(0), rows.UniqueText(1), rows.UniqueText(2), rows.Text(3)));
        }

        return pairs;
    }
}
