namespace Msp.Billing.Contracts;

/// <summary>The number under which a company is registered (EN 16931: BT-30, BT-47).</summary>
public sealed record LegalRegistration
{
    /// <summary>Creates a registration.</summary>
    /// <param name="id">The number, such as <c>HRB 12345</c>.</param>
    /// <param name="scheme">Which register gave it: four digits of the ISO 6523 list, such as 0106 for the Dutch chamber of commerce; null where the list has none.</param>
    /// <exception cref="ArgumentException">The number is blank, or the scheme is not four digits.</exception>
    public LegalRegistration(string id, string? scheme = null)
    {
        Id = PartyText.Required(id, "Registration number");
        Scheme = PartyText.Optional(scheme, "Scheme of the registration number");
        if (Scheme is not (null or [>= '0' and <= '9', >= '0' and <= '9', >= '0' and <= '9', >= '0' and <= '9']))
        {
            throw new ArgumentException($"'{Scheme}' is not a scheme of registration numbers; write four digits of the ISO 6523 list, such as 0106, or leave it out.", nameof(scheme));
        }
    }

    /// <summary>The number.</summary>
    public string Id { get; }

    /// <summary>Which register gave it, by its four digits of the ISO 6523 list; null where the list has none.</summary>
    public string? Scheme { get; }
}
