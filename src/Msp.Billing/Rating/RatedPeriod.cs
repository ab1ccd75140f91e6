using Msp.Billing.Periods;

namespace Msp.Billing.Rating;

/// <summary>What a line owes for one natural period: its entitlement, before tax.</summary>
/// <param name="LineId">The contract line's number.</param>
/// <param name="Natural">The whole natural period.</param>
/// <param name="MinorUnits">The amount, rounded once.</param>
/// <param name="Numerator">The exact amount's numerator, in major units.</param>
/// <param name="Denominator">The exact amount's denominator, above zero.</param>
/// <param name="Share">What share of the period's price is charged.</param>
/// <param name="Weight">The sum of the pieces' weights; zero when no day is held.</param>
/// <param name="RaisedToMinimum">Whether the minimum spend was more than the price.</param>
public readonly record struct RatedPeriod(
    int LineId, ServicePeriod Natural, long MinorUnits, decimal Numerator, long Denominator, Share Share, int Weight, bool RaisedToMinimum);
