namespace Msp.Billing.Contracts;

/// <summary>Where a party takes electronic invoices (EN 16931: BT-34, BT-49): what a network such as Peppol delivers to.</summary>
public sealed record ElectronicAddress
{
    /// <summary>Creates an address.</summary>
    /// <param name="scheme">
    /// What the address is, by its code of the Electronic Address Scheme list: 9930 for a German and 9935 for an Irish VAT number, 0088 for a GLN, EM for a mailbox
    /// (which Peppol does not deliver to).
    /// </param>
    /// <param name="id">The address itself, such as <c>IE6388047V</c>.</param>
    /// <exception cref="ArgumentException">Either is blank, or the scheme is neither four digits nor two capital letters.</exception>
    public ElectronicAddress(string scheme, string id)
    {
        Scheme = PartyText.Required(scheme, "Scheme of the electronic address");
        Id = PartyText.Required(id, "Electronic address");
        if (Scheme is not ([>= '0' and <= '9', >= '0' and <= '9', >= '0' and <= '9', >= '0' and <= '9'] or [>= 'A' and <= 'Z', >= 'A' and <= 'Z']))
        {
            throw new ArgumentException($"'{Scheme}' is not a scheme of electronic addresses; write its code, such as 9930 for a German VAT number or 0088 for a GLN.", nameof(scheme));
        }
    }

    /// <summary>What the address is, by its code of the Electronic Address Scheme list.</summary>
    public string Scheme { get; }

    /// <summary>The address itself.</summary>
    public string Id { get; }
}
