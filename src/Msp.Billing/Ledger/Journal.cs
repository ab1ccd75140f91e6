using Msp.Billing.Amounts;

namespace Msp.Billing.Ledger;

/// <summary>A seller's journal, kept in memory: for forecasts and tests. Storage keeps the same entries in its database.</summary>
/// <remarks>Not thread-safe.</remarks>
public sealed class Journal
{
    private readonly List<JournalEntry> _entries = [];
    private readonly HashSet<(JournalSource Source, string Reference)> _known = [];

    /// <summary>The last day of the closed period; null when none is closed.</summary>
    public DateOnly? ClosedThrough { get; private set; }

    /// <summary>Every entry, in the order of posting.</summary>
    public IReadOnlyList<JournalEntry> Entries => _entries;

    /// <summary>Posts an entry once.</summary>
    /// <returns>Whether it was posted now; false where an entry of this source and reference is in the books already.</returns>
    /// <exception cref="ClosedPeriodException">Its day is in the closed period: post it on the first open day.</exception>
    public bool Post(JournalEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (_known.Contains((entry.Source, entry.Reference)))
        {
            return false;
        }

        if (OpenDay(entry.Day) is var open && open != entry.Day)
        {
            throw new ClosedPeriodException(ClosedPeriodRefusal.Closed, FormattableString.Invariant(
                $"{entry.Reference} is of {entry.Day:yyyy-MM-dd}, and the books are closed through {ClosedThrough:yyyy-MM-dd}. A correction goes to {open:yyyy-MM-dd}, the first open day."));
        }

        _known.Add((entry.Source, entry.Reference));
        _entries.Add(entry);
        return true;
    }

    /// <summary>The day itself, or the first open day where it is closed.</summary>
    public DateOnly OpenDay(DateOnly day) => ClosedThrough is { } closed && day <= closed ? closed.AddDays(1) : day;

    /// <summary>Closes everything through a day. What is closed stays closed.</summary>
    /// <exception cref="ClosedPeriodException">The books are closed further already.</exception>
    public void Close(DateOnly through)
    {
        if (ClosedThrough is { } closed && through <= closed)
        {
            throw new ClosedPeriodException(ClosedPeriodRefusal.Closed, FormattableString.Invariant(
                $"The books are closed through {closed:yyyy-MM-dd} already; close a later day than that, or nothing."));
        }

        ClosedThrough = through;
    }

    /// <summary>The balance of every account in a currency.</summary>
    /// <param name="currency">The currency.</param>
    /// <param name="through">By the end of this day; null for all.</param>
    public TrialBalance Balance(Currency currency, DateOnly? through = null) => TrialBalance.Of(currency, _entries, through);
}
