using Msp.Billing.Amounts;

namespace Msp.Billing.EntityFrameworkCore.Invoicing;

/// <summary>Something that happened to a posted document: one line of its history.</summary>
/// <param name="Kind">What.</param>
/// <param name="Day">The day in the books, or of the reminder; the day of recording for what has none.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="Author">Who recorded it.</param>
public sealed record DocumentMoment(DocumentMomentKind Kind, DateOnly Day, DateTimeOffset At, string Author)
{
    /// <summary>What was applied, taken off or given up; null where there is no amount.</summary>
    public Money? Amount { get; init; }

    /// <summary>The number of the payment, credit note, invoice or reminder on the other side; null for none.</summary>
    public string? Other { get; init; }

    /// <summary>Where it was sent, the reminder's title, or the reason; null for nothing.</summary>
    public string? Detail { get; init; }
}
