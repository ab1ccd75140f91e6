using System.Collections.Immutable;
using Msp.Billing.Amounts;
using Msp.Billing.Periods;

namespace Msp.Billing.Ledger;

/// <summary>What a customer owed at the beginning of a period, what happened in it, and what is owed at the end.</summary>
public sealed class CustomerStatement
{
    private CustomerStatement(string customer, ServicePeriod period, Money opening, ImmutableArray<StatementLine> lines)
    {
        Customer = customer;
        Period = period;
        Opening = opening;
        Lines = lines;
    }

    /// <summary>The customer's number.</summary>
    public string Customer { get; }

    /// <summary>Its days, the end excluded.</summary>
    public ServicePeriod Period { get; }

    /// <summary>What was owed when it began; below zero where the customer had credit.</summary>
    public Money Opening { get; }

    /// <summary>What happened, by day.</summary>
    public ImmutableArray<StatementLine> Lines { get; }

    /// <summary>What is owed when it ends; below zero where the customer has credit.</summary>
    public Money Closing => Lines.IsEmpty ? Opening : Lines[^1].Balance;

    /// <summary>A customer's statement in one currency.</summary>
    /// <param name="customer">The customer's number.</param>
    /// <param name="period">Its days, the end excluded.</param>
    /// <param name="opening">What was owed when it began.</param>
    /// <param name="movements">What happened in the period, in order; amounts above zero raise what is owed. Allocations move nothing and are left out.</param>
    public static CustomerStatement Of(
        string customer, ServicePeriod period, Money opening, IEnumerable<(DateOnly Day, JournalSource Source, string Reference, long MinorUnits)> movements)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(customer);
        ArgumentNullException.ThrowIfNull(movements);
        var balance = opening;
        var lines = ImmutableArray.CreateBuilder<StatementLine>();
        foreach (var (day, source, reference, units) in movements)
        {
            if (units != 0)
            {
                var amount = Money.FromMinorUnits(units, opening.Currency);
                balance += amount;
                lines.Add(new StatementLine(day, source, reference, amount, balance));
            }
        }

        return new CustomerStatement(customer, period, opening, lines.ToImmutable());
    }

    /// <summary>A customer's statement from the journal: what receivable and customer credit were moved by.</summary>
    /// <param name="customer">The customer's number.</param>
    /// <param name="currency">The currency.</param>
    /// <param name="period">Its days, the end excluded.</param>
    /// <param name="entries">The journal, in any order.</param>
    public static CustomerStatement Of(string customer, Currency currency, ServicePeriod period, IEnumerable<JournalEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var own = entries.Where(entry => entry.Customer == customer && entry.Currency == currency && entry.Day < period.End)
            .Select(entry => (entry.Day, entry.Source, entry.Reference, MinorUnits: entry.On(AccountRole.Receivable) + entry.On(AccountRole.CustomerCredit)))
            .OrderBy(row => row.Day).ThenBy(row => row.Source).ThenBy(row => row.Reference, StringComparer.Ordinal).ToList();
        var opening = Money.FromMinorUnits(own.Where(row => row.Day < period.Start).Sum(row => row.MinorUnits), currency);
        return Of(customer, period, opening, own.Where(row => row.Day >= period.Start));
    }
}
