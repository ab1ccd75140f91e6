using Msp.Billing.Amounts;

namespace Msp.Billing.BreakFix;

/// <summary>How the average yearly saving moves when one number goes from the low to the high end of its band: a bar of the tornado.</summary>
/// <param name="Input">The number, with its band.</param>
/// <param name="SavingAtLow">By how much break-fix then costs more than the offer on average; negative when it costs less.</param>
/// <param name="SavingAtHigh">The same at the high end.</param>
public readonly record struct Swing(InputValue Input, Money SavingAtLow, Money SavingAtHigh)
{
    /// <summary>The length of the bar; never negative.</summary>
    public Money Length => SavingAtLow < SavingAtHigh ? SavingAtHigh - SavingAtLow : SavingAtLow - SavingAtHigh;

    /// <summary>Whether the bar crosses the line of no saving: this number alone can turn the average.</summary>
    public bool Turns => (SavingAtLow.MinorUnits < 0) != (SavingAtHigh.MinorUnits < 0);
}
