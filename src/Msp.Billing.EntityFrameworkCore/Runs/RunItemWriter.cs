using Msp.Billing.EntityFrameworkCore.Json;
using Msp.Billing.Runs;

namespace Msp.Billing.EntityFrameworkCore.Runs;

/// <summary>Keeps what a run found for contracts, with what is wrong with them.</summary>
internal sealed class RunItemWriter : IDisposable
{
    private readonly Statement _item;
    private readonly Statement _problem;

    internal RunItemWriter(BillingStore store, long seller, long run)
    {
        _item = store.PrepareInsert(
            $"""
            INSERT INTO run_item(seller_id, run_id, contract_id, outcome, kind, line_count, subtotal, tax, total, previous_total, draft_fingerprint, {RunStore.CauseColumns})
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23)
            """);
        _problem = store.PrepareInsert(
            """
            INSERT INTO run_problem(seller_id, run_id, contract_id, problem_no, code, message, fix, blocks, is_notice, facts_json)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
            """);
        _item.Bind(1, seller).Bind(2, run);
        _problem.Bind(1, seller).Bind(2, run);
    }

    public void Dispose()
    {
        _item.Dispose();
        _problem.Dispose();
    }

    internal void Keep(PreviewedContract looked)
    {
        if (!looked.IsKept)
        {
            return;
        }

        _item.Bind(3, looked.ContractId).Bind(4, (long)looked.Outcome).Bind(5, (long?)looked.Kind).Bind(6, looked.LineCount)
            .Bind(7, looked.Subtotal).Bind(8, looked.Tax).Bind(9, looked.Total).Bind(10, looked.PreviousTotal).Bind(11, looked.Fingerprint);
        foreach (var cause in Variance.Causes)
        {
            _item.Bind(11 + (int)cause, looked.Variance[cause]);
        }

        _item.Run();
        var number = 0;
        foreach (var problem in looked.Problems)
        {
            Keep(looked.ContractId, ++number, problem);
        }
    }

    internal void Keep(long contractId, int number, RunProblem problem) =>
        _problem.Bind(3, contractId).Bind(4, number).Bind(5, problem.Code).Bind(6, problem.Message).Bind(7, problem.Fix).Bind(8, problem.Blocks).Bind(9, problem.IsNotice)
            .Bind(10, RunFactJson.Of(problem.Facts)).Run();
}
