using Msp.Billing.Contracts;

namespace Msp.Billing.Cli.Output;

/// <summary>What leaving before the end of a term costs, for programs; before tax, in major units.</summary>
/// <param name="Kind">none, fixed, remainingShare, monthsOrRemainder, or declining.</param>
/// <param name="Amount">Of a fixed fee.</param>
/// <param name="Percent">Of what remains.</param>
/// <param name="Months">So many months, or the remainder if that is less.</param>
/// <param name="PercentByYear">Of what remains, by year of the contract.</param>
internal sealed record EarlyTerminationJson(string Kind, decimal? Amount, decimal? Percent, int? Months, IReadOnlyList<decimal> PercentByYear)
{
    /// <summary>The same for programs.</summary>
    public static EarlyTerminationJson Of(EarlyTermination termination) => termination switch
    {
        EarlyTermination.Fixed known => new("fixed", known.Amount.Amount, null, null, []),
        EarlyTermination.RemainingShare share => new("remainingShare", null, share.Percent.Value, null, []),
        EarlyTermination.MonthsOrRemainder months => new("monthsOrRemainder", null, null, months.Months, []),
        EarlyTermination.Declining declining => new("declining", null, null, null, [.. declining.PercentByYear.Select(percent => percent.Value)]),
        _ => new("none", null, null, null, []),
    };

    /// <summary>The same for people.</summary>
    public string Words() => Kind switch
    {
        "fixed" => $"costs {Figures.Of(Amount ?? 0)}",
        "remainingShare" => $"costs {Figures.Of(Percent ?? 0)} % of what remains",
        "monthsOrRemainder" => $"costs {Figures.Of(Months ?? 0)} months, or what remains if that is less",
        "declining" => $"costs a share of what remains that falls by the year: {string.Join(", ", PercentByYear.Select(percent => $"{Figures.Of(percent)} %"))}",
        _ => "costs nothing",
    };
}
