using Msp.Billing.Contracts;
using Msp.Billing.Periods;

namespace Msp.Billing.Invoicing;

/// <summary>What one fixed amount off a contract takes from the lines of one period.</summary>
/// <param name="Discount">The discount.</param>
/// <param name="Natural">The whole natural period.</param>
/// <param name="Days">The days of it on which the discount and a line are held.</param>
/// <param name="MinorUnits">What is taken from all lines together; above zero.</param>
/// <param name="LineIds">The lines that share it.</param>
/// <param name="Open">What each line owed before, in minor units: the weights.</param>
/// <param name="Shares">What is taken from each.</param>
internal sealed record SharedReduction(
    Discount Discount, ServicePeriod Natural, int Days, long MinorUnits, int[] LineIds, decimal[] Open, long[] Shares)
{
    /// <summary>What is taken from a line; zero when it has no share.</summary>
    internal long From(int lineId)
    {
        var place = Array.IndexOf(LineIds, lineId);
        return place < 0 ? 0 : Shares[place];
    }
}
