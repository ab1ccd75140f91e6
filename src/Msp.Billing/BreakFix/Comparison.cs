using System.Collections.Immutable;
using Msp.Billing.Amounts;
using Msp.Billing.BreakFix.Distributions;

namespace Msp.Billing.BreakFix;

/// <summary>Break-fix, the offer and an own technician side by side for one customer, with a verdict that may go against the seller.</summary>
/// <remarks>
/// <para>Immutable; the same inputs give the same figures on every machine. Amounts are before tax. Hardware and projects cost the same under all three and
/// are left out of all three.</para>
/// <para>The uncertainty shown is that of years and of the number of calls. The other inputs are taken as they stand; what follows if they are wrong is
/// the business of <see cref="Sensitivity"/>.</para>
/// </remarks>
public sealed class Comparison
{
    /// <summary>The version of the model and its defaults; to be printed and kept with every comparison that was shown.</summary>
    public const int ModelVersion = 1;

    private Comparison(ComparisonInputs inputs, in Quantities q)
    {
        var stream = new EventStream(q);
        Inputs = inputs;
        BreakFix = RegimePricing.Of(Regime.BreakFix, q, stream, inputs.Currency);
        Managed = RegimePricing.Of(Regime.Managed, q, stream, inputs.Currency);
        InHouse = RegimePricing.Of(Regime.InHouse, q, stream, inputs.Currency);

        (BreakFixCheaper, BreakFixCheaperInCash) = Shares(q, stream);
    }

    /// <summary>The day of the model and its defaults.</summary>
    public static DateOnly ModelDate => new(2026, 11, 23);

    /// <summary>On what it rests.</summary>
    public ComparisonInputs Inputs { get; }

    /// <summary>Paying by the hour.</summary>
    public RegimeCost BreakFix { get; }

    /// <summary>The offer.</summary>
    public RegimeCost Managed { get; }

    /// <summary>Own technicians.</summary>
    public RegimeCost InHouse { get; }

    /// <summary>In which share of years, 0 to 1, break-fix costs less than the offer, lost time and revenue included.</summary>
    public double BreakFixCheaper { get; }

    /// <summary>The same, counting only what is paid to others.</summary>
    public double BreakFixCheaperInCash { get; }

    /// <summary>The verdict, all in.</summary>
    public Verdict Verdict => Verdicts.Of(BreakFixCheaper);

    /// <summary>The verdict in cash alone.</summary>
    public Verdict CashVerdict => Verdicts.Of(BreakFixCheaperInCash);

    /// <summary>By how much break-fix costs more than the offer in an average year, all in; negative when it costs less.</summary>
    public Money AverageSaving => BreakFix.AllIn.Mean - Managed.AllIn.Mean;

    /// <summary>The same, counting only what is paid to others.</summary>
    public Money AverageCashSaving => BreakFix.Cash.Mean - Managed.Cash.Mean;

    /// <summary>Whether most years go one way and the average the other: rare bad years outweigh many good ones. The page must then say both.</summary>
    public bool AverageAndYearsDisagree => AverageSaving.MinorUnits > 0 ? BreakFixCheaper > 0.5 : AverageSaving.MinorUnits < 0 && BreakFixCheaper < 0.5;

    /// <summary>Compares.</summary>
    public static Comparison Of(ComparisonInputs inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return new Comparison(inputs, new Quantities(inputs.ToNumbers()));
    }

    /// <summary>The two shares of years alone, as <see cref="BreakFixCheaper"/> and <see cref="BreakFixCheaperInCash"/>: a quarter of the work of the whole.</summary>
    public static (double BreakFixCheaper, double BreakFixCheaperInCash) SharesOf(ComparisonInputs inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var q = new Quantities(inputs.ToNumbers());
        return Shares(q, new EventStream(q));
    }

    /// <summary>The average year line by line, as <see cref="RegimeCost.Lines"/>, in closed form: no distribution is computed.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such regime.</exception>
    public static ImmutableArray<CostLine> LinesOf(ComparisonInputs inputs, Regime regime)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return RegimePricing.Shown(YearLines.Of(regime, new Quantities(inputs.ToNumbers())), inputs.Currency);
    }

    // Break-fix is cheaper when what it varies by falls short of what the offer costs more for certain.
    private static (double AllIn, double Cash) Shares(in Quantities q, EventStream stream)
    {
        var lead = RegimePricing.Fixed(YearLines.Of(Regime.Managed, q)) - RegimePricing.Fixed(YearLines.Of(Regime.BreakFix, q));
        return (
            CostDistribution.Of(stream.ExtraUnderBreakFix(cashOnly: false), lead).Below(lead),
            CostDistribution.Of(stream.ExtraUnderBreakFix(cashOnly: true), lead).Below(lead));
    }
}
