using Msp.Billing.Ledger;

namespace Msp.Billing.EntityFrameworkCore.Ledger;

/// <summary>Writes single entries; the database refuses one that is there already, that does not balance, or whose day is closed.</summary>
/// <remarks>In a transaction of the same store. Not thread-safe.</remarks>
internal sealed class JournalWriter : IDisposable
{
    private readonly Statement _line;
    private readonly Statement _entry;
    private readonly DateOnly? _closed;

    internal JournalWriter(BillingStore store, long sellerId)
    {
        _line = store.Prepare(
            "INSERT INTO journal_line (seller_id, source, source_id, line_no, role, code, amount) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
        _entry = store.Prepare(
            "INSERT INTO journal_entry (seller_id, source, source_id, reference, day, currency, customer_id, posted_at, line_count) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)");
        _line.Bind(1, sellerId);
        _entry.Bind(1, sellerId);
        _closed = ClosedThrough(store, sellerId);
    }

    public void Dispose()
    {
        _line.Dispose();
        _entry.Dispose();
    }

    /// <summary>The last day of the closed period; null when none is closed.</summary>
    internal static DateOnly? ClosedThrough(BillingStore store, long sellerId)
    {
        using var closed = store.Prepare("SELECT max(through) FROM closed_period WHERE seller_id = ?1");
        return closed.Bind(1, sellerId).Step() ? closed.DayOrNull(0) : null;
    }

    /// <summary>The day itself, or the first open day where it is closed.</summary>
    internal DateOnly OpenDay(DateOnly day) => _closed is { } closed && day <= closed ? closed.AddDays(1) : day;

    /// <summary>Writes an entry on its day, or on the first open day.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="sourceId">The number in storage of what it comes from.</param>
    /// <param name="customerId">The customer's number in storage; null for many.</param>
    /// <param name="at">Now.</param>
    internal void Write(JournalEntry entry, long sourceId, long? customerId, DateTimeOffset at)
    {
        _line.Bind(2, (long)entry.Source).Bind(3, sourceId);
        for (var i = 0; i < entry.Lines.Length; i++)
        {
            var line = entry.Lines[i];
            _line.Bind(4, i + 1L).Bind(5, (long)line.Account.Role).Bind(6, line.Account.Code).Bind(7, line.MinorUnits).Run();
        }

        _entry.Bind(2, (long)entry.Source).Bind(3, sourceId).Bind(4, entry.Reference).Bind(5, OpenDay(entry.Day)).Bind(6, entry.Currency.Code)
            .Bind(7, customerId).Bind(8, at).Bind(9, (long)entry.Lines.Length).Run();
    }
}
