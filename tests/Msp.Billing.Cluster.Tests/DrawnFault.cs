namespace Msp.Billing.Cluster.Tests;

/// <summary>What goes wrong, as a seed says.</summary>
/// <param name="Fault">What.</param>
/// <param name="Place">Where the workers are.</param>
/// <param name="At">A contract's place from 1 for <see cref="FaultPlace.Posting"/>, milliseconds for <see cref="FaultPlace.Anywhere"/>.</param>
/// <param name="Whom">Which worker, from 0, where it happens to one.</param>
/// <param name="Seconds">How long a server is away.</param>
internal sealed record DrawnFault(Fault Fault, FaultPlace Place, int At, int Whom, int Seconds)
{
    /// <summary>Draws one.</summary>
    public static DrawnFault Of(Lots lots, int workers, Fault last, params ReadOnlySpan<FaultPlace> places)
    {
        var (fault, place) = ((Fault)(1 + lots.Below((int)last)), places[lots.Below(places.Length)]);

        // Who asks for a preview that is made gets another one, which is no fault.
        fault = fault == Fault.AskAgain && place is FaultPlace.Finishing or FaultPlace.Anywhere ? Fault.CutOff : fault;
        return new DrawnFault(fault, place, 1 + lots.Below(place == FaultPlace.Posting ? SharedMonth.Contracts : 1000), lots.Below(workers), lots.Below(4));
    }

    public override string ToString() => FormattableString.Invariant($"{Fault}{Detail} at {Place}{(Place is FaultPlace.Posting or FaultPlace.Anywhere ? $" {At}" : "")}");

    private string Detail => Fault switch
    {
        Fault.Outage => FormattableString.Invariant($" {Seconds} s"),
        Fault.Kill or Fault.Sleep or Fault.Terminate => FormattableString.Invariant($" {Whom}"),
        _ => "",
    };
}
