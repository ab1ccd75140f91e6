namespace Msp.Billing.EntityFrameworkCore;

/// <summary>What a parameter holds.</summary>
internal enum ValueKind
{
    /// <summary>A whole number: an amount, a quantity, an instant, yes or no.</summary>
    Number = 1,

    Text = 2,

    Bytes = 3,

    Day = 4,
}
