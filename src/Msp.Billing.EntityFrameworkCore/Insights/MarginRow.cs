using Msp.Billing.Insights;

namespace Msp.Billing.EntityFrameworkCore.Insights;

/// <summary>What a customer earned the seller over the months asked for.</summary>
/// <param name="Customer">The customer's number.</param>
/// <param name="Name">Its name.</param>
/// <param name="Margin">The margin in the currency asked for.</param>
public sealed record MarginRow(string Customer, string Name, CustomerMargin Margin);
