namespace Msp.Billing.BreakFix.Distributions;

/// <summary>One way in which an event can cost something: Shift + Scale × the event's own size.</summary>
/// <param name="Weight">The share of events that go this way, 0 to 1.</param>
/// <param name="Shift">What every such event costs, zero or more.</param>
/// <param name="Scale">What it costs by size; negative where the size saves.</param>
/// <param name="Charged">Whether the event's separate charge comes on top.</param>
internal readonly record struct JumpPart(double Weight, double Shift, double Scale, bool Charged = false);
