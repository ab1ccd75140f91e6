using System.Buffers.Binary;
using Msp.Billing.EntityFrameworkCore.Contracts;
using Msp.Billing.EntityFrameworkCore.Sqlite;
using Msp.Billing.Invoicing;
using Msp.Billing.Runs;

namespace Msp.Billing.EntityFrameworkCore.Runs;

/// <summary>Drafts every contract of a seller, and keeps for each what it bills and why that is not what the last run billed.</summary>
internal sealed class RunPreviewer : IDisposable
{
    private readonly BillingStore _store;
    private readonly StoredSeller _seller;
    private readonly RunHeader _run;
    private readonly int _chunk;
    private readonly VarianceAnalyzer _analyzer = new();
    private readonly DraftFingerprint _fingerprint = new();
    private readonly Statement _item;
    private readonly Statement _problem;

    internal RunPreviewer(BillingStore store, StoredSeller seller, RunHeader run, int chunk)
    {
        (_store, _seller, _run, _chunk) = (store, seller, run, chunk);
        _item = store.Prepare(
            """
            INSERT INTO run_item(seller_id, run_id, contract_id, outcome, kind, line_count, subtotal, tax, total, previous_total, draft_fingerprint,
                cause_1, cause_2, cause_3, cause_4, cause_5, cause_6, cause_7, cause_8, cause_9, cause_10, cause_11)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22)
            """);
        _problem = store.Prepare(
            "INSERT INTO run_problem(seller_id, run_id, contract_id, problem_no, code, message, fix, blocks) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)");
        _item.Bind(1, seller.Id).Bind(2, run.Id);
        _problem.Bind(1, seller.Id).Bind(2, run.Id);
    }

    public void Dispose()
    {
        _item.Dispose();
        _problem.Dispose();
    }

    internal void Preview(IProgress<RunProgress>? progress, CancellationToken cancellation)
    {
        var total = (int)RunStore.ContractCount(_store, _seller.Id, _run.Through);
        var drafter = new ContractDrafter(_store, _seller.Id, _run);
        using var reader = new ContractReader(_store, _seller.Id);
        var (first, done) = (1L, 0);
        while (PreviewNext(reader, drafter, ref first, ref done))
        {
            progress?.Report(new RunProgress(done, total));
            cancellation.ThrowIfCancellationRequested();
        }

        progress?.Report(new RunProgress(done, total));
    }

    private bool PreviewNext(ContractReader reader, ContractDrafter drafter, ref long first, ref int done)
    {
        using var transaction = _store.Begin();
        var looked = LookAt(reader, drafter, ref first);
        if (looked < _chunk)
        {
            RunStore.Total(_store, _seller.Id, _run);
        }

        transaction.Commit();
        done += looked;
        return looked == _chunk;
    }

    // No read goes on over a commit: a snapshot held that long could not be written from once another program has written.
    private int LookAt(ContractReader reader, ContractDrafter drafter, ref long first)
    {
        var looked = 0;
        foreach (var stored in reader.Read(_run.Through, _run.PreviousId, first))
        {
            Keep(stored, drafter.Draft(stored));
            first = stored.Id + 1;
            if (++looked == _chunk)
            {
                break;
            }
        }

        return looked;
    }

    private void Keep(StoredContract stored, in ContractDraft found)
    {
        var previous = stored.Previous;
        if (found.Outcome == RunOutcome.NotRunning && previous.TotalMinorUnits == 0)
        {
            return;
        }

        var variance = found.Problem is null
            ? _analyzer.Of(stored.Contract, previous, found.Draft, stored.Counts.Span, _run.KnownAt, _run.Through)
            : default(Variance).Plus(VarianceCause.Ended, -previous.TotalMinorUnits);
        _item.Bind(3, stored.Id).Bind(4, (long)found.Outcome).Bind(5, (long?)found.Draft?.Kind).Bind(6, found.Draft?.Lines.Length ?? 0L)
            .Bind(7, found.Draft?.Subtotal.MinorUnits ?? 0L).Bind(8, found.Draft?.Tax.MinorUnits ?? 0L).Bind(9, found.Draft?.Total.MinorUnits ?? 0L)
            .Bind(10, previous.TotalMinorUnits);
        if (found.Draft is { } draft)
        {
            Span<byte> fingerprint = stackalloc byte[DraftFingerprint.Size];
            _fingerprint.Write(draft, fingerprint);
            _item.Bind(11, BinaryPrimitives.ReadInt64LittleEndian(fingerprint));
        }
        else
        {
            _item.BindNull(11);
        }

        foreach (var cause in Variance.Causes)
        {
            _item.Bind(11 + (int)cause, variance[cause]);
        }

        _item.Run();
        KeepProblems(stored, found);
    }

    private void KeepProblems(StoredContract stored, in ContractDraft found)
    {
        var number = 0;
        if (found.Problem is { } problem)
        {
            KeepProblem(stored.Id, ++number, problem);
        }

        foreach (var warning in RunProblems.WarningsOf(found.Draft, stored.Counts.Span))
        {
            KeepProblem(stored.Id, ++number, warning);
        }
    }

    private void KeepProblem(long contractId, int number, RunProblem problem)
    {
        _problem.Bind(3, contractId).Bind(4, number).Bind(5, problem.Code).Bind(6, problem.Message).Bind(7, problem.Fix).Bind(8, problem.Blocks).Run();
    }
}
