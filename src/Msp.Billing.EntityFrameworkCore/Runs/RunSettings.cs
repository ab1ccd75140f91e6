using Msp.Billing.EntityFrameworkCore.Auditing;
using Msp.Billing.Runs;

namespace Msp.Billing.EntityFrameworkCore.Runs;

/// <summary>From where on a seller's runs say that something is out of the ordinary.</summary>
public static class RunSettings
{
    /// <summary>What the seller set; the standard where it set nothing.</summary>
    /// <param name="store">Where it is kept.</param>
    /// <param name="sellerId">The seller's number in storage.</param>
    public static RunThresholds Of(BillingStore store, long sellerId)
    {
        ArgumentNullException.ThrowIfNull(store);
        using var row = store.Prepare("SELECT change_percent, change_amount, stale_days FROM run_setting WHERE seller_id = ?1");
        return row.Bind(1, sellerId).Step()
            ? new RunThresholds { ChangePercent = row.Decimal(0), ChangeAmount = row.Decimal(1), StaleDays = row.Int32(2) }
            : RunThresholds.Standard;
    }

    /// <summary>Sets it, for previews that are built from now on, and records who did. Set to what it is, nothing happens.</summary>
    /// <param name="store">Where it is kept; in a transaction.</param>
    /// <param name="sellerId">The seller's number in storage.</param>
    /// <param name="thresholds">From where on.</param>
    /// <param name="author">Who decides.</param>
    /// <param name="at">When, in UTC.</param>
    /// <returns>Whether anything changed.</returns>
    public static bool Set(BillingStore store, long sellerId, RunThresholds thresholds, string author, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(thresholds);
        ArgumentException.ThrowIfNullOrWhiteSpace(author);
        var known = Of(store, sellerId);
        if (thresholds == known)
        {
            return false;
        }

        using var set = store.Prepare(
            """
            INSERT INTO run_setting (seller_id, change_percent, change_amount, stale_days) VALUES (?1, ?2, ?3, ?4)
            ON CONFLICT (seller_id) DO UPDATE SET change_percent = excluded.change_percent, change_amount = excluded.change_amount, stale_days = excluded.stale_days
            """);
        set.Bind(1, sellerId).Bind(2, thresholds.ChangePercent).Bind(3, thresholds.ChangeAmount).Bind(4, thresholds.StaleDays).Run();
        new AuditLog(store, sellerId).Append(new AuditEntry(at, author, AuditActions.RunLimitsChanged, "runs", FormattableString.Invariant(
            $$"""{"changePercent":[{{known.ChangePercent}},{{thresholds.ChangePercent}}],"changeAmount":[{{known.ChangeAmount}},{{thresholds.ChangeAmount}}],"staleDays":[{{known.StaleDays}},{{thresholds.StaleDays}}]}""")));
        return true;
    }
}
