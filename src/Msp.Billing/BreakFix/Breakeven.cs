namespace Msp.Billing.BreakFix;

/// <summary>Where one number would make break-fix and the offer cost the same on average, all others unchanged.</summary>
public abstract record Breakeven
{
    private Breakeven(ComparisonInput input) => Input = input;

    /// <summary>The number that was varied.</summary>
    public ComparisonInput Input { get; }

    /// <summary>Both cost the same at a value.</summary>
    public sealed record At : Breakeven
    {
        internal At(ComparisonInput input, double value, Regime below)
            : base(input)
        {
            Value = value;
            CheaperBelow = below;
        }

        /// <summary>The value, in the unit of the number.</summary>
        public double Value { get; }

        /// <summary>Which of break-fix and the offer is cheaper on average below the value; above it is the other.</summary>
        public Regime CheaperBelow { get; }
    }

    /// <summary>No value that is accepted makes them cost the same.</summary>
    public sealed record Never : Breakeven
    {
        internal Never(ComparisonInput input, Regime cheaper)
            : base(input) => Cheaper = cheaper;

        /// <summary>Which is cheaper on average at every value.</summary>
        public Regime Cheaper { get; }
    }
}
