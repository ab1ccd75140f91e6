using Msp.Billing.Contracts;

namespace Msp.Billing.Cli.Commands;

/// <summary>What <c>msp init</c> was told of a seller; null where nothing was said.</summary>
internal sealed record SellerFields(string? Code, string? Name, string? Country, string? Currency, string? TimeZone, bool? OnePerson)
{
    /// <summary>Whether nothing was said.</summary>
    public bool IsEmpty => this == new SellerFields(null, null, null, null, null, null);

    /// <summary>A new seller.</summary>
    /// <param name="code">Its code unless another was given.</param>
    /// <exception cref="CommandException">Something that a new seller needs was not given.</exception>
    public Seller ToSeller(string code)
    {
        if (Name is null || Country is null || Currency is null || TimeZone is null)
        {
            string[] missing =
            [
                .. new (string Option, string? Value)[] { ("--name", Name), ("--country", Country), ("--currency", Currency), ("--time-zone", TimeZone) }
                    .Where(field => field.Value is null).Select(field => field.Option),
            ];
            throw CommandException.Usage($"Seller '{Code ?? code}' is new and needs {string.Join(", ", missing)}.");
        }

        return new Seller(Code ?? code, Name, Country, Amounts.Currency.FromCode(Currency), TimeZone, OnePerson ?? false);
    }

    /// <summary>A seller with what was said in place of what it had.</summary>
    public Seller Over(Seller known)
    {
        ArgumentNullException.ThrowIfNull(known);
        return new Seller(
            known.Code, Name ?? known.Name, Country ?? known.Country, Currency is null ? known.Currency : Amounts.Currency.FromCode(Currency),
            TimeZone ?? known.TimeZone, OnePerson ?? known.OnePerson)
        { Rounding = known.Rounding };
    }
}
