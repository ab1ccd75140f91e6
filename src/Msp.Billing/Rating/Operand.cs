using Msp.Billing.Amounts;
using Msp.Billing.Periods;

namespace Msp.Billing.Rating;

/// <summary>A named value that went into a step of an explanation. A closed set: data, not text, so that each reader sees it in their own format.</summary>
public abstract record Operand
{
    private Operand(OperandName name) => Name = name;

    /// <summary>What it stands for.</summary>
    public OperandName Name { get; }

    /// <summary>A plain number, such as a quantity.</summary>
    public sealed record Number : Operand
    {
        internal Number(OperandName name, decimal value) : base(name) => Value = value;

        /// <summary>The number.</summary>
        public decimal Value { get; }
    }

    /// <summary>An exact amount or price, in major units: a fraction, as exact as the arithmetic was.</summary>
    public sealed record Amount : Operand
    {
        internal Amount(OperandName name, decimal value, Currency currency) : this(name, value, 1, currency)
        {
        }

        internal Amount(OperandName name, decimal numerator, long denominator, Currency currency) : base(name) =>
            (Numerator, Denominator, Currency) = (numerator, denominator, currency);

        /// <summary>The numerator, in major units.</summary>
        public decimal Numerator { get; }

        /// <summary>Above zero.</summary>
        public long Denominator { get; }

        /// <summary>The currency.</summary>
        public Currency Currency { get; }

        /// <summary>In major units; only the fraction is exact.</summary>
        public decimal Value => Denominator == 1 ? Numerator : Numerator / Denominator;
    }

    /// <summary>A day.</summary>
    public sealed record Day : Operand
    {
        internal Day(OperandName name, DateOnly value) : base(name) => Value = value;

        /// <summary>The day.</summary>
        public DateOnly Value { get; }
    }

    /// <summary>A run of days.</summary>
    public sealed record Period : Operand
    {
        internal Period(OperandName name, ServicePeriod value) : base(name) => Value = value;

        /// <summary>The days, half-open.</summary>
        public ServicePeriod Value { get; }
    }

    /// <summary>A share of a whole, such as 17/31.</summary>
    public sealed record Fraction : Operand
    {
        internal Fraction(OperandName name, long numerator, long denominator) : base(name) => (Numerator, Denominator) = (numerator, denominator);

        /// <summary>Zero or more.</summary>
        public long Numerator { get; }

        /// <summary>Above zero.</summary>
        public long Denominator { get; }
    }

    /// <summary>Text: a name as it is, such as a charge's, or the name of a choice, such as a day count, which each reader sees in their language.</summary>
    public sealed record Label : Operand
    {
        internal Label(OperandName name, string value) : base(name) => Value = value;

        /// <summary>The name.</summary>
        public string Value { get; }
    }
}
