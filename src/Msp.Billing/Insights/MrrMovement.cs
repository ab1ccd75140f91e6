using System.Collections.Immutable;

namespace Msp.Billing.Insights;

/// <summary>How MRR moved between two days, by kind: the opening amount and the moves are exactly the closing amount.</summary>
/// <remarks>
/// A customer decides what is new and what is lost: a second contract is expansion, and a contract that ends beside another is contraction. A contract that takes
/// the place of another of the same customer counts as their difference. Amounts are in minor units of one currency.
/// </remarks>
public readonly record struct MrrMovement
{
    /// <summary>Every kind, in the order in which they are shown.</summary>
    public static ImmutableArray<MovementKind> Kinds { get; } = [.. Enum.GetValues<MovementKind>()];

    /// <summary>On the first day.</summary>
    public long Opening { get; init; }

    /// <summary>From customers who never had any before; zero or more.</summary>
    public long New { get; init; }

    /// <summary>From customers who came back; zero or more.</summary>
    public long Reactivation { get; init; }

    /// <summary>More units, lines and contracts; zero or more.</summary>
    public long Expansion { get; init; }

    /// <summary>Fewer units, lines and contracts; zero or less.</summary>
    public long Contraction { get; init; }

    /// <summary>Of customers who left; zero or less.</summary>
    public long Churn { get; init; }

    /// <summary>Uplifts, agreed prices and discounts.</summary>
    public long Price { get; init; }

    /// <summary>On the last day: the sum of all the others.</summary>
    public long Closing => Opening + New + Reactivation + Expansion + Contraction + Churn + Price;

    /// <summary>The move of a kind.</summary>
    public long this[MovementKind kind] => kind switch
    {
        MovementKind.New => New,
        MovementKind.Reactivation => Reactivation,
        MovementKind.Expansion => Expansion,
        MovementKind.Contraction => Contraction,
        MovementKind.Churn => Churn,
        MovementKind.Price => Price,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such kind of movement."),
    };

    /// <summary>The movement of one customer.</summary>
    /// <param name="steps">The steps of its contracts in one currency.</param>
    /// <param name="hadBefore">Whether it had recurring revenue on any day before the first.</param>
    public static MrrMovement OfCustomer(ReadOnlySpan<MrrStep> steps, bool hadBefore)
    {
        var (opening, closing) = (0L, 0L);
        foreach (ref readonly var step in steps)
        {
            opening += step.Opening;
            closing += step.Closing;
        }

        if (opening == 0)
        {
            return hadBefore ? new MrrMovement { Reactivation = closing } : new MrrMovement { New = closing };
        }

        if (closing == 0)
        {
            return new MrrMovement { Opening = opening, Churn = -opening };
        }

        var movement = new MrrMovement { Opening = opening };
        foreach (ref readonly var step in steps)
        {
            movement += step switch
            {
                { Opening: 0 } when Predecessor(steps, step) is { } before => Net(step.Closing - before),
                { Opening: 0 } => Net(step.Closing),
                { Closing: 0 } when IsSucceeded(steps, step.Contract) => default,
                { Closing: 0 } => Net(-step.Opening),
                _ => new MrrMovement { Expansion = step.More, Contraction = step.Fewer, Price = step.Price },
            };
        }

        return movement;
    }

    /// <summary>Two movements together.</summary>
    public static MrrMovement operator +(MrrMovement left, MrrMovement right) => new()
    {
        Opening = left.Opening + right.Opening,
        New = left.New + right.New,
        Reactivation = left.Reactivation + right.Reactivation,
        Expansion = left.Expansion + right.Expansion,
        Contraction = left.Contraction + right.Contraction,
        Churn = left.Churn + right.Churn,
        Price = left.Price + right.Price,
    };

    /// <summary>Two movements together.</summary>
    public static MrrMovement Add(MrrMovement left, MrrMovement right) => left + right;

    private static MrrMovement Net(long change) => new() { Expansion = Math.Max(change, 0), Contraction = Math.Min(change, 0) };

    // The opening amount of the contract whose place it took, where that one ended and nobody else took it.
    private static long? Predecessor(ReadOnlySpan<MrrStep> steps, in MrrStep step)
    {
        foreach (ref readonly var other in steps)
        {
            if (other.Contract == step.Predecessor && other is { Opening: > 0, Closing: 0 })
            {
                return FirstSuccessor(steps, other.Contract) == step.Contract ? other.Opening : null;
            }
        }

        return null;
    }

    private static bool IsSucceeded(ReadOnlySpan<MrrStep> steps, string contract) => FirstSuccessor(steps, contract) is not null;

    private static string? FirstSuccessor(ReadOnlySpan<MrrStep> steps, string contract)
    {
        foreach (ref readonly var step in steps)
        {
            if (step.Predecessor == contract && step is { Opening: 0, Closing: > 0 })
            {
                return step.Contract;
            }
        }

        return null;
    }
}
