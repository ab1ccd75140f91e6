using System.Collections.Immutable;
using Msp.Billing.Amounts;
using Msp.Billing.BreakFix;

namespace Msp.Billing.Quotes;

/// <summary>One option beside break-fix over its term: every figure that a page shows. All are averages but for the percentiles of the points.</summary>
/// <remarks>
/// Immutable. Points are exact to the minor unit, for the drawing; pages print <see cref="SignificantFigures.Shown"/> figures of them. Add-ons and work once
/// cost the same either way and are left out of both, so the figures do not depend on which add-ons are chosen.
/// </remarks>
public sealed class ComparedOption
{
    /// <summary>The option's code.</summary>
    public required string Option { get; init; }

    /// <summary>How long: the term, or three years without one.</summary>
    public required int Months { get; init; }

    /// <summary>On what it rests, in the order of <see cref="ComparisonInput"/>.</summary>
    public required ImmutableArray<ComparedInput> Inputs { get; init; }

    /// <summary>What the option takes on the first day: onboarding.</summary>
    public required Money AtStart { get; init; }

    /// <summary>What the option takes in each year besides, with what it does not prevent.</summary>
    public required Money PerYear { get; init; }

    /// <summary>Break-fix at even steps from the first day to the last month; at least two.</summary>
    public required ImmutableArray<ComparedPoint> Points { get; init; }

    /// <summary>What follows, by the share of years.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>In how many of a hundred years break-fix takes less, lost time and revenue included.</summary>
    public required int BreakFixCheaperIn { get; init; }

    /// <summary>The same, counting only what is paid to others.</summary>
    public required int BreakFixCheaperInCash { get; init; }

    /// <summary>By how much break-fix takes more than the option over the months, in two figures; negative when it takes less.</summary>
    public required Money Saving { get; init; }

    /// <summary>Every how many months there is a point.</summary>
    public int Step => Points[1].Month;

    /// <summary>In how many of a hundred years the option takes less.</summary>
    public int OptionCheaperIn => 100 - BreakFixCheaperIn;

    /// <summary>The same, counting only what is paid to others.</summary>
    public int OptionCheaperInCash => 100 - BreakFixCheaperInCash;

    /// <summary>Whether most years go one way and the average the other: rare bad years outweigh many good ones. Pages then say both.</summary>
    public bool AverageAndYearsDisagree => Saving.MinorUnits > 0 ? BreakFixCheaperIn > 50 : Saving.MinorUnits < 0 && BreakFixCheaperIn < 50;

    /// <summary>The month from which on the option has taken less; null when it never has within the months.</summary>
    public int? EvenMonth
    {
        get
        {
            var ahead = (Points[^1].Mean.Amount / Months) - (PerYear.Amount / 12m);
            return ahead > 0 && decimal.Ceiling(AtStart.Amount / ahead) is var month && month <= Months ? (int)month : null;
        }
    }

    /// <summary>What the option has taken after some months, in major units, not rounded.</summary>
    public decimal After(int month) => AtStart.Amount + (PerYear.Amount * month / 12m);
}
