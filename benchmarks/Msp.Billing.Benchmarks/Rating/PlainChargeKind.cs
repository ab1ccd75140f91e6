namespace Msp.Billing.Benchmarks.Rating;

/// <summary>How a <see cref="PlainCharge"/> is priced.</summary>
internal enum PlainChargeKind
{
    /// <summary>One price for the month.</summary>
    Flat = 1,

    /// <summary>Quantity times price.</summary>
    PerUnit = 2,

    /// <summary>Each step prices the units inside it.</summary>
    Graduated = 3,

    /// <summary>Only units above the included ones are priced.</summary>
    AboveAllowance = 4,

    /// <summary>Minutes, billed in quarter hours begun, priced by the hour.</summary>
    QuarterHoursBegun = 5,
}
