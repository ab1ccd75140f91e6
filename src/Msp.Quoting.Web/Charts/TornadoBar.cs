namespace Msp.Quoting.Web.Charts;

/// <summary>How far a result moves when one assumption goes from a low to a high value.</summary>
/// <param name="Name">The assumption.</param>
/// <param name="LowText">Its low value as it is printed.</param>
/// <param name="HighText">Its high value as it is printed.</param>
/// <param name="AtLow">The result at the low value.</param>
/// <param name="AtHigh">The result at the high value.</param>
public sealed record TornadoBar(string Name, string LowText, string HighText, decimal AtLow, decimal AtHigh);
