using System.Collections.Immutable;
using Msp.Billing.Amounts;

namespace Msp.Billing.Ledger;

/// <summary>One entry of the journal: it balances, or it does not exist.</summary>
/// <remarks>Immutable. There is one line for each account; lines of zero are left out, so an entry for nothing has no line.</remarks>
public sealed class JournalEntry
{
    /// <summary>Creates an entry.</summary>
    /// <param name="source">What it comes from.</param>
    /// <param name="reference">The number of that, such as <c>INV-2026-0000001</c>; with the source it names the entry.</param>
    /// <param name="day">The day in the books.</param>
    /// <param name="currency">The currency of every line.</param>
    /// <param name="customer">The customer's number; null when it concerns many.</param>
    /// <param name="lines">The lines; those of one account are added up.</param>
    /// <exception cref="ArgumentException">The reference is blank.</exception>
    /// <exception cref="UnbalancedEntryException">Debits and credits differ.</exception>
    public JournalEntry(JournalSource source, string reference, DateOnly day, Currency currency, string? customer, IEnumerable<JournalLine> lines)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reference);
        ArgumentNullException.ThrowIfNull(lines);
        var (sums, total) = (new SortedDictionary<Account, long>(), 0L);
        foreach (var line in lines)
        {
            sums[line.Account] = checked(sums.GetValueOrDefault(line.Account) + line.MinorUnits);
            total = checked(total + line.MinorUnits);
        }

        if (total != 0)
        {
            throw new UnbalancedEntryException(reference, Money.FromMinorUnits(total, currency));
        }

        Source = source;
        Reference = reference;
        Day = day;
        Currency = currency;
        Customer = customer;
        Lines = [.. sums.Where(sum => sum.Value != 0).Select(sum => new JournalLine(sum.Key, sum.Value))];
    }

    /// <summary>What it comes from.</summary>
    public JournalSource Source { get; }

    /// <summary>The number of that.</summary>
    public string Reference { get; }

    /// <summary>The day in the books.</summary>
    public DateOnly Day { get; }

    /// <summary>The currency of every line.</summary>
    public Currency Currency { get; }

    /// <summary>The customer's number; null when it concerns many.</summary>
    public string? Customer { get; }

    /// <summary>The lines, by account; they sum to zero.</summary>
    public ImmutableArray<JournalLine> Lines { get; }

    /// <summary>What an account gets from it: debits less credits, in minor units.</summary>
    public long On(AccountRole role)
    {
        var sum = 0L;
        foreach (var line in Lines)
        {
            sum += line.Account.Role == role ? line.MinorUnits : 0;
        }

        return sum;
    }

    /// <summary>The same lines in the books on another day: a correction of a closed period goes to the first open one.</summary>
    public JournalEntry OnDay(DateOnly day) => new(Source, Reference, day, Currency, Customer, Lines);
}
