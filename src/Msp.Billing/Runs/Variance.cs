namespace Msp.Billing.Runs;

/// <summary>The difference between two runs, or between a contract's amounts in them, by cause; in minor units of one currency.</summary>
/// <remarks>The causes sum to the difference exactly. <c>default</c> is no difference.</remarks>
public readonly record struct Variance
{
    private readonly CauseAmounts _amounts;

    private Variance(CauseAmounts amounts) => _amounts = amounts;

    /// <summary>Every cause, in the order of their numbers.</summary>
    public static ReadOnlySpan<VarianceCause> Causes =>
    [
        VarianceCause.New, VarianceCause.Ended, VarianceCause.Quantity, VarianceCause.Price, VarianceCause.Uplift, VarianceCause.Proration,
        VarianceCause.OneOff, VarianceCause.Credit, VarianceCause.Tax, VarianceCause.Adjustment, VarianceCause.Cadence, VarianceCause.NotBilled,
    ];

    /// <summary>The whole difference.</summary>
    public long MinorUnits
    {
        get
        {
            var sum = 0L;
            foreach (var cause in Causes)
            {
                sum += this[cause];
            }

            return sum;
        }
    }

    /// <summary>What one cause makes of the difference.</summary>
    public long this[VarianceCause cause] => _amounts[(int)cause - 1];

    /// <summary>Adds two differences, cause by cause.</summary>
    public static Variance operator +(Variance left, Variance right)
    {
        var amounts = left._amounts;
        for (var i = 0; i < CauseAmounts.Count; i++)
        {
            amounts[i] += right._amounts[i];
        }

        return new Variance(amounts);
    }

    /// <summary>The same with more of one cause.</summary>
    public Variance Plus(VarianceCause cause, long minorUnits)
    {
        var amounts = _amounts;
        amounts[(int)cause - 1] += minorUnits;
        return new Variance(amounts);
    }

    /// <summary>By cause.</summary>
    public bool Equals(Variance other)
    {
        foreach (var cause in Causes)
        {
            if (this[cause] != other[cause])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Of the whole difference.</summary>
    public override int GetHashCode() => MinorUnits.GetHashCode();

    [System.Runtime.CompilerServices.InlineArray(Count)]
    private struct CauseAmounts
    {
        internal const int Count = 12;
        private long _first;
    }
}
