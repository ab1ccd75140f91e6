using Msp.Billing.Amounts;

namespace Msp.Billing.Contracts;

/// <summary>The legal entity that issues invoices. Everything belongs to one seller.</summary>
public sealed record Seller
{
    /// <summary>Creates a seller.</summary>
    /// <param name="code">Short and unique, such as <c>main</c>; part of every key.</param>
    /// <param name="name">As it is registered.</param>
    /// <param name="country">ISO 3166 two-letter code.</param>
    /// <param name="currency">The currency of its books.</param>
    /// <param name="timeZone">IANA name of the zone in which its service days begin and end, such as <c>Europe/Berlin</c>.</param>
    /// <param name="onePerson">Whether one person may approve their own runs; recorded with each run that used it.</param>
    /// <exception cref="ArgumentException">A text is blank, the country is not two capital letters, or there is no currency.</exception>
    public Seller(string code, string name, string country, Currency currency, string timeZone, bool onePerson = false)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(code);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentException.ThrowIfNullOrWhiteSpace(timeZone);
        if (country is not [>= 'A' and <= 'Z', >= 'A' and <= 'Z'])
        {
            throw new ArgumentException($"Seller {code}: '{country}' is not a country code of ISO 3166; write two capital letters, such as DE.", nameof(country));
        }

        if (currency == default)
        {
            throw new ArgumentException($"Seller {code} needs the currency of its books.", nameof(currency));
        }

        Code = code;
        Name = name;
        Country = country;
        Currency = currency;
        TimeZone = timeZone;
        OnePerson = onePerson;
    }

    /// <summary>Short and unique; part of every key.</summary>
    public string Code { get; }

    /// <summary>As it is registered.</summary>
    public string Name { get; }

    /// <summary>ISO 3166 two-letter code.</summary>
    public string Country { get; }

    /// <summary>The currency of its books.</summary>
    public Currency Currency { get; }

    /// <summary>IANA name of the zone in which its service days begin and end. Hosts resolve it; the core takes days.</summary>
    public string TimeZone { get; }

    /// <summary>Whether one person may approve their own runs; otherwise a second one must.</summary>
    public bool OnePerson { get; }

    /// <summary>What its new contracts do with half a minor unit; away from zero unless set.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such mode.</exception>
    public RoundingMode Rounding
    {
        get;
        init => field = Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(nameof(value), value, $"Seller {Code} needs a known rounding mode.");
    }
    = RoundingMode.HalfAwayFromZero;
}
