using Msp.Billing.Amounts;
using Msp.Billing.Insights;

namespace Msp.Billing.EntityFrameworkCore.Insights;

/// <summary>A contract whose prices rise next.</summary>
/// <param name="Contract">The contract's number.</param>
/// <param name="Customer">The customer's number.</param>
/// <param name="Name">The customer's name.</param>
/// <param name="Mrr">What it is worth a month now.</param>
/// <param name="Uplift">The uplift.</param>
public sealed record UpliftRow(string Contract, string Customer, string Name, Money Mrr, UpcomingUplift Uplift);
