using Msp.Billing.Insights;

namespace Msp.Billing.EntityFrameworkCore.Insights;

/// <summary>Units of a contract that are counted or committed and not billed.</summary>
/// <param name="Contract">The contract's number.</param>
/// <param name="Customer">The customer's number.</param>
/// <param name="Name">The customer's name.</param>
/// <param name="Leak">What leaks.</param>
public sealed record LeakRow(string Contract, string Customer, string Name, Leak Leak);
