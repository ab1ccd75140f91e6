namespace Msp.Quoting.Web.Charts;

/// <summary>A state that something is in for a while.</summary>
/// <param name="Name">The state.</param>
/// <param name="Since">From when on, as it is printed; empty for the first.</param>
/// <param name="Time">Below zero: it was; zero: it is; above zero: it will be.</param>
public sealed record CourseStep(string Name, string Since, int Time);
