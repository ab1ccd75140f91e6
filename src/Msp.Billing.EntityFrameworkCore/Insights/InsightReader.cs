using System.Collections.Immutable;
using Msp.Billing.Amounts;
using Msp.Billing.Insights;

namespace Msp.Billing.EntityFrameworkCore.Insights;

/// <summary>Reads the figures that <see cref="InsightWriter"/> keeps. No sum goes across currencies.</summary>
/// <param name="store">Where they are.</param>
/// <param name="sellerId">Whose figures.</param>
public sealed class InsightReader(BillingStore store, long sellerId)
{
    private const string Bridge = "sum(f.part_1), sum(f.part_2), sum(f.part_3), sum(f.part_4), sum(f.part_5), sum(f.part_6), sum(f.part_7), sum(f.part_8), sum(f.part_9)";

    /// <summary>What the figures were computed from; null where none are kept.</summary>
    public (InsightBasis Basis, DateOnly AsOf, int LeftOut)? Basis()
    {
        using var row = store.Prepare(
            "SELECT contract_count, last_document, last_recorded, as_of, left_out, record_count FROM insight_month WHERE seller_id = ?1 ORDER BY month DESC LIMIT 1");
        row.Bind(1, sellerId);
        return row.Step() ? (new InsightBasis(row.Int64(0), row.Int64(5), row.Int64(1), row.Instant(2)), row.Day(3), row.Int32(4)) : null;
    }

    /// <summary>The currencies in which there is any figure, the one with the most MRR first.</summary>
    public ImmutableArray<Currency> Currencies()
    {
        using var rows = store.Prepare(
            "SELECT currency FROM insight_contract_month WHERE seller_id = ?1 GROUP BY currency ORDER BY sum(mrr) DESC, currency");
        rows.Bind(1, sellerId);
        var found = ImmutableArray.CreateBuilder<Currency>();
        while (rows.Step())
        {
            found.Add(Currency.FromCode(rows.Text(0)));
        }

        return found.ToImmutable();
    }

    /// <summary>The kept months in one currency, rising; a month without any figure is there with zeros.</summary>
    /// <param name="currency">The currency.</param>
    public ImmutableArray<InsightMonth> Months(Currency currency)
    {
        using var rows = store.Prepare(
            $"""
            SELECT m.month, m.as_of, count(DISTINCT CASE WHEN f.mrr > 0 THEN f.customer_id END), count(CASE WHEN f.mrr > 0 THEN 1 END), coalesce(sum(f.usage), 0),
                   coalesce(sum(f.mrr), 0), {Bridge}
              FROM insight_month AS m
              LEFT JOIN insight_contract_month AS f ON f.seller_id = m.seller_id AND f.month = m.month AND f.currency = ?2
             WHERE m.seller_id = ?1 GROUP BY m.month, m.as_of ORDER BY m.month
            """);
        rows.Bind(1, sellerId).Bind(2, currency.Code);
        var found = ImmutableArray.CreateBuilder<InsightMonth>();
        while (rows.Step())
        {
            found.Add(new InsightMonth(
                rows.Day(0), rows.Day(1), currency, rows.Int32(2), rows.Int32(3), Money.FromMinorUnits(rows.Int64(4), currency), BridgeAt(rows, 5)));
        }

        return found.ToImmutable();
    }

    /// <summary>How the MRR of each customer moved in a month, the largest move first; customers without a move are left out.</summary>
    /// <param name="month">The first day of the month.</param>
    /// <param name="currency">The currency.</param>
    public ImmutableArray<CustomerMovement> Movements(DateOnly month, Currency currency)
    {
        var began = Began(month, currency);
        using var rows = store.Prepare(
            """
            SELECT f.customer_id, k.number, k.name, c.number, c.predecessor, f.opening, f.more, f.fewer, f.price
              FROM insight_contract_month AS f
              JOIN contract AS c ON c.seller_id = f.seller_id AND c.contract_id = f.contract_id
              JOIN customer AS k ON k.seller_id = f.seller_id AND k.customer_id = f.customer_id
             WHERE f.seller_id = ?1 AND f.month = ?2 AND f.currency = ?3 ORDER BY f.customer_id
            """);
        rows.Bind(1, sellerId).Bind(2, month).Bind(3, currency.Code);
        var found = new List<CustomerMovement>();
        var steps = new List<MrrStep>();
        var (customer, number, name) = (0L, "", "");
        while (rows.Step())
        {
            if (rows.Int64(0) != customer)
            {
                AddMovement(found, steps, number, name, began.Contains(customer));
                (customer, number, name) = (rows.Int64(0), rows.Text(1), rows.UniqueText(2));
            }

            steps.Add(new MrrStep(rows.UniqueText(3), rows.TextOrNull(4), rows.Int64(5), rows.Int64(6), rows.Int64(7), rows.Int64(8)));
        }

        AddMovement(found, steps, number, name, began.Contains(customer));
        return [.. found.OrderByDescending(one => Math.Abs(one.Movement.Closing - one.Movement.Opening)).ThenBy(one => one.Customer, StringComparer.Ordinal)];
    }

    /// <summary>The whole movement of a month.</summary>
    /// <param name="month">The first day of the month.</param>
    /// <param name="currency">The currency.</param>
    public MrrMovement Movement(DateOnly month, Currency currency)
    {
        var total = default(MrrMovement);
        foreach (var one in Movements(month, currency))
        {
            total += one.Movement;
        }

        using var still = store.Prepare("SELECT coalesce(sum(opening), 0) FROM insight_contract_month WHERE seller_id = ?1 AND month = ?2 AND currency = ?3");
        still.Bind(1, sellerId).Bind(2, month).Bind(3, currency.Code);
        return total with { Opening = still.Step() ? still.Int64(0) : 0 };
    }

    /// <summary>The contracts of a month, those with the most MRR first, or those with the most in a part of the bridge.</summary>
    /// <param name="month">The first day of the month.</param>
    /// <param name="currency">The currency.</param>
    /// <param name="part">Only contracts with an amount in this part, the largest first; null for all that have MRR.</param>
    /// <param name="skip">How many to leave out.</param>
    /// <param name="take">At most so many.</param>
    public InsightPage<ContractFigure> Contracts(DateOnly month, Currency currency, BridgePart? part, int skip, int take)
    {
        var column = part is { } one ? $"f.part_{(int)one}" : "f.mrr";
        using var rows = store.Prepare(
            $"""
            SELECT c.number, k.number, k.name, c.predecessor, f.opening, f.more, f.fewer, f.price, f.mrr, f.part_1, f.part_2, f.part_3, f.part_4, f.part_5, f.part_6,
                   f.part_7, f.part_8, f.part_9, count(*) OVER ()
              FROM insight_contract_month AS f
              JOIN contract AS c ON c.seller_id = f.seller_id AND c.contract_id = f.contract_id
              JOIN customer AS k ON k.seller_id = f.seller_id AND k.customer_id = f.customer_id
             WHERE f.seller_id = ?1 AND f.month = ?2 AND f.currency = ?3 AND {column} <> 0
             ORDER BY abs({column}) DESC, f.contract_id LIMIT ?5 OFFSET ?4
            """);
        rows.Bind(1, sellerId).Bind(2, month).Bind(3, currency.Code).Bind(4, (long)skip).Bind(5, (long)take);
        var (found, total) = (ImmutableArray.CreateBuilder<ContractFigure>(), 0);
        while (rows.Step())
        {
            total = rows.Int32(18);
            found.Add(new ContractFigure(
                rows.UniqueText(0), rows.Text(1), rows.UniqueText(2), currency,
                new MrrStep(rows.UniqueText(0), rows.TextOrNull(3), rows.Int64(4), rows.Int64(5), rows.Int64(6), rows.Int64(7)), BridgeAt(rows, 8)));
        }

        return new InsightPage<ContractFigure>(found.ToImmutable(), total);
    }

    /// <summary>The margin of all customers over kept months.</summary>
    /// <param name="from">The first day of the first month.</param>
    /// <param name="through">The first day of the last month.</param>
    /// <param name="currency">The currency.</param>
    public CustomerMargin Margin(DateOnly from, DateOnly through, Currency currency)
    {
        using var row = store.Prepare(
            """
            SELECT coalesce(sum(invoiced), 0), coalesce(sum(covered), 0), coalesce(sum(costs), 0), sum(hours) FROM insight_contract_month
             WHERE seller_id = ?1 AND month BETWEEN ?2 AND ?3 AND currency = ?4
            """);
        row.Bind(1, sellerId).Bind(2, from).Bind(3, through).Bind(4, currency.Code);
        return row.Step() ? MarginAt(row, 0, currency) : new CustomerMargin(Money.Zero(currency), Money.Zero(currency), Money.Zero(currency), null);
    }

    /// <summary>The margin of each customer over kept months.</summary>
    /// <param name="from">The first day of the first month.</param>
    /// <param name="through">The first day of the last month.</param>
    /// <param name="currency">The currency.</param>
    /// <param name="order">By what they are sorted.</param>
    /// <param name="skip">How many to leave out.</param>
    /// <param name="take">At most so many.</param>
    public InsightPage<MarginRow> Margins(DateOnly from, DateOnly through, Currency currency, MarginOrder order, int skip, int take)
    {
        var by = order switch
        {
            MarginOrder.Margin => "sum(f.covered) <= 0, (sum(f.covered) - sum(f.costs)) * 1000000 / CASE WHEN sum(f.covered) > 1 THEN sum(f.covered) ELSE 1 END",
            MarginOrder.Profit => "sum(f.covered) - sum(f.costs)",
            MarginOrder.Hours => "sum(f.hours) IS NULL, sum(f.hours) DESC",
            MarginOrder.Uncovered => "sum(f.invoiced) - sum(f.covered) DESC",
            MarginOrder.Name => "k.name",
            _ => "sum(f.invoiced) DESC",
        };
        using var rows = store.Prepare(
            $"""
            SELECT k.number, k.name, sum(f.invoiced), sum(f.covered), sum(f.costs), sum(f.hours), count(*) OVER ()
              FROM insight_contract_month AS f
              JOIN customer AS k ON k.seller_id = f.seller_id AND k.customer_id = f.customer_id
             WHERE f.seller_id = ?1 AND f.month BETWEEN ?2 AND ?3 AND f.currency = ?4
             GROUP BY f.customer_id, k.number, k.name HAVING sum(f.invoiced) <> 0 OR sum(f.costs) <> 0 OR coalesce(sum(f.hours), 0) <> 0
             ORDER BY {by}, k.number LIMIT ?6 OFFSET ?5
            """);
        rows.Bind(1, sellerId).Bind(2, from).Bind(3, through).Bind(4, currency.Code).Bind(5, (long)skip).Bind(6, (long)take);
        var (found, total) = (ImmutableArray.CreateBuilder<MarginRow>(), 0);
        while (rows.Step())
        {
            total = rows.Int32(6);
            found.Add(new MarginRow(rows.Text(0), rows.UniqueText(1), MarginAt(rows, 2, currency)));
        }

        return new InsightPage<MarginRow>(found.ToImmutable(), total);
    }

    /// <summary>Contracts whose renewal is to be decided within days, and contracts that end within them; the first day first.</summary>
    /// <param name="from">The first day in question.</param>
    /// <param name="until">The first day that is no longer in question.</param>
    /// <param name="skip">How many to leave out.</param>
    /// <param name="take">At most so many.</param>
    /// <remarks>Reads the contract summaries, which are to be fresh.</remarks>
    public InsightPage<RenewalRow> Renewals(DateOnly from, DateOnly until, int skip, int take)
    {
        using var rows = store.Prepare(
            """
            SELECT s.number, s.customer, k.name, coalesce(s.renewal_day, s."end"), s.decision_day, s.currency, coalesce(i.mrr, 0), count(*) OVER ()
              FROM contract_summary AS s
              JOIN contract AS c ON c.seller_id = s.seller_id AND c.contract_id = s.contract_id
              JOIN customer AS k ON k.seller_id = c.seller_id AND k.customer_id = c.customer_id
              LEFT JOIN insight_contract AS i ON i.seller_id = s.seller_id AND i.contract_id = s.contract_id
             WHERE s.seller_id = ?1 AND ((s.decision_day >= ?2 AND s.decision_day < ?3) OR (s."end" >= ?2 AND s."end" < ?3 AND s.is_renewed = 0))
             ORDER BY coalesce(s.decision_day, s."end"), s.number LIMIT ?5 OFFSET ?4
            """);
        rows.Bind(1, sellerId).Bind(2, from).Bind(3, until).Bind(4, (long)skip).Bind(5, (long)take);
        var (found, total) = (ImmutableArray.CreateBuilder<RenewalRow>(), 0);
        while (rows.Step())
        {
            total = rows.Int32(7);
            found.Add(new RenewalRow(
                rows.UniqueText(0), rows.Text(1), rows.UniqueText(2), rows.Day(3), rows.DayOrNull(4), Money.FromMinorUnits(rows.Int64(6), Currency.FromCode(rows.Text(5)))));
        }

        return new InsightPage<RenewalRow>(found.ToImmutable(), total);
    }

    /// <summary>The next uplifts, the first first; those that wait for an index come last.</summary>
    /// <param name="until">The first day of an uplift that is no longer in question.</param>
    /// <param name="skip">How many to leave out.</param>
    /// <param name="take">At most so many.</param>
    public InsightPage<UpliftRow> Uplifts(DateOnly until, int skip, int take)
    {
        using var rows = store.Prepare(
            """
            SELECT c.number, k.number, k.name, i.currency, i.mrr, i.uplift_day, i.uplift_notice, i.uplift_step, i.uplift_money, count(*) OVER ()
              FROM insight_contract AS i
              JOIN contract AS c ON c.seller_id = i.seller_id AND c.contract_id = i.contract_id
              JOIN customer AS k ON k.seller_id = i.seller_id AND k.customer_id = i.customer_id
             WHERE i.seller_id = ?1 AND (i.uplift_day < ?2 OR i.by_index = 1)
             ORDER BY i.uplift_day IS NULL, i.uplift_day, c.number LIMIT ?4 OFFSET ?3
            """);
        rows.Bind(1, sellerId).Bind(2, until).Bind(3, (long)skip).Bind(4, (long)take);
        var (found, total) = (ImmutableArray.CreateBuilder<UpliftRow>(), 0);
        while (rows.Step())
        {
            total = rows.Int32(9);
            var currency = Currency.FromCode(rows.Text(3));
            var uplift = rows.DayOrNull(5) is { } day
                ? new UpcomingUplift(day, new Percentage(rows.Decimal(7)), rows.DayOrNull(6), Money.FromMinorUnits(rows.Int64(8), currency))
                : new UpcomingUplift(null, null, null, null);
            found.Add(new UpliftRow(rows.UniqueText(0), rows.Text(1), rows.UniqueText(2), Money.FromMinorUnits(rows.Int64(4), currency), uplift));
        }

        return new InsightPage<UpliftRow>(found.ToImmutable(), total);
    }

    /// <summary>What is counted or committed and not billed, the most money first.</summary>
    /// <param name="skip">How many to leave out.</param>
    /// <param name="take">At most so many.</param>
    public InsightPage<LeakRow> Leaks(int skip, int take)
    {
        using var rows = store.Prepare(
            """
            SELECT c.number, k.number, k.name, l.line_id, l.charge, l.name, l.unit, l.kind, l.counted, l.billed, l.since, l.currency, l.money, count(*) OVER ()
              FROM insight_leak AS l
              JOIN contract AS c ON c.seller_id = l.seller_id AND c.contract_id = l.contract_id
              JOIN customer AS k ON k.seller_id = c.seller_id AND k.customer_id = c.customer_id
             WHERE l.seller_id = ?1 ORDER BY l.currency, l.money DESC, l.contract_id, l.line_id LIMIT ?3 OFFSET ?2
            """);
        rows.Bind(1, sellerId).Bind(2, (long)skip).Bind(3, (long)take);
        var (found, total) = (ImmutableArray.CreateBuilder<LeakRow>(), 0);
        while (rows.Step())
        {
            total = rows.Int32(13);
            found.Add(new LeakRow(rows.UniqueText(0), rows.Text(1), rows.UniqueText(2), new Leak(
                rows.Int32(3), rows.Text(4), rows.Text(5), rows.Text(6), (LeakKind)rows.Int32(7), rows.Decimal(8), rows.Decimal(9), rows.Day(10),
                Money.FromMinorUnits(rows.Int64(12), Currency.FromCode(rows.Text(11))))));
        }

        return new InsightPage<LeakRow>(found.ToImmutable(), total);
    }

    /// <summary>What leaks a month, by currency.</summary>
    public ImmutableArray<Money> LeakTotals()
    {
        using var rows = store.Prepare("SELECT currency, sum(money) FROM insight_leak WHERE seller_id = ?1 GROUP BY currency ORDER BY currency");
        rows.Bind(1, sellerId);
        var found = ImmutableArray.CreateBuilder<Money>();
        while (rows.Step())
        {
            found.Add(Money.FromMinorUnits(rows.Int64(1), Currency.FromCode(rows.Text(0))));
        }

        return found.ToImmutable();
    }

    // Customers who had some before the month's first day: in the kept months, or by a contract that began before those. A free beginning is none.
    private HashSet<long> Began(DateOnly month, Currency currency)
    {
        using var rows = store.Prepare(
            """
            SELECT customer_id FROM insight_contract_month
             WHERE seller_id = ?1 AND month <= ?2 AND currency = ?3 AND (opening > 0 OR (mrr > 0 AND month < ?2))
            UNION
            SELECT customer_id FROM insight_contract
             WHERE seller_id = ?1 AND currency = ?3 AND first_day < (SELECT min(month) FROM insight_month WHERE seller_id = ?1)
            """);
        rows.Bind(1, sellerId).Bind(2, month).Bind(3, currency.Code);
        var found = new HashSet<long>();
        while (rows.Step())
        {
            found.Add(rows.Int64(0));
        }

        return found;
    }

    private static void AddMovement(List<CustomerMovement> found, List<MrrStep> steps, string number, string name, bool hadBefore)
    {
        if (steps.Count > 0)
        {
            var movement = MrrMovement.OfCustomer(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(steps), hadBefore);
            if (MrrMovement.Kinds.Any(kind => movement[kind] != 0))
            {
                found.Add(new CustomerMovement(number, name, movement));
            }

            steps.Clear();
        }
    }

    private static InvoiceBridge BridgeAt(Statement row, int first) => new()
    {
        Mrr = row.Int64(first),
        Proration = row.Int64(first + (int)BridgePart.Proration),
        Change = row.Int64(first + (int)BridgePart.Change),
        OtherCadence = row.Int64(first + (int)BridgePart.OtherCadence),
        Usage = row.Int64(first + (int)BridgePart.Usage),
        OtherMonth = row.Int64(first + (int)BridgePart.OtherMonth),
        NotBilled = row.Int64(first + (int)BridgePart.NotBilled),
        Adjustment = row.Int64(first + (int)BridgePart.Adjustment),
        Credit = row.Int64(first + (int)BridgePart.Credit),
        OneOff = row.Int64(first + (int)BridgePart.OneOff),
    };

    private static CustomerMargin MarginAt(Statement row, int first, Currency currency) => new(
        Money.FromMinorUnits(row.Int64(first), currency), Money.FromMinorUnits(row.Int64(first + 1), currency), Money.FromMinorUnits(row.Int64(first + 2), currency),
        row.IsNull(first + 3) ? null : row.Decimal(first + 3));
}
