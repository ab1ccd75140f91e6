namespace Msp.Billing.BreakFix;

/// <summary>A way to have one's computers looked after. Stored with a quote's snapshot: numbers are never reused.</summary>
public enum Regime
{
    /// <summary>Somebody is called, and paid by the hour, when something breaks.</summary>
    BreakFix = 1,

    /// <summary>The offer: a flat fee.</summary>
    Managed = 2,

    /// <summary>Own technicians; hours that they cannot cover are bought as break-fix.</summary>
    InHouse = 3,
}
