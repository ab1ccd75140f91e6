using Msp.Billing.BreakFix.Distributions;
using static Msp.Billing.BreakFix.ComparisonInput;

namespace Msp.Billing.BreakFix;

/// <summary>What varies from year to year: one stream of calls, outages and security events, and what it costs under each regime.</summary>
/// <remarks>
/// Every regime sees the same stream: an event that the offer prevents is one that break-fix has, and a call that waits long waits long under both. The
/// difference of two regimes is therefore itself a sum over the stream, and the chance that one is cheaper needs no assumption of independence.
/// </remarks>
internal sealed class EventStream
{
    private readonly Quantities _q;
    private readonly DiscreteAmounts _charges = new();

    /// <summary>The stream that follows from the quantities.</summary>
    internal EventStream(in Quantities quantities)
    {
        _q = quantities;
        AddCharges(_q[RemoteMinimum], 0, 1 - _q[OnSiteShare]);
        AddCharges(_q[OnSiteMinimum], _q[TripCharge], _q[OnSiteShare]);
    }

    /// <summary>What the stream costs under a regime in a number of years.</summary>
    /// <param name="regime">The regime.</param>
    /// <param name="cashOnly">Whether lost time and revenue count as nothing.</param>
    /// <param name="years">Above zero.</param>
    internal CompoundSum[] CostsUnder(Regime regime, bool cashOnly, double years = 1)
    {
        var (waiting, outage) = Hours(cashOnly);
        var (repair, remaining, length, uncovered) = (_q.MixedRate, 1 - _q[OutagesPrevented], _q[OutageLength], _q.UncoveredShare);
        var served = waiting * _q[ManagedWaitHours];
        return regime switch
        {
            Regime.BreakFix => Sums(
                years,
                [new(1, 0, waiting * _q[WaitHours], Charged: true)],
                [new(1, repair, outage + repair)],
                1),
            Regime.Managed => Sums(
                years,
                [new(_q[CallsRemaining], 0, served)],
                [new(remaining, 0, outage * length)],
                1 / _q[SecurityMultiplier]),
            Regime.InHouse => Sums(
                years,
                [
                    new(_q[CallsRemaining] * uncovered, 0, waiting * _q[WaitHours], Charged: true),
                    new(_q[CallsRemaining] * (1 - uncovered), 0, served),
                ],
                [new(remaining * uncovered, repair, (outage + repair) * length), new(remaining * (1 - uncovered), 0, outage * length)],
                1 / _q[SecurityMultiplier]),
            _ => throw new ArgumentOutOfRangeException(nameof(regime), regime, "There is no such regime."),
        };
    }

    /// <summary>What the stream costs more in a year under break-fix than under the offer.</summary>
    internal CompoundSum[] ExtraUnderBreakFix(bool cashOnly)
    {
        var (waiting, outage) = Hours(cashOnly);
        var repair = _q.MixedRate;
        return Sums(
            1,
            [
                new(_q[CallsRemaining], 0, waiting * (_q[WaitHours] - _q[ManagedWaitHours]), Charged: true),
                new(1 - _q[CallsRemaining], 0, waiting * _q[WaitHours], Charged: true),
            ],
            [
                new(1 - _q[OutagesPrevented], repair, repair + (outage * (1 - _q[OutageLength]))),
                new(_q[OutagesPrevented], repair, repair + outage),
            ],
            1 - (1 / _q[SecurityMultiplier]));
    }

    private (double Waiting, double Outage) Hours(bool cashOnly) => cashOnly ? (0, 0) : (_q.WaitingHour, _q.OutageHour);

    private CompoundSum[] Sums(double years, ReadOnlySpan<JumpPart> call, ReadOnlySpan<JumpPart> outage, double lossShare) =>
    [
        new(new Frequency(_q.CallsPerYear * years, _q[CallsCounted]), new Jump(_q.Wait, double.PositiveInfinity, _charges, call)),
        new(Frequency.Poisson(_q.OutagesPerYear * years), new Jump(_q.Outage, double.PositiveInfinity, null, outage)),
        new(
            Frequency.Poisson(_q[SecurityEvents] * _q[SecurityMultiplier] * years),
            new Jump(_q.Loss, _q[InsuranceRetention], null, new JumpPart(lossShare, 0, _q[SecurityLoss]))),
    ];

    private void AddCharges(double minimum, double trip, double share)
    {
        if (share == 0)
        {
            return;
        }

        var (rate, late) = (_q[HourlyRate], _q[HourlyRate] * _q[AfterHoursMultiplier]);
        foreach (var (hours, probability) in _q.Hours.Distribution(minimum))
        {
            _charges.Add((hours * rate) + trip, share * probability * (1 - _q[AfterHoursShare]));
            _charges.Add((hours * late) + trip, share * probability * _q[AfterHoursShare]);
        }
    }
}
