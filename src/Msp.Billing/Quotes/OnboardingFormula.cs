using System.Collections.Immutable;
using Msp.Billing.Amounts;
using Msp.Billing.Catalog;

namespace Msp.Billing.Quotes;

/// <summary>How a seller derives the onboarding fee from what a customer states: printed with every fee, so that it can be checked by hand.</summary>
/// <remarks>Immutable.</remarks>
public sealed class OnboardingFormula
{
    /// <summary>Creates a formula.</summary>
    /// <param name="name">What the fee is called on the proposal.</param>
    /// <param name="conditions">What adds to it, in the order in which it is shown; at least one.</param>
    /// <exception cref="ArgumentException">The name is blank, or there is no condition.</exception>
    public OnboardingFormula(string name, params IEnumerable<OnboardingCondition> conditions)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Name = name;
        Conditions = [.. conditions];
        if (Conditions.IsEmpty)
        {
            throw new ArgumentException($"Onboarding formula '{name}' has no condition; nothing would add to the fee.", nameof(conditions));
        }
    }

    /// <summary>What the fee is called on the proposal.</summary>
    public string Name { get; }

    /// <summary>What adds to it.</summary>
    public ImmutableArray<OnboardingCondition> Conditions { get; }

    /// <summary>The least fee, in major units; null for none.</summary>
    public decimal? Least { get; init; }

    /// <summary>The largest fee, in major units; null for none.</summary>
    public decimal? Most { get; init; }

    /// <summary>How the fee is taxed; standard unless set.</summary>
    public TaxCategory TaxCategory { get; init; } = TaxCategory.Standard;

    /// <summary>The revenue account of the ledger; empty for the seller's default.</summary>
    public string LedgerAccount { get; init; } = "";

    /// <summary>The fee for what a customer stated.</summary>
    /// <param name="counts">Code of a count and its quantity; one that is not stated counts as zero.</param>
    /// <param name="monthly">The monthly fee, for conditions that are a percentage of it.</param>
    /// <param name="rounding">What each step does with half a minor unit.</param>
    /// <exception cref="ArgumentException">The least or largest fee is not a whole number of minor units.</exception>
    public Onboarding For(IReadOnlyDictionary<string, decimal> counts, Money monthly, RoundingMode rounding = RoundingMode.HalfAwayFromZero)
    {
        ArgumentNullException.ThrowIfNull(counts);
        var currency = monthly.Currency;
        var steps = ImmutableArray.CreateBuilder<OnboardingStep>();
        var sum = Money.Zero(currency);
        foreach (var condition in Conditions)
        {
            var count = counts.GetValueOrDefault(condition.Code);
            if (count == 0)
            {
                continue;
            }

            var (exact, divisor, of) = condition.Basis switch
            {
                OnboardingBasis.Fixed => (condition.Rate, 1L, Money.Zero(currency)),
                OnboardingBasis.PerUnit => (condition.Rate * count, 1L, Money.Zero(currency)),
                _ => (monthly.Amount * condition.Rate * count, 100L, monthly),
            };
            var amount = Money.FromMinorUnits(Rounding.ToMinorUnits(exact, divisor, currency.Decimals, rounding), currency);
            steps.Add(new OnboardingStep(condition.Name, condition.Basis, count, condition.Rate, of, amount));
            sum += amount;
        }

        Money? least = Least is { } low ? new Money(low, currency) : null;
        Money? most = Most is { } high ? new Money(high, currency) : null;
        var fee = least is { } floor && sum < floor ? floor : most is { } cap && sum > cap ? cap : sum;
        return new Onboarding(Name, fee, steps.ToImmutable(), least, most) { TaxCategory = TaxCategory, LedgerAccount = LedgerAccount };
    }
}
