namespace Msp.Billing.EntityFrameworkCore.Runs;

/// <summary>How far a run is.</summary>
/// <param name="Done">Contracts looked at, or documents posted.</param>
/// <param name="Total">How many there are.</param>
public readonly record struct RunProgress(int Done, int Total);
