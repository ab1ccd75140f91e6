using Msp.Billing.Amounts;

namespace Msp.Billing.Insights;

/// <summary>Units that were counted or committed and are not billed on a day.</summary>
/// <param name="LineId">The contract line's number.</param>
/// <param name="Charge">The charge's code.</param>
/// <param name="Name">What the invoice line is called.</param>
/// <param name="Unit">The code of the billing unit.</param>
/// <param name="Kind">How it comes.</param>
/// <param name="Counted">What was counted, or is committed to the vendor.</param>
/// <param name="Billed">What is billed.</param>
/// <param name="Since">The day from which it was counted so.</param>
/// <param name="Monthly">What the units would bring a month at the line's price and discounts, before tax; for seats, what they cost, where that is known.</param>
public sealed record Leak(int LineId, string Charge, string Name, string Unit, LeakKind Kind, decimal Counted, decimal Billed, DateOnly Since, Money Monthly)
{
    /// <summary>The units that are not billed.</summary>
    public decimal Units => Counted - Billed;
}
