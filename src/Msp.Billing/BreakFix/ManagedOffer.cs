using Msp.Billing.Amounts;

namespace Msp.Billing.BreakFix;

/// <summary>The managed service as offered: what a quote's option costs. All amounts are before tax.</summary>
public sealed record ManagedOffer
{
    /// <summary>Creates an offer.</summary>
    /// <param name="perUser">Price per user and month.</param>
    /// <param name="otherMonthly">All that recurs besides, per month: servers, sites, flat charges.</param>
    /// <param name="onboarding">The one-off fee at the start.</param>
    /// <param name="termMonths">Months of the term, 1 to 120.</param>
    /// <exception cref="CurrencyMismatchException">The currencies differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An amount is negative, or the term is no such term.</exception>
    public ManagedOffer(UnitPrice perUser, Money otherMonthly, Money onboarding, int termMonths)
    {
        foreach (var amount in (ReadOnlySpan<Money>)[otherMonthly, onboarding])
        {
            if (amount.Currency != perUser.Currency)
            {
                throw new CurrencyMismatchException(perUser.Currency, amount.Currency);
            }

            ArgumentOutOfRangeException.ThrowIfNegative(amount.MinorUnits, nameof(otherMonthly));
        }

        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(termMonths);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(termMonths, 120);
        PerUser = perUser;
        OtherMonthly = otherMonthly;
        Onboarding = onboarding;
        TermMonths = termMonths;
    }

    /// <summary>Price per user and month.</summary>
    public UnitPrice PerUser { get; }

    /// <summary>All that recurs besides, per month.</summary>
    public Money OtherMonthly { get; }

    /// <summary>The one-off fee at the start.</summary>
    public Money Onboarding { get; }

    /// <summary>Months of the term.</summary>
    public int TermMonths { get; }

    /// <summary>What recurs per month for so many users, in major units.</summary>
    internal decimal MonthlyFor(int users) => (PerUser.Amount * users) + OtherMonthly.Amount;
}
