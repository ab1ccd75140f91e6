using System.Collections.Immutable;
using Msp.Billing.Amounts;
using Msp.Billing.EntityFrameworkCore.Contracts;
using Msp.Billing.EntityFrameworkCore.Invoicing;
using Msp.Billing.Invoicing;
using Msp.Billing.Rating;
using Msp.Billing.Runs;

namespace Msp.Billing.EntityFrameworkCore.Runs;

/// <summary>Reads runs for those who review them: by need, by cause, contract by contract. Changes nothing.</summary>
/// <param name="store">Where the runs are.</param>
/// <param name="sellerId">Whose runs.</param>
public sealed class RunBook(BillingStore store, long sellerId)
{
    private static readonly string AnyCause = string.Join(" OR ", RunStore.CauseNumbers.Select(cause => $"item.cause_{cause} <> 0"));

    private static readonly string Looked =
        $"""
        WITH flagged AS (
            SELECT item.*, contract.number AS contract_number, contract.currency, customer.name AS customer_name,
                (SELECT min(CASE WHEN p.blocks = 1 THEN 1 WHEN p.is_notice = 1 THEN 3 ELSE 2 END) FROM run_problem AS p
                    WHERE p.seller_id = item.seller_id AND p.run_id = item.run_id AND p.contract_id = item.contract_id AND {RunDecisions.IsUnchecked}) AS flag
            FROM run_item AS item
            JOIN contract ON contract.seller_id = item.seller_id AND contract.contract_id = item.contract_id
            LEFT JOIN customer ON customer.seller_id = contract.seller_id AND customer.customer_id = contract.customer_id
            WHERE item.seller_id = ?1 AND item.run_id = ?2),
        looked AS (
            SELECT item.*, CASE WHEN outcome = 5 THEN 5 WHEN flag IS NOT NULL THEN 1 WHEN kind IS NULL THEN 4 WHEN {AnyCause} THEN 2 ELSE 3 END AS need FROM flagged AS item)
        """;

    /// <summary>Runs, the newest first.</summary>
    /// <param name="limit">At most so many.</param>
    public ImmutableArray<RunSummary> All(int limit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        var ids = new List<long>();
        using (var rows = store.Prepare("SELECT run_id FROM invoice_run WHERE seller_id = ?1 ORDER BY run_id DESC LIMIT ?2"))
        {
            rows.Bind(1, sellerId).Bind(2, (long)limit);
            while (rows.Step())
            {
                ids.Add(rows.Int64(0));
            }
        }

        return [.. ids.Select(id => RunStore.Summary(store, sellerId, id))];
    }

    /// <summary>A run; null where there is none.</summary>
    /// <param name="number">Its number.</param>
    public RunSummary? Find(string number) => RunStore.ByNumber(store, sellerId, number) is { } run ? RunStore.Summary(store, sellerId, run.Id) : null;

    /// <summary>The run that is neither posted nor cancelled; null when there is none.</summary>
    public RunSummary? Open() => RunStore.Open(store, sellerId) is { } run ? RunStore.Summary(store, sellerId, run.Id) : null;

    /// <summary>How many contracts of a run have each need.</summary>
    /// <param name="number">The run's number.</param>
    public ImmutableSortedDictionary<RunNeed, int> Needs(string number)
    {
        var needs = ImmutableSortedDictionary.CreateBuilder<RunNeed, int>();
        using var rows = Prepared(number, Looked + " SELECT need, count(*) FROM looked GROUP BY need");
        while (rows.Step())
        {
            needs.Add((RunNeed)rows.Int32(0), rows.Int32(1));
        }

        return needs.ToImmutable();
    }

    /// <summary>How many contracts of a run have something that blocks its approval, and that nobody checked.</summary>
    /// <param name="number">The run's number.</param>
    public int Blocked(string number) => RunStore.ByNumber(store, sellerId, number) is { } run ? RunStore.Unresolved(store, sellerId, run.Id) : 0;

    /// <summary>How many contracts of a run have each kind of flag that nobody checked, by its code, those that block first.</summary>
    /// <param name="number">The run's number.</param>
    public ImmutableArray<(string Code, RunConcern Concern, int Contracts)> Flags(string number)
    {
        using var rows = Prepared(
            number,
            $"""
            SELECT p.code, CASE WHEN p.blocks = 1 THEN 1 WHEN p.is_notice = 1 THEN 3 ELSE 2 END AS concern, count(DISTINCT p.contract_id) FROM run_problem AS p
            JOIN run_item AS item ON item.seller_id = p.seller_id AND item.run_id = p.run_id AND item.contract_id = p.contract_id
            WHERE p.seller_id = ?1 AND p.run_id = ?2 AND {RunDecisions.IsUnchecked}
            GROUP BY p.code, concern ORDER BY concern, p.code
            """);
        var flags = ImmutableArray.CreateBuilder<(string, RunConcern, int)>();
        while (rows.Step())
        {
            flags.Add((rows.Text(0), (RunConcern)rows.Int32(1), rows.Int32(2)));
        }

        return flags.ToImmutable();
    }

    /// <summary>What was decided about a run, the latest first, with the holds that keep contracts out of it.</summary>
    /// <param name="number">The run's number.</param>
    public ImmutableArray<RunDecision> Decisions(string number) => RunStore.ByNumber(store, sellerId, number) is { } run ? RunDecisions.Of(store, sellerId, run) : [];

    /// <summary>Whether a credit was given or taken back that the run's preview does not know: it must be built again.</summary>
    /// <param name="number">The run's number.</param>
    public bool HasUnseenCredit(string number) => RunStore.ByNumber(store, sellerId, number) is { } run && RunStore.HasUnseenCredit(store, sellerId, run);

    /// <summary>Whether somebody left contracts of a run out, held them or gave a credit, and so cannot approve it as the second person.</summary>
    /// <param name="number">The run's number.</param>
    /// <param name="author">Who.</param>
    public bool HasDecided(string number, string author) => RunStore.ByNumber(store, sellerId, number) is { } run && RunStore.HasDecided(store, sellerId, run.Id, author);

    /// <summary>How many contracts of a run each cause moved.</summary>
    /// <param name="number">The run's number.</param>
    /// <param name="currency">In this currency.</param>
    public ImmutableSortedDictionary<VarianceCause, int> Moved(string number, Currency currency)
    {
        var sums = string.Join(", ", RunStore.CauseNumbers.Select(cause => $"count(*) FILTER (WHERE item.cause_{cause} <> 0)"));
        using var rows = Prepared(
            number,
            $"SELECT {sums} FROM run_item AS item JOIN contract ON contract.seller_id = item.seller_id AND contract.contract_id = item.contract_id WHERE item.seller_id = ?1 AND item.run_id = ?2 AND contract.currency = ?3");
        rows.Bind(3, currency.Code);
        var moved = ImmutableSortedDictionary.CreateBuilder<VarianceCause, int>();
        if (rows.Step())
        {
            foreach (var cause in Variance.Causes)
            {
                moved.Add(cause, rows.Int32((int)cause - 1));
            }
        }

        return moved.ToImmutable();
    }

    /// <summary>How many contracts of a run are wanted.</summary>
    /// <param name="number">The run's number.</param>
    /// <param name="filter">Which; pages do not matter.</param>
    public int Count(string number, RunItemFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        using var rows = Prepared(number, $"{Looked} SELECT count(*) FROM looked {Where(filter)}");
        Restrict(rows, filter);
        return rows.Step() ? rows.Int32(0) : 0;
    }

    /// <summary>The contracts of a run that are wanted: those that block first, then the largest change.</summary>
    /// <param name="number">The run's number.</param>
    /// <param name="filter">Which.</param>
    public ImmutableArray<RunReviewItem> Items(string number, RunItemFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentOutOfRangeException.ThrowIfLessThan(filter.Take, 1);
        return Read(number, filter, contract: null);
    }

    /// <summary>One contract of a run with its document and that of the run before; null where the run says nothing of it.</summary>
    /// <param name="number">The run's number.</param>
    /// <param name="contract">The contract's number.</param>
    public RunContract? Contract(string number, string contract)
    {
        if (RunStore.ByNumber(store, sellerId, number) is not { } run || Read(number, new RunItemFilter { Take = 1 }, contract) is not [var review])
        {
            return null;
        }

        using var documents = new DocumentReader(store, sellerId);
        using var contracts = new ContractReader(store, sellerId);
        var previous = run.PreviousId is { } before && NumberOf(before, contract) is { } posted ? documents.Find(posted)?.Document : null;
        var (document, explanation) = review.Item.Document is { } issued
            ? Issued(documents, issued)
            : run.Status is RunStatus.Cancelled ? (null, null) : Drafted(contracts, run, contract);
        return new RunContract(review, document, explanation, previous);
    }

    /// <summary>The next number of the series in which a run's invoices will stand.</summary>
    /// <param name="issueDay">The day on the documents.</param>
    public string NextNumber(DateOnly issueDay)
    {
        var series = DocumentSeries.For(DocumentKind.Invoice, issueDay);
        using var row = store.Prepare("SELECT next_sequence FROM document_series WHERE seller_id = ?1 AND series = ?2");
        return series.Number(row.Bind(1, sellerId).Bind(2, series.Code).Step() ? row.Int64(0) : 1);
    }

    /// <summary>Whether the totals of a run are the sums of its contracts, and the causes the whole difference to the run before, in every currency.</summary>
    /// <param name="number">The run's number.</param>
    public bool Agrees(string number)
    {
        if (Find(number) is not { } run)
        {
            return false;
        }

        var sums = new Dictionary<string, (long Total, long Previous)>(StringComparer.Ordinal);
        using var rows = Prepared(
            number,
            """
            SELECT contract.currency, sum(item.total), sum(item.previous_total)
            FROM run_item AS item JOIN contract ON contract.seller_id = item.seller_id AND contract.contract_id = item.contract_id
            WHERE item.seller_id = ?1 AND item.run_id = ?2 GROUP BY contract.currency
            """);
        while (rows.Step())
        {
            sums.Add(rows.Text(0), (rows.Int64(1), rows.Int64(2)));
        }

        return sums.Count == run.Totals.Length && run.Totals.All(total =>
            sums.TryGetValue(total.Currency.Code, out var sum) && sum == (total.TotalMinorUnits, total.PreviousMinorUnits) &&
            total.Variance.MinorUnits == total.TotalMinorUnits - total.PreviousMinorUnits);
    }

    private (PostedDocument? Document, Explanation? Explanation) Issued(DocumentReader documents, string number) =>
        documents.Find(number)?.Document is { } document ? (document, new DocumentArithmetic(store, sellerId).Of(document)) : (null, null);

    private (PostedDocument? Document, Explanation? Explanation) Drafted(ContractReader contracts, RunHeader run, string contract)
    {
        if (contracts.IdOf(contract) is not { } id || contracts.Read(run.Through, run.PreviousId, id, id).FirstOrDefault() is not { } stored)
        {
            return (null, null);
        }

        var drafter = new ContractDrafter(store, sellerId, run);
        if (drafter.Draft(stored).Draft is not { } draft)
        {
            return (null, null);
        }

        var document = PostedDocument.Of(draft, "", 1, run.KnownAt, CanonicalDocument.NoPredecessor);
        try
        {
            return (document, DocumentExplainer.Explain(draft, drafter.RequestFor(stored)));
        }
        catch (InvalidOperationException)
        {
            return (document, null);
        }
    }

    private string? NumberOf(long run, string contract)
    {
        using var row = store.Prepare(
            "SELECT i.number FROM invoice AS i JOIN contract AS c ON c.seller_id = i.seller_id AND c.contract_id = i.contract_id WHERE i.seller_id = ?1 AND i.run_id = ?2 AND c.number = ?3");
        return row.Bind(1, sellerId).Bind(2, run).Bind(3, contract).Step() ? row.UniqueText(0) : null;
    }

    private ImmutableArray<RunReviewItem> Read(string number, RunItemFilter filter, string? contract)
    {
        if (RunStore.ByNumber(store, sellerId, number) is not { } run)
        {
            return [];
        }

        using var problems = store.Prepare(
            """
            SELECT ?4, code, message, fix, blocks, is_notice, facts_json FROM run_problem WHERE seller_id = ?1 AND run_id = ?2 AND contract_id = ?3
            ORDER BY blocks DESC, is_notice, problem_no
            """);
        problems.Bind(1, sellerId).Bind(2, run.Id);
        var items = ImmutableArray.CreateBuilder<RunReviewItem>();
        using var rows = Prepared(
            number,
            $"""
            {Looked}
            SELECT contract_number, customer_name, outcome, line_count, subtotal, tax, previous_total, currency,
                (SELECT i.number FROM invoice AS i WHERE i.seller_id = ?1 AND i.run_id = ?2 AND i.contract_id = looked.contract_id), need, flag, contract_id, {RunStore.CauseColumns}
            FROM looked {Where(filter)} AND (?6 IS NULL OR contract_number = ?6)
            ORDER BY coalesce(flag, 9), abs(total - previous_total) DESC, contract_id LIMIT ?7 OFFSET ?8
            """);
        Restrict(rows, filter);
        rows.Bind(6, contract).Bind(7, (long)filter.Take).Bind(8, (long)Math.Max(0, filter.Skip));
        while (rows.Step())
        {
            var currency = Currency.FromCode(rows.Text(7));
            var item = new RunItem(
                rows.UniqueText(0), rows.TextOrNull(1) ?? "", (RunOutcome)rows.Int32(2), rows.Int32(3), Money.FromMinorUnits(rows.Int64(4), currency),
                Money.FromMinorUnits(rows.Int64(5), currency), Money.FromMinorUnits(rows.Int64(6), currency), RunStore.VarianceAt(rows, 12), rows.TextOrNull(8));
            var decisions = RunDecisions.Of(store, sellerId, run, rows.Int64(11));
            var review = new RunReviewItem(item, (RunNeed)rows.Int32(9), rows.IsNull(10) ? null : (RunConcern)rows.Int32(10), ProblemsOf(problems, rows.Int64(11), item.Contract))
            {
                Decisions = decisions,
            };
            items.Add(review with { Problems = [.. review.Problems.OrderBy(problem => (!problem.Blocks, review.CheckOf(problem) is not null))] });
        }

        return items.ToImmutable();
    }

    private static ImmutableArray<RunProblem> ProblemsOf(Statement problems, long contractId, string contract)
    {
        var found = ImmutableArray.CreateBuilder<RunProblem>();
        problems.Reset();
        problems.Bind(3, contractId).Bind(4, contract);
        while (problems.Step())
        {
            found.Add(RunStore.ProblemAt(problems));
        }

        problems.Reset();
        return found.ToImmutable();
    }

    private Statement Prepared(string number, string sql)
    {
        var id = RunStore.ByNumber(store, sellerId, number)?.Id ?? 0;
        return store.Prepare(sql).Bind(1, sellerId).Bind(2, id);
    }

    private static string Where(RunItemFilter filter) =>
        "WHERE (?3 IS NULL OR need = ?3) AND (?4 IS NULL OR currency = ?4) AND (?5 IS NULL OR instr(upper(contract_number), ?5) > 0 OR instr(upper(customer_name), ?5) > 0)" +
        (filter.Cause is { } cause ? FormattableString.Invariant($" AND cause_{(int)cause} <> 0") : "") +
        (filter.Code is null ? "" : $" AND EXISTS (SELECT 1 FROM run_problem AS p, run_item AS item WHERE p.seller_id = ?1 AND p.run_id = ?2 AND p.contract_id = looked.contract_id AND item.seller_id = ?1 AND item.run_id = ?2 AND item.contract_id = p.contract_id AND p.code = ?9 AND {RunDecisions.IsUnchecked})");

    private static void Restrict(Statement rows, RunItemFilter filter)
    {
        var search = string.IsNullOrWhiteSpace(filter.Search) ? null : filter.Search.Trim().ToUpperInvariant();
        rows.Bind(3, (long?)filter.Need).Bind(4, filter.Currency?.Code).Bind(5, search);
        if (filter.Code is { } code)
        {
            rows.Bind(9, code);
        }
    }
}
