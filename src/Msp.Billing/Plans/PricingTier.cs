namespace Msp.Billing.Plans;

/// <summary>Where a plan stands in its family. Each tier includes everything of the one below; see <see cref="PlanFamily"/>. Stored: numbers are never reused.</summary>
public enum PricingTier
{
    /// <summary>The smallest package.</summary>
    Basic = 1,

    /// <summary>The package that most customers take.</summary>
    Standard = 2,

    /// <summary>Everything.</summary>
    Premium = 3,
}
