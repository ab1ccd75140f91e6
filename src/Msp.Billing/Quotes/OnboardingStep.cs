using System.Globalization;
using Msp.Billing.Amounts;

namespace Msp.Billing.Quotes;

/// <summary>One step of how an onboarding fee came to be: count times rate, rounded to the minor unit.</summary>
/// <param name="Name">The condition's name.</param>
/// <param name="Basis">How it adds.</param>
/// <param name="Count">The stated count.</param>
/// <param name="Rate">The amount in major units, or the percentage.</param>
/// <param name="Monthly">The monthly fee that a percentage is of; zero for the other kinds.</param>
/// <param name="Amount">What it adds.</param>
public sealed record OnboardingStep(string Name, OnboardingBasis Basis, decimal Count, decimal Rate, Money Monthly, Money Amount)
{
    /// <summary>The arithmetic, in no culture: <c>Set up users: 45 x 60.00 = 2700.00 USD</c>.</summary>
    public override string ToString()
    {
        var rate = Rate.ToString("0.00####", CultureInfo.InvariantCulture);
        var count = Count.ToString("0.######", CultureInfo.InvariantCulture);
        return Basis switch
        {
            OnboardingBasis.Fixed => $"{Name}: {Amount}",
            OnboardingBasis.PerUnit => $"{Name}: {count} x {rate} = {Amount}",
            _ => string.Create(CultureInfo.InvariantCulture, $"{Name}: {count} x {Rate:0.####} % of {Monthly} = {Amount}"),
        };
    }
}
