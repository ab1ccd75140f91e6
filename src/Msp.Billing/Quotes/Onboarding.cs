using System.Collections.Immutable;
using Msp.Billing.Amounts;
using Msp.Billing.Catalog;
using Msp.Billing.Plans;

namespace Msp.Billing.Quotes;

/// <summary>The one-off fee for taking a customer on, with the steps that add up to it.</summary>
/// <remarks>Immutable. The fee is the sum of its steps, raised to the least or lowered to the largest fee where the formula says so; never a figure that cannot be followed.</remarks>
public sealed class Onboarding
{
    /// <summary>The code of its line in the contract.</summary>
    public const string ChargeCode = "onboarding";

    internal Onboarding(string name, Money fee, ImmutableArray<OnboardingStep> steps, Money? least, Money? most)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentOutOfRangeException.ThrowIfNegative(fee.MinorUnits, nameof(fee));
        Name = name;
        Fee = fee;
        Steps = steps;
        Least = least;
        Most = most;
    }

    /// <summary>What the line is called.</summary>
    public string Name { get; }

    /// <summary>The fee, before tax.</summary>
    public Money Fee { get; }

    /// <summary>How it came to be; empty for a fixed fee.</summary>
    public ImmutableArray<OnboardingStep> Steps { get; }

    /// <summary>The least fee that the formula allows; null for none.</summary>
    public Money? Least { get; }

    /// <summary>The largest fee that the formula allows; null for none.</summary>
    public Money? Most { get; }

    /// <summary>How it is taxed; standard unless set.</summary>
    public TaxCategory TaxCategory { get; init; } = TaxCategory.Standard;

    /// <summary>The revenue account of the ledger; empty for the seller's default.</summary>
    public string LedgerAccount { get; init; } = "";

    /// <summary>A fee that was simply set.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The fee is negative.</exception>
    public static Onboarding Fixed(string name, Money fee) => new(name, fee, [], null, null);

    /// <summary>The fee as it is billed: once, on the first day. What it costs is the hours of the start.</summary>
    internal Charge ToCharge() => new(ChargeCode, Name, BillingUnit.Flat, Pricing.Flat(Fee.Amount, Fee.Currency))
    {
        Timing = ChargeTiming.Once,
        TaxCategory = TaxCategory,
        LedgerAccount = LedgerAccount,
        UnitCost = 0m,
    };

    /// <summary>The steps and the fee, one a line, in no culture.</summary>
    public override string ToString() => string.Join('\n', Steps.Select(step => step.ToString()).Append($"{Name}: {Fee}"));
}
