using System.Collections.Immutable;
using Msp.Billing.Amounts;
using Msp.Billing.Invoicing;
using Msp.Billing.Periods;

namespace Msp.Billing.EntityFrameworkCore.Invoicing;

/// <summary>Lists posted documents without their lines, and says what was posted for a period before a round.</summary>
/// <param name="store">Where from.</param>
/// <param name="sellerId">Whose documents.</param>
public sealed class DocumentList(BillingStore store, long sellerId)
{
    // Documents have no index by customer or contract, which every run would pay for; their lines have one by contract, which the run needs.
    // The contracts lead: SQLite would go through the lines of everybody.
    private const string Lines = " AND i.invoice_id IN (SELECT l.invoice_id FROM contract AS b CROSS JOIN invoice_line AS l ON l.seller_id = b.seller_id AND l.contract_id = b.contract_id WHERE b.seller_id = ?1 AND ";

    private const string OfCustomer = Lines + "b.customer_id = (SELECT customer_id FROM customer WHERE seller_id = ?1 AND number = ?3))";

    private const string OfContract = Lines + "b.number = ?4)";

    /// <summary>Documents, the newest first.</summary>
    /// <param name="run">Only those that a run of this number posted; null for all.</param>
    /// <param name="customer">Only those of the customer of this number; null for all.</param>
    /// <param name="contract">Only those of the contract of this number; null for all.</param>
    /// <param name="limit">At most so many.</param>
    public ImmutableArray<DocumentRow> Find(string? run, string? customer, string? contract, int limit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        using var rows = store.Prepare(
            $"""
            SELECT i.number, i.kind, c.number, k.number, k.name, r.number, i.issue_day, i.due_day, i.currency, i.subtotal, i.tax
            FROM invoice AS i
            JOIN contract AS c ON c.seller_id = i.seller_id AND c.contract_id = i.contract_id
            JOIN customer AS k ON k.seller_id = i.seller_id AND k.customer_id = i.customer_id
            LEFT JOIN invoice_run AS r ON r.seller_id = i.seller_id AND r.run_id = i.run_id
            WHERE i.seller_id = ?1{(run is null ? "" : " AND r.number = ?2")}{(customer is null ? "" : OfCustomer)}{(contract is null ? "" : OfContract)}
            ORDER BY i.invoice_id DESC LIMIT ?5
            """);
        rows.Bind(1, sellerId).Bind(2, run).Bind(3, customer).Bind(4, contract).Bind(5, (long)limit);
        var found = ImmutableArray.CreateBuilder<DocumentRow>();
        while (rows.Step())
        {
            var currency = Currency.FromCode(rows.Text(8));
            found.Add(new DocumentRow(
                rows.Text(0), (DocumentKind)rows.Int32(1), rows.Text(2), rows.Text(3), rows.Text(4), rows.TextOrNull(5) ?? "", rows.Day(6), rows.Day(7),
                Money.FromMinorUnits(rows.Int64(9), currency), Money.FromMinorUnits(rows.Int64(10), currency)));
        }

        return found.ToImmutable();
    }

    /// <summary>What is open of all documents, invoices less credit, and of how many; by currency, and none where nothing is.</summary>
    /// <remarks>Writes nothing: a document that is not booked yet is open as a whole.</remarks>
    public ImmutableArray<(Money Amount, int Documents)> Open()
    {
        using var rows = store.Prepare(
            """
            SELECT part.currency, sum(part.amount), count(*)
              FROM (SELECT o.currency, o."open" AS amount FROM open_item AS o INDEXED BY "IX_open_item_seller_id_customer_id_due_day"
                     WHERE o.seller_id = ?1 AND o.kind = 1 AND o."open" <> 0
                    UNION ALL
                    SELECT i.currency, i.total FROM invoice AS i
                     WHERE i.seller_id = ?1 AND i.total <> 0 AND i.invoice_id > (SELECT coalesce(max(e.source_id), 0) FROM journal_entry AS e WHERE e.seller_id = ?1 AND e.source = 1)) AS part
             GROUP BY part.currency ORDER BY part.currency
            """);
        rows.Bind(1, sellerId);
        var open = ImmutableArray.CreateBuilder<(Money, int)>();
        while (rows.Step())
        {
            open.Add((Money.FromMinorUnits(rows.Int64(1), Currency.FromCode(rows.Text(0))), rows.Int32(2)));
        }

        return open.ToImmutable();
    }

    /// <summary>What was posted for a line and natural period in the rounds before one, in minor units; what was credited by hand is not taken off.</summary>
    /// <param name="contractId">The contract's number in storage.</param>
    /// <param name="lineId">The contract line's number.</param>
    /// <param name="natural">The natural period.</param>
    /// <param name="round">The round; its own lines do not count.</param>
    public long BilledBefore(long contractId, int lineId, ServicePeriod natural, int round)
    {
        using var sum = store.Prepare(
            """
            SELECT coalesce(sum(amount), 0) FROM invoice_line
            WHERE seller_id = ?1 AND contract_id = ?2 AND period_end = ?3 AND line_id = ?4 AND period_start = ?5 AND round < ?6 AND cause IS DISTINCT FROM 9
            """);
        sum.Bind(1, sellerId).Bind(2, contractId).Bind(3, natural.End).Bind(4, (long)lineId).Bind(5, natural.Start).Bind(6, (long)round);
        return sum.Step() ? sum.Int64(0) : 0;
    }
}
