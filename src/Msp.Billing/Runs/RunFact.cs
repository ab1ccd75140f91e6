using Msp.Billing.Amounts;

namespace Msp.Billing.Runs;

/// <summary>One value that a problem of a run is about. A closed set, so that a page can write each in its reader's way.</summary>
public abstract record RunFact
{
    private RunFact(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Name = name;
    }

    /// <summary>What it is, such as <c>line</c>: the same for every problem of one code.</summary>
    public string Name { get; }

    /// <summary>A name, number or address, as it is stored.</summary>
    public sealed record Label : RunFact
    {
        /// <summary>Creates a label.</summary>
        public Label(string name, string text) : base(name) => Text = text;

        /// <summary>The text.</summary>
        public string Text { get; }
    }

    /// <summary>A day.</summary>
    public sealed record OnDay : RunFact
    {
        /// <summary>Creates a day.</summary>
        public OnDay(string name, DateOnly day) : base(name) => Day = day;

        /// <summary>The day.</summary>
        public DateOnly Day { get; }
    }

    /// <summary>A number, such as a quantity or a percentage.</summary>
    public sealed record Number : RunFact
    {
        /// <summary>Creates a number.</summary>
        public Number(string name, decimal value) : base(name) => Value = value;

        /// <summary>The number.</summary>
        public decimal Value { get; }
    }

    /// <summary>An amount of money, with its sign.</summary>
    public sealed record Amount : RunFact
    {
        /// <summary>Creates an amount.</summary>
        public Amount(string name, Money money) : base(name) => Money = money;

        /// <summary>The amount.</summary>
        public Money Money { get; }
    }
}
