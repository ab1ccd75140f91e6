using System.Collections.Immutable;
using Msp.Billing.Amounts;
using Msp.Billing.Periods;
using Msp.Billing.Plans;

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
            CheckLine(lines[i], lines[..i], []);
        }
    }

    /// <summary>The one currency of the contract.</summary>
    public Currency Currency { get; }

    /// <summary>The first billed day.</summary>
    public DateOnly Start { get; }

    /// <summary>The first day that is no longer billed, where it is agreed from the outset; null otherwise.</summary>
    public DateOnly? End { get; init; }

    /// <summary>The first day that is no longer billed, by an agreed end or by a term that does not renew; null when it runs until notice.</summary>
    public DateOnly? AgreedEnd => End ?? Term.ExpiryOf(Start);

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

    /// <summary>The terms for a plan: a line for each of its charges, and the term that its commitment offers.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="start">The first billed day.</param>
    /// <param name="quantities">Code of a charge and its quantity; see <see cref="ContractLine.FromPlan"/>.</param>
    /// <param name="prices">The price book whose prices and currency are agreed; null for the plan's own.</param>
    /// <exception cref="ArgumentException">A quantity is missing, or is for a charge that the plan does not have.</exception>
    /// <exception cref="PriceBookException">The book has no price for a charge.</exception>
    public static ContractTerms FromPlan(Plan plan, DateOnly start, IReadOnlyDictionary<string, decimal> quantities, PriceBook? prices = null)
    {
        var lines = ContractLine.FromPlan(plan, quantities, prices);
        return new ContractTerms(prices?.Currency ?? plan.Currency, start, lines.AsSpan()) { Term = Term.Of(plan.Level.Commitment) };
    }

    /// <summary>Refuses terms that contradict themselves. A contract checks its terms when it is created.</summary>
    /// <exception cref="ArgumentException">A day, a figure, a currency or a discount's number does not fit; the message names it.</exception>
    public void Check()
    {
        if (End is { } end && end < Start)
        {
            throw new ArgumentException(FormattableString.Invariant($"The contract ends on {end:yyyy-MM-dd}, before it starts on {Start:yyyy-MM-dd}."));
        }

        if (Term.ExpiryOf(Start) is { } expiry && End > expiry)
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"The agreed end {End:yyyy-MM-dd} is after the end of the only term, {expiry:yyyy-MM-dd}; leave one of them out, or let the term renew."));
        }

        if (Anchor == default)
        {
            throw new ArgumentException("The terms need a day from which periods are counted: the start, or a common billing day.");
        }

        if (PaymentDays is < 0 or > 3_660)
        {
            throw new ArgumentException(FormattableString.Invariant($"Payment within {PaymentDays} days is out of range; it is 0 to 3660."));
        }

        if (!Enum.IsDefined(Rounding))
        {
            throw new ArgumentException("The terms must say what happens to half a minor unit.");
        }

        if (Term.EarlyTermination is EarlyTermination.Fixed fee && fee.Amount.Currency != Currency)
        {
            throw new ArgumentException($"The fee for leaving early is in {fee.Amount.Currency.Code}; the contract is in {Currency.Code}.");
        }

        var discounts = new List<Discount>();
        CheckDiscounts(Discounts, discounts);
        foreach (var line in Lines)
        {
            CheckDiscounts(line.Discounts, discounts);
        }
    }

    internal void CheckLine(ContractLine line, ReadOnlySpan<ContractLine> others, IEnumerable<Discount> discounts)
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

        line.Charge.Unit.Check(line.CommittedQuantity, nameof(line));
        CheckDiscounts(line.Discounts, [.. discounts]);
    }

    private void CheckDiscounts(ImmutableArray<Discount> discounts, List<Discount> others)
    {
        foreach (var discount in discounts)
        {
            if (discount.Amount is { } amount && amount.Currency != Currency)
            {
                throw new ArgumentException($"Discount {discount.Id} ('{discount.Name}') is in {amount.Currency.Code}; the contract is in {Currency.Code}.");
            }

            if (others.Exists(other => other.Id == discount.Id))
            {
                throw new ArgumentException($"Discount number {discount.Id} ('{discount.Name}') is used twice; numbers are never reused.");
            }

            others.Add(discount);
        }
    }
}
