using Msp.Billing.Amounts;

namespace Msp.Billing.EntityFrameworkCore.Ledger;

/// <summary>A month of the schedule in which deferred revenue is earned.</summary>
/// <param name="Last">Its last day.</param>
/// <param name="Earned">What is earned in it.</param>
/// <param name="Left">What is still deferred when it ends; zero in the last month.</param>
public sealed record DeferredMonth(DateOnly Last, Money Earned, Money Left);
