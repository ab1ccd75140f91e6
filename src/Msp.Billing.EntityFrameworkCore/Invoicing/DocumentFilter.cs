namespace Msp.Billing.EntityFrameworkCore.Invoicing;

/// <summary>Which posted documents are wanted; what is null does not matter.</summary>
public sealed record DocumentFilter
{
    /// <summary>Its whole number.</summary>
    public string? Number { get; init; }

    /// <summary>How it stands.</summary>
    public DocumentState? State { get; init; }

    /// <summary>Invoice or credit note.</summary>
    public Msp.Billing.Invoicing.DocumentKind? Kind { get; init; }

    /// <summary>The number of the run that posted it.</summary>
    public string? Run { get; init; }

    /// <summary>The customer's number.</summary>
    public string? Customer { get; init; }

    /// <summary>From this day of issue, inclusive.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Through this day of issue, inclusive.</summary>
    public DateOnly? Through { get; init; }

    /// <summary>Letters of its number, its contract, or the customer's number or name; capitals do not matter.</summary>
    public string? Text { get; init; }
}
