using System.Diagnostics.CodeAnalysis;

namespace Msp.Billing.Amounts;

/// <summary>A currency of ISO 4217, such as EUR or USD.</summary>
/// <remarks>
/// <para>Equality compares the code. There is no order between currencies.</para>
/// <para><c>default</c> is XXX, "no currency", with no decimals: zero of it is the harmless default of <see cref="Money"/>.</para>
/// </remarks>
public readonly record struct Currency
{
    private readonly short _index;

    private Currency(short index) => _index = index;

    /// <summary>XXX, for what has no currency: <c>default</c>.</summary>
    public static Currency NoCurrency => default;

    /// <summary>Euro, two decimals.</summary>
    public static Currency Eur { get; } = FromCode("EUR");

    /// <summary>United States dollar, two decimals.</summary>
    public static Currency Usd { get; } = FromCode("USD");

    /// <summary>Pound sterling, two decimals.</summary>
    public static Currency Gbp { get; } = FromCode("GBP");

    /// <summary>Swiss franc, two decimals.</summary>
    public static Currency Chf { get; } = FromCode("CHF");

    /// <summary>Yen, no decimals.</summary>
    public static Currency Jpy { get; } = FromCode("JPY");

    /// <summary>The three letters, such as <c>EUR</c>.</summary>
    public string Code => Iso4217.At(_index).Code;

    /// <summary>The ISO 4217 number, such as 978 for EUR.</summary>
    public int Number => Iso4217.At(_index).Number;

    /// <summary>The English name in the ISO list.</summary>
    public string Name => Iso4217.At(_index).Name;

    /// <summary>How many decimals an amount has: 0, 2, 3 or 4. Zero for codes whose list entry says "not applicable", such as gold.</summary>
    public int Decimals => Iso4217.At(_index).Decimals;

    /// <summary>The smallest amount, such as 0.01 for EUR and 1 for JPY.</summary>
    public decimal MinorUnit => Iso4217.MinorUnit(Decimals);

    /// <summary>Every currency of the list: XXX, then the others in the order of their codes.</summary>
    public static IEnumerable<Currency> All
    {
        get
        {
            for (short i = 0; i < Iso4217.Count; i++)
            {
                yield return new Currency(i);
            }
        }
    }

    /// <summary>Finds a currency by its three letters.</summary>
    /// <param name="code">Three letters, upper case, as ISO 4217 writes them.</param>
    /// <exception cref="ArgumentException">The list has no such code.</exception>
    public static Currency FromCode(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return TryFromCode(code, out var currency)
            ? currency
            : throw new ArgumentException($"'{code}' is not a currency code of ISO 4217; write three capital letters, such as EUR.", nameof(code));
    }

    /// <summary>Finds a currency by its three letters, without an exception where there is none.</summary>
    public static bool TryFromCode([NotNullWhen(true)] string? code, out Currency currency)
    {
        var index = code is null ? (short)-1 : Iso4217.IndexOf(code);
        currency = new Currency(index < 0 ? (short)0 : index);
        return index >= 0;
    }

    /// <summary>The code.</summary>
    public override string ToString() => Code;
}
