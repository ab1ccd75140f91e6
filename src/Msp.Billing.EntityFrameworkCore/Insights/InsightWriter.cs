using System.Collections.Immutable;
using Msp.Billing.EntityFrameworkCore.Contracts;
using Msp.Billing.Insights;
using Msp.Billing.Invoicing;
using Msp.Billing.Runs;

namespace Msp.Billing.EntityFrameworkCore.Insights;

/// <summary>Computes the figures of months from contracts and documents, and keeps them: made anew whenever something they follow from changed.</summary>
/// <remarks>Everything is read and computed before anything is written, so that others wait for a moment only.</remarks>
/// <param name="store">Where all of it is.</param>
/// <param name="sellerId">Whose figures.</param>
public sealed class InsightWriter(BillingStore store, long sellerId)
{
    /// <summary>What the store holds now.</summary>
    public InsightBasis Basis()
    {
        using var row = store.Prepare(
            """
            SELECT count(*), (SELECT coalesce(max(recorded.at), 0) FROM (
                       SELECT max(recorded_at) AS at FROM contract WHERE seller_id = ?1
                        UNION ALL
                       SELECT max((SELECT max(recorded_at) FROM amendment AS a WHERE a.seller_id = c.seller_id AND a.contract_id = c.contract_id))
                         FROM contract AS c WHERE seller_id = ?1
                        UNION ALL
                       SELECT max((SELECT max(recorded_at) FROM usage_count AS u INDEXED BY "IX_usage_count_seller_id_contract_id_recorded_at"
                                    WHERE u.seller_id = c.seller_id AND u.contract_id = c.contract_id))
                         FROM contract AS c WHERE seller_id = ?1) AS recorded),
                   (SELECT coalesce(max(invoice_id), 0) FROM invoice WHERE seller_id = ?1),
                   (SELECT count(*) FROM amendment WHERE seller_id = ?1) + (SELECT count(*) FROM usage_count WHERE seller_id = ?1)
              FROM contract WHERE seller_id = ?1
            """);
        row.Bind(1, sellerId);
        return row.Step() ? new InsightBasis(row.Int64(0), row.Int64(3), row.Int64(2), row.Instant(1)) : default;
    }

    /// <summary>Whether the kept figures of months are what computing them now would give.</summary>
    /// <param name="from">The first day of the first month.</param>
    /// <param name="through">The first day of the last month.</param>
    /// <param name="today">The day; the month that it is in has its figures as of it.</param>
    public bool IsFresh(DateOnly from, DateOnly through, DateOnly today)
    {
        var basis = Basis();
        using var rows = store.Prepare(
            """
            SELECT month, as_of FROM insight_month
             WHERE seller_id = ?1 AND month BETWEEN ?2 AND ?3 AND contract_count = ?4 AND last_document = ?5 AND last_recorded = ?6
               AND record_count = ?7
            """);
        rows.Bind(1, sellerId).Bind(2, from).Bind(3, through).Bind(4, basis.Contracts).Bind(5, basis.LastDocument).Bind(6, basis.LastRecorded).Bind(7, basis.Records);
        var fresh = new HashSet<(DateOnly, DateOnly)>();
        while (rows.Step())
        {
            fresh.Add((rows.Day(0), rows.Day(1)));
        }

        return Months(from, through, today).All(fresh.Contains);
    }

    /// <summary>Computes the figures of months and keeps them in place of all that were kept; within a transaction of the caller's where there is one.</summary>
    /// <param name="from">The first day of the first month.</param>
    /// <param name="through">The first day of the last month.</param>
    /// <param name="today">The day that the current figures are about; later months have none.</param>
    /// <param name="cancellation">Stops between two contracts; nothing is kept then.</param>
    /// <returns>How many contracts cannot be computed: those that a run cannot bill either.</returns>
    /// <exception cref="ArgumentException">There is no month by the day.</exception>
    public int Refresh(DateOnly from, DateOnly through, DateOnly today, CancellationToken cancellation = default)
    {
        var months = Months(from, through, today);
        if (months.IsEmpty)
        {
            throw new ArgumentException(FormattableString.Invariant($"No month from {from:yyyy-MM} through {through:yyyy-MM} has begun by {today:yyyy-MM-dd}."), nameof(from));
        }

        var (basis, found) = (Basis(), Compute(months, today, cancellation));
        using var transaction = store.IsInTransaction ? null : store.Begin();
        Clear();
        Keep(months, basis, found);
        transaction?.Commit();
        return found.LeftOut;
    }

    private static ImmutableArray<(DateOnly Month, DateOnly AsOf)> Months(DateOnly from, DateOnly through, DateOnly today)
    {
        var months = ImmutableArray.CreateBuilder<(DateOnly, DateOnly)>();
        for (var month = new DateOnly(from.Year, from.Month, 1); month <= through && month <= today; month = month.AddMonths(1))
        {
            var last = month.AddMonths(1).AddDays(-1);
            months.Add((month, last < today ? last : today));
        }

        return months.ToImmutable();
    }

    private Found Compute(ImmutableArray<(DateOnly Month, DateOnly AsOf)> months, DateOnly today, CancellationToken cancellation)
    {
        var calculator = new MrrCalculator(new TableTaxCalculator(new SellerBook(store).TaxTableOf(sellerId)));
        using var posted = new PostedSeeker(store, sellerId);
        using var reader = new ContractReader(store, sellerId);
        var insights = new ContractInsights(calculator, posted, months);
        var found = new Found();
        foreach (var stored in reader.ReadCounted())
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                var contract = stored.Contract;
                List<ContractInsights.Month> figures = [.. insights.Months(stored)];
                var now = calculator.Of(contract, stored.Customer.Tax, stored.Counts.Span, today);
                var uplift = UpcomingUplift.After(contract, stored.Customer.Tax, stored.Counts.Span, today, calculator);
                var leaks = LeakFinder.On(contract, stored.Customer.Tax, stored.Counts.Span, today, calculator);
                found.Contracts.Add(new FoundContract(
                    stored.Id, stored.CustomerId, contract.Terms.Currency.Code, now.Amount.MinorUnits, ContractInsights.FirstDay(contract), today, uplift, figures, leaks));
            }
            catch (Exception exception) when (RunProblems.Of(stored.Contract.Number, exception) is not null)
            {
                found.LeftOut++;
            }
        }

        return found;
    }

    private void Clear()
    {
        foreach (var table in (ReadOnlySpan<string>)["insight_leak", "insight_contract", "insight_contract_month", "insight_month"])
        {
            using var delete = store.Prepare($"DELETE FROM {table} WHERE seller_id = ?1");
            delete.Bind(1, sellerId).Run();
        }
    }

    private void Keep(ImmutableArray<(DateOnly Month, DateOnly AsOf)> months, InsightBasis basis, Found found)
    {
        using var month = store.Prepare(
            "INSERT INTO insight_month (seller_id, month, as_of, contract_count, last_document, last_recorded, left_out, record_count) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)");
        foreach (var (first, asOf) in months)
        {
            month.Bind(1, sellerId).Bind(2, first).Bind(3, asOf).Bind(4, basis.Contracts).Bind(5, basis.LastDocument).Bind(6, basis.LastRecorded)
                .Bind(7, (long)found.LeftOut).Bind(8, basis.Records).Run();
        }

        using var contract = store.Prepare(
            """
            INSERT INTO insight_contract (seller_id, contract_id, customer_id, currency, as_of, mrr, first_day, by_index, uplift_day, uplift_notice, uplift_step, uplift_money)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
            """);
        using var figure = store.Prepare(
            """
            INSERT INTO insight_contract_month (seller_id, month, contract_id, customer_id, currency, mrr, usage, opening, more, fewer, price,
                   part_1, part_2, part_3, part_4, part_5, part_6, part_7, part_8, part_9, invoiced, covered, costs, hours)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24)
            """);
        using var leak = store.Prepare(
            """
            INSERT INTO insight_leak (seller_id, contract_id, line_id, kind, charge, name, unit, counted, billed, since, currency, money)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
            """);
        foreach (var one in found.Contracts)
        {
            contract.Bind(1, sellerId).Bind(2, one.Id).Bind(3, one.CustomerId).Bind(4, one.Currency).Bind(5, one.Today).Bind(6, one.Mrr).Bind(7, one.FirstDay)
                .Bind(8, one.Uplift is { Day: null }).Bind(9, one.Uplift?.Day).Bind(10, one.Uplift?.NoticeDay).Bind(11, one.Uplift?.Step?.Value)
                .Bind(12, one.Uplift?.Monthly?.MinorUnits ?? 0).Run();
            foreach (var kept in one.Months)
            {
                Keep(figure, one, kept);
            }

            foreach (var lost in one.Leaks)
            {
                leak.Bind(1, sellerId).Bind(2, one.Id).Bind(3, (long)lost.LineId).Bind(4, (long)lost.Kind).Bind(5, lost.Charge).Bind(6, lost.Name).Bind(7, lost.Unit)
                    .Bind(8, lost.Counted).Bind(9, lost.Billed).Bind(10, lost.Since).Bind(11, one.Currency).Bind(12, lost.Monthly.MinorUnits).Run();
            }
        }
    }

    private void Keep(Statement figure, FoundContract one, ContractInsights.Month kept)
    {
        figure.Bind(1, sellerId).Bind(2, kept.First).Bind(3, one.Id).Bind(4, one.CustomerId).Bind(5, one.Currency).Bind(6, kept.Bridge.Mrr).Bind(7, kept.Usage)
            .Bind(8, kept.Step.Opening).Bind(9, kept.Step.More).Bind(10, kept.Step.Fewer).Bind(11, kept.Step.Price);
        foreach (var part in InvoiceBridge.Parts)
        {
            figure.Bind(11 + (int)part, kept.Bridge[part]);
        }

        figure.Bind(21, kept.Bridge.Invoiced).Bind(22, kept.Earning.Covered).Bind(23, kept.Earning.Costs).Bind(24, kept.Earning.Hours).Run();
    }

    private sealed class Found
    {
        internal List<FoundContract> Contracts { get; } = [];

        internal int LeftOut { get; set; }
    }

    private sealed record FoundContract(
        long Id, long CustomerId, string Currency, long Mrr, DateOnly? FirstDay, DateOnly Today, UpcomingUplift? Uplift,
        List<ContractInsights.Month> Months, ImmutableArray<Leak> Leaks);
}
