namespace Msp.Billing.BreakFix;

/// <summary>Whether a managed service suits a firm. Stored with a quote's snapshot: numbers are never reused.</summary>
public enum FitAnswer
{
    /// <summary>It does.</summary>
    You = 1,

    /// <summary>Some things speak for it, others against.</summary>
    Perhaps = 2,

    /// <summary>It does not, for the reasons given.</summary>
    NotYou = 3,

    /// <summary>It cannot be said: what is not known yet decides.</summary>
    Open = 4,
}
