using Msp.Billing.BreakFix.Distributions;
using static Msp.Billing.BreakFix.ComparisonInput;

namespace Msp.Billing.BreakFix;

/// <summary>What follows from the bare numbers of a comparison: rates per year, means, and what an hour costs.</summary>
/// <remarks>Made again for each of the many trials of a sensitivity, so it allocates little.</remarks>
internal readonly struct Quantities
{
    private readonly double[] _numbers;

    /// <summary>Reads the numbers, in the order of <see cref="ComparisonInput"/>.</summary>
    internal Quantities(double[] numbers)
    {
        _numbers = numbers;
        Outage = Lognormal.FromMedian(this[OutageHours], this[OutageSpread]);
        Hours = new BilledHours(Lognormal.FromMean(this[RepairHours], this[RepairSpread]), this[BillingStep]);
        ChargePerCall = (MeanHours * MixedRate) + (this[OnSiteShare] * this[TripCharge]);
    }

    /// <summary>A bare number.</summary>
    internal double this[ComparisonInput input] => _numbers[(int)input - 1];

    /// <summary>Called incidents per year under break-fix.</summary>
    internal double CallsPerYear => 12 * this[Users] * this[CallsPerUser];

    /// <summary>The hours that a call is billed.</summary>
    internal BilledHours Hours { get; }

    /// <summary>The hourly rate with the usual share of after-hours work.</summary>
    internal double MixedRate => this[HourlyRate] * (1 + (this[AfterHoursShare] * (this[AfterHoursMultiplier] - 1)));

    /// <summary>What a call costs on average under break-fix.</summary>
    internal double ChargePerCall { get; }

    /// <summary>The wait of a call, as a multiple of its mean; the same call waits long under every regime or under none.</summary>
    internal Lognormal Wait => Lognormal.FromMean(1, this[WaitSpread]);

    /// <summary>What an hour of waiting costs.</summary>
    internal double WaitingHour => this[LossWhileWaiting] * this[LoadedWage];

    /// <summary>Outages per year under break-fix.</summary>
    internal double OutagesPerYear => (this[OutagesPerSite] * this[Sites]) + (this[OutagesPerServer] * this[Servers]);

    /// <summary>The hours of an outage under break-fix.</summary>
    internal Lognormal Outage { get; }

    /// <summary>People whom an outage stops: those affected at one site.</summary>
    internal double PeopleStopped => this[Users] / this[Sites] * this[OutageAffected];

    /// <summary>What an hour of an outage costs in time and revenue.</summary>
    internal double OutageHour => (PeopleStopped * this[OutageLoss] * this[LoadedWage]) + this[RevenueAtRisk];

    /// <summary>The loss of a security event, as a multiple of its mean.</summary>
    internal Lognormal Loss => Lognormal.FromMean(1, this[SecuritySpread]);

    /// <summary>What the customer bears of a security event on average.</summary>
    internal double LossBorne =>
        this[SecurityLoss] == 0 ? 0 : this[SecurityLoss] * Loss.LimitedMean(this[InsuranceRetention] / this[SecurityLoss]);

    /// <summary>What the plan costs per month.</summary>
    internal double MonthlyFee => (this[PlanPrice] * this[Users]) + this[PlanOther];

    /// <summary>The part of a one-off amount that falls on a year.</summary>
    internal double YearOfTerm => 12 / this[TermMonths];

    /// <summary>Whole technicians: enough for the users, at least one.</summary>
    internal double Technicians => Math.Max(1, Math.Ceiling(this[Users] / this[UsersPerHire]));

    /// <summary>The share of the hours of cover in which no technician is there.</summary>
    internal double UncoveredShare => Math.Max(0, 1 - (Technicians * this[HoursOnDuty] / this[CoverHours]));

    private double MeanHours =>
        (this[OnSiteShare] * Hours.Mean(this[OnSiteMinimum])) + ((1 - this[OnSiteShare]) * Hours.Mean(this[RemoteMinimum]));
}
