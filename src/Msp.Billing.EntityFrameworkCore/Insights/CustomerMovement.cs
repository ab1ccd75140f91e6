using Msp.Billing.Insights;

namespace Msp.Billing.EntityFrameworkCore.Insights;

/// <summary>How the MRR of a customer moved in a month.</summary>
/// <param name="Customer">The customer's number.</param>
/// <param name="Name">Its name.</param>
/// <param name="Movement">The movement, in minor units.</param>
public sealed record CustomerMovement(string Customer, string Name, MrrMovement Movement);
