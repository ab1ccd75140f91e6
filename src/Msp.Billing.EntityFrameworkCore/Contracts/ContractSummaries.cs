using Msp.Billing.Contracts;
using Msp.Billing.Rating;

namespace Msp.Billing.EntityFrameworkCore.Contracts;

/// <summary>Keeps a row about each contract for lists and searches: its status, its end, what falls due next.</summary>
/// <param name="store">Where the contracts are; in a transaction.</param>
/// <param name="sellerId">Whose contracts.</param>
public sealed class ContractSummaries(BillingStore store, long sellerId)
{
    /// <summary>Makes every row anew. Do it each day, and after contracts were imported or amended or a run was posted.</summary>
    /// <param name="asOf">The day that the rows are about.</param>
    /// <param name="knownAt">Only what was recorded by then counts; everything when null.</param>
    public void Refresh(DateOnly asOf, DateTimeOffset? knownAt = null)
    {
        using (var clear = store.Prepare("DELETE FROM contract_summary WHERE seller_id = ?1"))
        {
            clear.Bind(1, sellerId).Run();
        }

        using var insert = store.Prepare(
            """
            INSERT INTO contract_summary (seller_id, contract_id, number, customer, plan, currency, as_of, status, status_until, start, "end", is_renewed, next_due,
                   decision_day, renewal_day)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)
            """);
        using var reader = new ContractReader(store, sellerId);
        foreach (var stored in reader.Read())
        {
            var summary = ContractSummary.Of(stored.Contract, asOf, NextDue(stored, asOf, knownAt), knownAt);
            insert.Bind(1, sellerId).Bind(2, stored.Id).Bind(3, summary.Number).Bind(4, summary.Customer).Bind(5, summary.Plan).Bind(6, summary.Currency.Code)
                .Bind(7, summary.AsOf).Bind(8, (int)summary.Status).Bind(9, summary.StatusUntil).Bind(10, summary.Start).Bind(11, summary.End)
                .Bind(12, summary.IsRenewed).Bind(13, summary.NextDue).Bind(14, summary.DecisionDay).Bind(15, summary.RenewalDay).Run();
        }
    }

    // Late news about a period that is billed falls due at once, but nobody knows before drafting whether it changes an amount; it is left out.
    private static DateOnly? NextDue(StoredContract stored, DateOnly asOf, DateTimeOffset? knownAt)
    {
        var history = ContractHistory.Of(stored.Contract, stored.Counts.Span, knownAt, asOf);
        DateOnly? next = null;
        foreach (var line in history.Lines)
        {
            foreach (var natural in line.Due(DateOnly.MaxValue, stored.BilledThrough))
            {
                var due = line.DueDay(natural);
                if (stored.BilledThrough is not { } billed || due > billed)
                {
                    next = next is { } known && known < due ? known : due;
                    break;
                }
            }
        }

        return next;
    }
}
