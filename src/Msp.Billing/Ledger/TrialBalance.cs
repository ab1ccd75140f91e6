using System.Collections.Immutable;
using Msp.Billing.Amounts;

namespace Msp.Billing.Ledger;

/// <summary>The balance of every account in one currency. Debits and credits are the same, or something is broken.</summary>
public sealed class TrialBalance
{
    /// <summary>Creates a balance.</summary>
    /// <param name="currency">The currency.</param>
    /// <param name="balances">Debits less credits of each account; accounts may repeat.</param>
    public TrialBalance(Currency currency, IEnumerable<JournalLine> balances)
    {
        ArgumentNullException.ThrowIfNull(balances);
        var sums = new SortedDictionary<Account, long>();
        foreach (var line in balances)
        {
            sums[line.Account] = checked(sums.GetValueOrDefault(line.Account) + line.MinorUnits);
        }

        Currency = currency;
        Lines = [.. sums.Select(sum => new JournalLine(sum.Key, sum.Value))];
    }

    /// <summary>The currency.</summary>
    public Currency Currency { get; }

    /// <summary>Debits less credits of each account, by role and code.</summary>
    public ImmutableArray<JournalLine> Lines { get; }

    /// <summary>All debits less all credits: zero.</summary>
    public Money Difference => Money.FromMinorUnits(Lines.Sum(line => line.MinorUnits), Currency);

    /// <summary>Whether debits and credits are the same.</summary>
    public bool IsBalanced => Difference.IsZero;

    /// <summary>The balance of all entries in a currency, by the end of a day.</summary>
    /// <param name="currency">The currency.</param>
    /// <param name="entries">In any order.</param>
    /// <param name="through">Inclusive; null for all.</param>
    public static TrialBalance Of(Currency currency, IEnumerable<JournalEntry> entries, DateOnly? through = null)
    {
        ArgumentNullException.ThrowIfNull(entries);
        return new TrialBalance(
            currency, entries.Where(entry => entry.Currency == currency && (through is not { } day || entry.Day <= day)).SelectMany(entry => entry.Lines));
    }

    /// <summary>The balance of all accounts with a role: debits less credits.</summary>
    public Money Of(AccountRole role) => Money.FromMinorUnits(Lines.Sum(line => line.Account.Role == role ? line.MinorUnits : 0), Currency);
}
