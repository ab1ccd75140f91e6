using System.Collections.Immutable;

namespace Msp.Billing.Amounts;

public readonly partial record struct Money
{
    /// <summary>Splits the amount into equal shares that add up to it; the earlier ones carry what is left over.</summary>
    /// <param name="shares">How many, one or more.</param>
    /// <returns>Shares that differ by at most one minor unit.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="shares"/> is not above zero.</exception>
    /// <example><code>new Money(100m, Currency.Eur).Split(3); // 33.34, 33.33, 33.33</code></example>
    public ImmutableArray<Money> Split(int shares)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(shares);
        var (share, left) = Math.DivRem(MinorUnits, shares);
        var split = ImmutableArray.CreateBuilder<Money>(shares);
        for (var i = 0; i < shares; i++)
        {
            split.Add(new Money(i < Math.Abs(left) ? share + Math.Sign(left) : share, Currency));
        }

        return split.MoveToImmutable();
    }

    /// <summary>Splits the amount by weight; the shares add up to it exactly.</summary>
    /// <param name="weights">One weight a share: zero or more, and at least one above zero.</param>
    /// <returns>One share a weight, in order, each less than one minor unit away from its exact share.</returns>
    /// <remarks>Largest remainder, see <see cref="Allocation"/>.</remarks>
    /// <exception cref="ArgumentException">There is no weight, a weight is negative, or no weight is above zero.</exception>
    /// <exception cref="OverflowException">The weights have too many digits, see <see cref="Allocation"/>.</exception>
    /// <example><code>new Money(100m, Currency.Eur).Allocate(1, 2, 3); // 16.67, 33.33, 50.00</code></example>
    public ImmutableArray<Money> Allocate(params ReadOnlySpan<decimal> weights)
    {
        var shares = new long[weights.Length];
        Allocation.Distribute(MinorUnits, weights, shares);
        var currency = Currency;
        return [.. shares.Select(share => new Money(share, currency))];
    }
}
