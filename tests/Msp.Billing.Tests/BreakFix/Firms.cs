using Msp.Billing.Amounts;
using Msp.Billing.BreakFix;

namespace Msp.Billing.Tests.BreakFix;

/// <summary>The firms of the model's table: one month of onboarding, 36 months.</summary>
internal static class Firms
{
    /// <summary>45 users, 2 servers, 150.00 a user.</summary>
    internal static ComparisonInputs FortyFive { get; } = Of(45, 2, 150m);

    /// <summary>8 users, no server, few calls, few outages, 150.00 a user.</summary>
    internal static ComparisonInputs CalmEight { get; } = Of(8, 0, 150m)
        .With(ComparisonInput.CallsPerUser, 0.2)
        .With(ComparisonInput.OutagesPerSite, 0.5);

    internal static ComparisonInputs Of(int users, int servers, decimal price, int sites = 1) =>
        ComparisonInputs.For(new Firm(users, servers, sites), Offer(users, price));

    internal static ManagedOffer Offer(int users, decimal price) =>
        new(new UnitPrice(price, Currency.Usd), Money.Zero(Currency.Usd), new Money(price * users, Currency.Usd), 36);

    /// <summary>As if the rate of calls were known exactly.</summary>
    internal static ComparisonInputs KnowingCalls(this ComparisonInputs inputs) => inputs.With(ComparisonInput.CallsCounted, 1_000_000);

    internal static Quantities Quantities(this ComparisonInputs inputs) => new(inputs.ToNumbers());

    internal static Money Usd(decimal amount) => new(amount, Currency.Usd);

    internal static double Mean(this RegimeCost cost) => (double)cost.AllIn.Mean.Amount;

    internal static double Line(this RegimeCost cost, CostKind kind) =>
        (double)cost.Lines.Where(line => line.Kind == kind).Sum(line => line.PerYear.Amount);
}
