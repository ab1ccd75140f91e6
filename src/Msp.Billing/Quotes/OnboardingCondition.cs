namespace Msp.Billing.Quotes;

/// <summary>One stated condition and what it adds to the onboarding fee, such as 60.00 for each user, or 20 % of a month's fee when nothing is documented.</summary>
public sealed record OnboardingCondition
{
    /// <summary>Creates a condition.</summary>
    /// <param name="code">Which count it looks at, such as <c>users</c> or <c>undocumented</c>.</param>
    /// <param name="name">What it is called on the proposal, such as "Set up users".</param>
    /// <param name="basis">How it adds.</param>
    /// <param name="rate">The amount in major units, or the percentage; zero or more, at most six decimals.</param>
    /// <exception cref="ArgumentException">A text is blank, the basis is unknown, or the rate is negative or too fine.</exception>
    public OnboardingCondition(string code, string name, OnboardingBasis basis, decimal rate)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(code);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (!Enum.IsDefined(basis) || rate < 0 || rate % 0.000001m != 0)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"Onboarding condition '{code}': it adds a fixed amount, an amount per unit or a percentage, zero or more, with at most six decimals; not {rate}."), nameof(rate));
        }

        Code = code;
        Name = name;
        Basis = basis;
        Rate = rate;
    }

    /// <summary>Which count it looks at.</summary>
    public string Code { get; }

    /// <summary>What it is called on the proposal.</summary>
    public string Name { get; }

    /// <summary>How it adds.</summary>
    public OnboardingBasis Basis { get; }

    /// <summary>The amount in major units, or the percentage.</summary>
    public decimal Rate { get; }
}
