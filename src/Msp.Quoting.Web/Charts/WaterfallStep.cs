namespace Msp.Quoting.Web.Charts;

/// <summary>A row of a waterfall.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Value">By how much it goes up or down; a total's own height.</param>
/// <param name="Text">The figure as it is written.</param>
/// <param name="IsTotal">Whether it stands on the axis and does not move anything.</param>
public sealed record WaterfallStep(string Label, decimal Value, string Text, bool IsTotal = false);
