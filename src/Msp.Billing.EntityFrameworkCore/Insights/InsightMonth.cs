using Msp.Billing.Amounts;
using Msp.Billing.Insights;

namespace Msp.Billing.EntityFrameworkCore.Insights;

/// <summary>The figures of a month in one currency.</summary>
/// <param name="Month">Its first day.</param>
/// <param name="AsOf">The day of the MRR: the month's last, or the day on which it was computed.</param>
/// <param name="Currency">The currency.</param>
/// <param name="Customers">Customers with MRR.</param>
/// <param name="Contracts">Contracts with MRR.</param>
/// <param name="Usage">The part of the MRR that follows what was reported last.</param>
/// <param name="Bridge">From the MRR to what was posted in the month.</param>
public sealed record InsightMonth(DateOnly Month, DateOnly AsOf, Currency Currency, int Customers, int Contracts, Money Usage, InvoiceBridge Bridge)
{
    /// <summary>Monthly recurring revenue.</summary>
    public Money Mrr => Money.FromMinorUnits(Bridge.Mrr, Currency);

    /// <summary>Annual recurring revenue: twelve times the MRR.</summary>
    public Money Arr => Mrr * 12;

    /// <summary>What was posted in the month, before tax.</summary>
    public Money Invoiced => Money.FromMinorUnits(Bridge.Invoiced, Currency);
}
