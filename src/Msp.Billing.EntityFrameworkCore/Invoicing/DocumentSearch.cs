using System.Collections.Immutable;
using Msp.Billing.Amounts;
using Msp.Billing.Invoicing;

namespace Msp.Billing.EntityFrameworkCore.Invoicing;

/// <summary>Finds posted documents by what is asked of them, page by page, and adds up what was found.</summary>
/// <remarks>Documents are found once they are booked: call <see cref="Ledger.LedgerBook.Book"/> first. Not thread-safe.</remarks>
/// <param name="store">Where from.</param>
/// <param name="sellerId">Whose documents.</param>
/// <param name="today">The day on which it is looked at: an invoice that is due on it is not overdue yet.</param>
public sealed class DocumentSearch(BillingStore store, long sellerId, DateOnly today)
{
    private const string Credited =
        "(SELECT coalesce(sum(a.amount), 0) FROM allocation AS a WHERE a.seller_id = o.seller_id AND a.target_kind = 1 AND a.target_id = o.item_id AND a.source_kind = 1)";

    private const string WrittenOff = "EXISTS (SELECT 1 FROM write_off AS w WHERE w.seller_id = o.seller_id AND w.invoice_id = o.item_id)";

    private const string Customers = " JOIN customer AS k ON k.seller_id = o.seller_id AND k.customer_id = o.customer_id";

    private const string Contracts = " JOIN contract AS c ON c.seller_id = i.seller_id AND c.contract_id = i.contract_id";

    private const string Runs = " LEFT JOIN invoice_run AS r ON r.seller_id = i.seller_id AND r.run_id = i.run_id";

    // What is owed and when it was issued stand with the open item, whose indexes give the order; the head of the document gives the rest.
    private const string Documents = " FROM open_item AS o JOIN invoice AS i ON i.seller_id = o.seller_id AND i.invoice_id = o.item_id";

    /// <summary>How many there are and what they come to, by currency.</summary>
    /// <param name="filter">Which.</param>
    public ImmutableArray<DocumentTotals> Totals(DocumentFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);

        // Every document that is found is looked at; what it is not asked by is not.
        var tables = Documents + (filter.Text is null ? "" : Contracts) + (filter.Text is null && filter.Customer is null ? "" : Customers) + (filter.Run is null ? "" : Runs);
        using var rows = Prepare("SELECT o.currency, count(*), sum(i.subtotal), sum(i.tax), sum(o.\"open\")" + tables, filter, "GROUP BY o.currency ORDER BY o.currency");
        var totals = ImmutableArray.CreateBuilder<DocumentTotals>();
        while (rows.Step())
        {
            var currency = Currency.FromCode(rows.Text(0));
            totals.Add(new DocumentTotals(
                rows.Int32(1), Money.FromMinorUnits(rows.Int64(2), currency), Money.FromMinorUnits(rows.Int64(3), currency), Money.FromMinorUnits(rows.Int64(4), currency)));
        }

        return totals.ToImmutable();
    }

    /// <summary>A page of them, the newest first.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="skip">Skip so many.</param>
    /// <param name="take">At most so many.</param>
    public IEnumerable<FoundDocument> Find(DocumentFilter filter, int skip, int take)
    {
        using var rows = Prepare(
            $"SELECT i.number, i.kind, c.number, k.number, k.name, r.number, o.issue_day, o.due_day, o.currency, i.subtotal, i.tax, o.\"open\", {Credited}, {WrittenOff}{Documents}{Contracts}{Customers}{Runs}", filter,
            "ORDER BY o.issue_day DESC, o.item_id DESC LIMIT ?10 OFFSET ?11");
        rows.Bind(10, (long)take).Bind(11, (long)skip);
        while (rows.Step())
        {
            var currency = Currency.FromCode(rows.Text(8));
            var (kind, due) = ((DocumentKind)rows.Int32(1), rows.Day(7));
            var (net, tax, open) = (rows.Int64(9), rows.Int64(10), rows.Int64(11));
            yield return new FoundDocument(
                rows.UniqueText(0), kind, rows.Text(2), rows.Text(3), rows.Text(4), rows.TextOrNull(5) ?? "", rows.Day(6), due, Money.FromMinorUnits(net, currency),
                Money.FromMinorUnits(tax, currency), Money.FromMinorUnits(open, currency), StateOf(kind, net + tax, open, rows.Int64(12), rows.Boolean(13), due));
        }
    }

    /// <summary>One document; null where there is none.</summary>
    /// <param name="number">Its number.</param>
    public FoundDocument? Find(string number) => Find(new DocumentFilter { Number = number }, 0, 1).FirstOrDefault();

    private DocumentState StateOf(DocumentKind kind, long total, long open, long credited, bool isWrittenOff, DateOnly due) =>
        kind == DocumentKind.CreditNote ? (open < 0 ? DocumentState.CreditLeft : DocumentState.CreditUsed)
        : isWrittenOff ? DocumentState.WrittenOff
        : open == 0 ? (credited > 0 && credited >= total ? DocumentState.Credited : DocumentState.Paid)
        : due < today ? DocumentState.Overdue
        : open < total ? DocumentState.PartPaid
        : DocumentState.Open;

    // Only what is asked for stands in the statement, so that the database can choose its index by it.
    private Statement Prepare(string select, DocumentFilter filter, string end)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var text = string.IsNullOrWhiteSpace(filter.Text) ? null : filter.Text.Trim();
        var state = filter.State switch
        {
            DocumentState.Open => " AND o.\"open\" > 0",
            DocumentState.PartPaid => " AND o.\"open\" > 0 AND o.\"open\" < o.amount",
            DocumentState.Overdue => " AND o.\"open\" > 0 AND o.due_day < ?8",
            DocumentState.Paid => $" AND i.kind = 1 AND o.\"open\" = 0 AND NOT {WrittenOff} AND (o.amount = 0 OR {Credited} < o.amount)",
            DocumentState.Credited => $" AND i.kind = 1 AND {Credited} > 0",
            DocumentState.WrittenOff => $" AND {WrittenOff}",
            DocumentState.CreditLeft => " AND o.\"open\" < 0",
            DocumentState.CreditUsed => " AND i.kind = 2 AND o.\"open\" = 0",
            _ => "",
        };
        var rows = store.Prepare(
            select + " WHERE o.seller_id = ?1 AND o.kind = 1" + state + (filter.Number is null ? "" : " AND i.number = ?9") + (filter.Kind is null ? "" : " AND i.kind = ?2") + (filter.Run is null ? "" : " AND r.number = ?3") +
            (filter.Customer is null ? "" : " AND k.number = ?4") + (filter.From is null ? "" : " AND o.issue_day >= ?5") + (filter.Through is null ? "" : " AND o.issue_day <= ?6") +
            (text is null ? "" : " AND (lower(i.number) LIKE ?7 ESCAPE '\\' OR instr(k.name_key, ?12) > 0 OR lower(k.number) LIKE ?7 ESCAPE '\\' OR lower(c.number) LIKE ?7 ESCAPE '\\')") +
            " " + end);
        rows.Bind(1, sellerId);
        if (filter.Kind is { } kind)
        {
            rows.Bind(2, (long)kind);
        }

        if (filter.Run is not null)
        {
            rows.Bind(3, filter.Run);
        }

        if (filter.Customer is not null)
        {
            rows.Bind(4, filter.Customer);
        }

        if (filter.From is { } from)
        {
            rows.Bind(5, from);
        }

        if (filter.Through is { } through)
        {
            rows.Bind(6, through);
        }

        if (text is not null)
        {
            rows.Bind(7, SearchLetters.Within(text)).Bind(12, NameKey.Of(text));
        }

        if (filter.State == DocumentState.Overdue)
        {
            rows.Bind(8, today);
        }

        if (filter.Number is not null)
        {
            rows.Bind(9, filter.Number);
        }

        return rows;
    }
}
