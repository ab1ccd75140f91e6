namespace Msp.Billing.Quotes;

/// <summary>What the customer said about itself to see whether a managed service suits it, as it was entered. An empty field was not asked.</summary>
public sealed record DraftFit
{
    /// <summary>Says that the customer's trade asks for documented security and compliance.</summary>
    public const string Yes = "yes";

    /// <summary>Says that it does not.</summary>
    public const string No = "no";

    /// <summary>Own technicians, in full-time people.</summary>
    public string Technicians { get; init; } = "";

    /// <summary><see cref="Yes"/> or <see cref="No"/>.</summary>
    public string IsRegulated { get; init; } = "";

    /// <summary>How many of a hundred people mostly work away from its sites.</summary>
    public string RemotePercent { get; init; } = "";

    /// <summary>By how many percent its headcount grows in a year; negative when it shrinks.</summary>
    public string GrowthPercent { get; init; } = "";
}
