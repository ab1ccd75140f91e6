using System.Collections.Immutable;
using Msp.Billing.Amounts;
using Msp.Billing.Runs;

namespace Msp.Billing.EntityFrameworkCore.Runs;

/// <summary>The rows of what people decided while reviewing runs.</summary>
internal static class RunDecisions
{
    /// <summary>True for a decision <c>d</c> that was not taken back.</summary>
    internal const string Stands = "NOT EXISTS (SELECT 1 FROM run_decision AS undo WHERE undo.seller_id = d.seller_id AND undo.undoes = d.decision_no)";

    /// <summary>True for a problem <c>p</c> of an item <c>item</c> that nobody checked, or not as it is billed now.</summary>
    internal const string IsUnchecked =
        $"""
        NOT EXISTS (SELECT 1 FROM run_decision AS d WHERE d.seller_id = p.seller_id AND d.run_id = p.run_id AND d.contract_id = p.contract_id
            AND d.kind = 1 AND d.code = p.code AND d.draft_fingerprint = item.draft_fingerprint AND {Stands})
        """;

    private const string Select =
        $"""
        SELECT d.decision_no, contract.number, d.kind, d.reason, d.author, d.at, d.code, d.until_day, d.amount, contract.currency, d.undoes,
            NOT ({Stands}) OR (d.kind = 1 AND item.draft_fingerprint IS DISTINCT FROM d.draft_fingerprint), d.run_id, d.contract_id, d.amendment_no
        FROM run_decision AS d
        JOIN contract ON contract.seller_id = d.seller_id AND contract.contract_id = d.contract_id
        LEFT JOIN run_item AS item ON item.seller_id = d.seller_id AND item.run_id = d.run_id AND item.contract_id = d.contract_id
        """;

    /// <summary>Appends a decision.</summary>
    /// <returns>Its number.</returns>
    internal static long Append(
        BillingStore store, long seller, long? run, long contract, RunDecisionKind kind, string reason, string author, DateTimeOffset at,
        string? code = null, long? fingerprint = null, DateOnly? until = null, long? amount = null, int? amendment = null, long? undoes = null)
    {
        using var last = store.Prepare("SELECT max(decision_no) FROM run_decision WHERE seller_id = ?1");
        var number = 1 + (last.Bind(1, seller).Step() && !last.IsNull(0) ? last.Int64(0) : 0);
        using var insert = store.Prepare(
            """
            INSERT INTO run_decision(seller_id, decision_no, run_id, contract_id, kind, code, draft_fingerprint, until_day, amount, amendment_no, undoes, reason, author, at)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)
            """);
        insert.Bind(1, seller).Bind(2, number).Bind(3, run).Bind(4, contract).Bind(5, (long)kind).Bind(6, code).Bind(7, fingerprint).Bind(8, until).Bind(9, amount)
            .Bind(10, (long?)amendment).Bind(11, undoes).Bind(12, reason).Bind(13, author).Bind(14, at).Run();
        return number;
    }

    /// <summary>Every decision of a run, the latest first, with the holds that keep contracts out of it.</summary>
    internal static ImmutableArray<RunDecision> Of(BillingStore store, long seller, RunHeader run)
    {
        using var rows = store.Prepare($"{Select} WHERE d.seller_id = ?1 AND (d.run_id = ?2 OR (d.kind = 3 AND d.until_day > ?3 AND {Stands})) ORDER BY d.decision_no DESC");
        return ReadAll(rows.Bind(1, seller).Bind(2, run.Id).Bind(3, run.Through));
    }

    /// <summary>What was decided about one contract of a run, the latest first, with what holds it.</summary>
    internal static ImmutableArray<RunDecision> Of(BillingStore store, long seller, RunHeader run, long contract)
    {
        using var rows = store.Prepare(
            $"{Select} WHERE d.seller_id = ?1 AND d.contract_id = ?4 AND (d.run_id = ?2 OR (d.kind = 3 AND d.until_day > ?3 AND {Stands})) ORDER BY d.decision_no DESC");
        return ReadAll(rows.Bind(1, seller).Bind(2, run.Id).Bind(3, run.Through).Bind(4, contract));
    }

    /// <summary>One decision with its keys; null where there is none.</summary>
    internal static (RunDecision Decision, long? RunId, long ContractId, int? Amendment)? Find(BillingStore store, long seller, long number)
    {
        using var row = store.Prepare(Select + " WHERE d.seller_id = ?1 AND d.decision_no = ?2");
        return row.Bind(1, seller).Bind(2, number).Step()
            ? (Read(row), row.IsNull(12) ? null : row.Int64(12), row.Int64(13), row.IsNull(14) ? null : row.Int32(14))
            : null;
    }

    private static ImmutableArray<RunDecision> ReadAll(Statement rows)
    {
        var decisions = ImmutableArray.CreateBuilder<RunDecision>();
        while (rows.Step())
        {
            decisions.Add(Read(rows));
        }

        return decisions.ToImmutable();
    }

    private static RunDecision Read(Statement row) => new(
        row.Int64(0), row.Text(1), (RunDecisionKind)row.Int32(2), row.Text(3), row.Text(4), row.Instant(5))
    {
        Code = row.TextOrNull(6),
        Until = row.DayOrNull(7),
        Amount = row.IsNull(8) ? null : Money.FromMinorUnits(row.Int64(8), Currency.FromCode(row.Text(9))),
        Undoes = row.IsNull(10) ? null : row.Int64(10),
        IsOver = row.Boolean(11),
    };
}
