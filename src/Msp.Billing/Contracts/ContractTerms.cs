using System.Collections.Immutable;
using Msp.Billing.Amounts;
using Msp.Billing.Periods;

namespace Msp.Billing.Contracts;

/// <summary>Everything that is agreed: lines, days, term, discounts, uplift. A quote's option holds the same terms.</summary>
/// <remarks>Immutable. Changes are amendments of a <see cref="Contract"/>, never edits of its terms.</remarks>
public sealed class ContractTerms
{
    /// <summary>Creates terms.</summary>
    /// <param name="currency">The one currency of every price in it.</param>
    /// <param name="start">The first billed day.</param>
    /// <param name="lines">The lines; numbers unique.</param>
    /// <exception cref="ArgumentException">A line's number repeats, its currency differs, or its end is before its start.</exception>
    public ContractTerms(Currency currency, DateOnly start, params ReadOnlySpan<ContractLine> lines)
    {
        Currency = currency;
        Start = start;
        Anchor = BillingAnchor.OnStart(start);
        Lines = [.. lines];
        for (var i = 0; i < lines.Length; i++)
        {
            CheckLine(lines[i], lines[..i]);
        }
    }

    /// <summary>The one currency of the contract.</summary>
    public Currency Currency { get; }

    /// <summary>The first billed day.</summary>
    public DateOnly Start { get; }

    /// <summary>The first day that is no longer billed, where it is agreed from the outset; null otherwise.</summary>
    public DateOnly? End { get; init; }

    /// <summary>Which day periods are counted from: the start day unless set to a common billing day.</summary>
    public BillingAnchor Anchor { get; init; }

    /// <summary>The lines at the start.</summary>
    public ImmutableArray<ContractLine> Lines { get; }

    /// <summary>Discounts on every recurring line.</summary>
    public ImmutableArray<Discount> Discounts { get; init; } = [];

    /// <summary>How long it binds; evergreen unless set.</summary>
    public Term Term { get; init; } = Term.Evergreen;

    /// <summary>How prices rise; null when they do not.</summary>
    public Uplift? Uplift { get; init; }

    /// <summary>Days from issue to due; 30 unless set.</summary>
    public int PaymentDays { get; init; } = 30;

    /// <summary>What happens to half a minor unit; away from zero unless set.</summary>
    public RoundingMode Rounding { get; init; } = RoundingMode.HalfAwayFromZero;

    /// <summary>Whether prices include tax; they do not unless set.</summary>
    public bool PricesIncludeTax { get; init; }

    /// <summary>The first day that is billed here; earlier days were billed elsewhere, before the contract was taken over. Null to bill from the start.</summary>
    public DateOnly? BilledElsewhereUntil { get; init; }

    internal void CheckLine(ContractLine line, ReadOnlySpan<ContractLine> others)
    {
        ArgumentNullException.ThrowIfNull(line);
        if (line.Charge.Pricing.Currency != Currency)
        {
            throw new ArgumentException($"Line {line.Id} ('{line.Charge.Code}') is priced in {line.Charge.Pricing.Currency.Code}; the contract is in {Currency.Code}.", nameof(line));
        }

        if (line.End is { } end && end < (line.Start ?? Start))
        {
            throw new ArgumentException(FormattableString.Invariant($"Line {line.Id} ends on {end:yyyy-MM-dd}, before it starts on {line.Start ?? Start:yyyy-MM-dd}."), nameof(line));
        }

        foreach (var other in others)
        {
            if (other.Id == line.Id)
            {
                throw new ArgumentException($"Line number {line.Id} is used twice; numbers are never reused.", nameof(line));
            }
        }
    }
}
