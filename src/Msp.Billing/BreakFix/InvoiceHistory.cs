using Msp.Billing.Amounts;

namespace Msp.Billing.BreakFix;

/// <summary>What the customer's own invoices for called incidents say.</summary>
/// <remarks>Leave out hardware, projects and the repair of outages that stopped many people: the comparison counts those apart.</remarks>
public sealed record InvoiceHistory
{
    /// <summary>Creates a history.</summary>
    /// <param name="calls">Calls on the invoices, zero or more.</param>
    /// <param name="billed">Their total before tax; zero if and only if there was no call.</param>
    /// <param name="months">Months that the invoices cover, from 1; usually 12.</param>
    /// <param name="users">People who used computers in that time, from 1.</param>
    /// <exception cref="ArgumentException">Calls without an amount, or an amount without calls.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public InvoiceHistory(int calls, Money billed, int months, int users)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(calls);
        ArgumentOutOfRangeException.ThrowIfNegative(billed.MinorUnits, nameof(billed));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(months);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(users);
        if ((calls == 0) != billed.IsZero)
        {
            throw new ArgumentException($"{calls} calls cannot have cost {billed}: give both, or neither.", nameof(billed));
        }

        Calls = calls;
        Billed = billed;
        Months = months;
        Users = users;
    }

    /// <summary>Calls on the invoices.</summary>
    public int Calls { get; }

    /// <summary>Their total before tax.</summary>
    public Money Billed { get; }

    /// <summary>Months covered.</summary>
    public int Months { get; }

    /// <summary>People in that time.</summary>
    public int Users { get; }
}
