using System.Collections.Immutable;

namespace Msp.Billing.EntityFrameworkCore.Runs;

/// <summary>What is missing before a run, as far as it can be seen without rating: the preview lists the rest, contract by contract.</summary>
/// <param name="NotReported">Contracts that bill what is reported, and for which nothing was reported in the last month of the period.</param>
/// <param name="Untaxed">Jurisdictions and categories of tax that lines need on the day on the documents, and for which there is no rate.</param>
/// <param name="Held">Contracts that are held back from the run.</param>
/// <param name="LeftOut">Contracts that the last run left out: this one bills them.</param>
public sealed record RunReadiness(
    ImmutableArray<string> NotReported, ImmutableArray<string> Untaxed, ImmutableArray<string> Held, ImmutableArray<string> LeftOut)
{
    /// <summary>Looks.</summary>
    /// <param name="store">Where contracts, counts and rates are.</param>
    /// <param name="sellerId">Whose.</param>
    /// <param name="through">The last due day of the run, inclusive.</param>
    /// <param name="issueDay">The day on its documents.</param>
    public static RunReadiness Of(BillingStore store, long sellerId, DateOnly through, DateOnly issueDay)
    {
        ArgumentNullException.ThrowIfNull(store);
        using var reported = store.Prepare(
            """
            SELECT c.number FROM contract_line AS l
            JOIN contract AS c ON c.seller_id = l.seller_id AND c.contract_id = l.contract_id
            LEFT JOIN contract_summary AS s ON s.seller_id = c.seller_id AND s.contract_id = c.contract_id
            WHERE l.seller_id = ?1 AND l.basis = 6 AND c.start_day <= ?3 AND coalesce(s.status, 4) IN (3, 4, 6)
              AND NOT EXISTS (SELECT 1 FROM usage_count AS u WHERE u.seller_id = l.seller_id AND u.contract_id = l.contract_id AND u.line_id = l.line_id AND u.day BETWEEN ?2 AND ?3)
            GROUP BY c.contract_id, c.number ORDER BY c.contract_id
            """);
        reported.Bind(1, sellerId).Bind(2, new DateOnly(through.Year, through.Month, 1)).Bind(3, through);
        using var untaxed = store.Prepare(
            """
            SELECT DISTINCT k.jurisdiction || ', ' || CASE l.tax_category WHEN 1 THEN 'Standard' WHEN 2 THEN 'Reduced' ELSE 'SalesTax' END FROM contract_line AS l
            JOIN contract AS c ON c.seller_id = l.seller_id AND c.contract_id = l.contract_id
            JOIN customer AS k ON k.seller_id = c.seller_id AND k.customer_id = c.customer_id
            WHERE l.seller_id = ?1 AND l.tax_category IN (1, 2, 7) AND k.reverse_charge = 0 AND k.exemption_reason IS NULL AND c.start_day <= ?2
              AND NOT EXISTS (SELECT 1 FROM tax_rate AS t WHERE t.seller_id = l.seller_id AND t.jurisdiction = k.jurisdiction AND t.category = l.tax_category AND t.from_day <= ?2)
            ORDER BY 1
            """);
        untaxed.Bind(1, sellerId).Bind(2, issueDay);
        using var held = store.Prepare(
            $"""
            SELECT c.number FROM run_decision AS d JOIN contract AS c ON c.seller_id = d.seller_id AND c.contract_id = d.contract_id
            WHERE d.seller_id = ?1 AND d.until_day > ?2 AND d.kind = 3 AND {RunDecisions.Stands} ORDER BY c.contract_id
            """);
        held.Bind(1, sellerId).Bind(2, through);
        using var leftOut = store.Prepare(
            """
            SELECT c.number FROM run_item AS item JOIN contract AS c ON c.seller_id = item.seller_id AND c.contract_id = item.contract_id
            WHERE item.seller_id = ?1 AND item.outcome = 5
              AND item.run_id = (SELECT max(run_id) FROM invoice_run WHERE seller_id = ?1 AND posted_at IS NOT NULL) ORDER BY c.contract_id
            """);
        leftOut.Bind(1, sellerId);
        return new RunReadiness(All(reported), All(untaxed), All(held), All(leftOut));
    }

    private static ImmutableArray<string> All(Statement rows)
    {
        var found = ImmutableArray.CreateBuilder<string>();
        while (rows.Step())
        {
            found.Add(rows.UniqueText(0));
        }

        return found.ToImmutable();
    }
}
