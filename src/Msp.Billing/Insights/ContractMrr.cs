using System.Collections.Immutable;
using Msp.Billing.Amounts;

namespace Msp.Billing.Insights;

/// <summary>Monthly recurring revenue of a contract on a day: the sum of its lines. See <see cref="MrrCalculator"/> for what counts.</summary>
public sealed class ContractMrr
{
    internal ContractMrr(string contract, string customer, Currency currency, DateOnly day, ImmutableArray<LineMrr> lines)
    {
        Contract = contract;
        Customer = customer;
        Currency = currency;
        Day = day;
        Lines = lines;
        var (sum, usage, cost) = (0L, 0L, (long?)0L);
        foreach (var line in lines)
        {
            sum += line.MinorUnits;
            usage += line.IsUsage ? line.MinorUnits : 0;
            cost = line.MinorUnits == 0 && line.CostMinorUnits is null ? cost : cost + line.CostMinorUnits;
        }

        Amount = Money.FromMinorUnits(sum, currency);
        Usage = Money.FromMinorUnits(usage, currency);
        Cost = cost is { } known ? Money.FromMinorUnits(known, currency) : null;
    }

    /// <summary>The contract's number.</summary>
    public string Contract { get; }

    /// <summary>The customer's number.</summary>
    public string Customer { get; }

    /// <summary>The currency of every amount.</summary>
    public Currency Currency { get; }

    /// <summary>The day.</summary>
    public DateOnly Day { get; }

    /// <summary>The recurring lines that are held on the day, in the order of their numbers; none when the contract is not running or paused.</summary>
    public ImmutableArray<LineMrr> Lines { get; }

    /// <summary>The sum of the lines, before tax.</summary>
    public Money Amount { get; }

    /// <summary>The part of it that follows what was reported last.</summary>
    public Money Usage { get; }

    /// <summary>Annual recurring revenue: twelve times the amount.</summary>
    public Money Arr => Amount * 12;

    /// <summary>What the lines cost the seller a month; null where a line with revenue has no known cost.</summary>
    public Money? Cost { get; }
}
