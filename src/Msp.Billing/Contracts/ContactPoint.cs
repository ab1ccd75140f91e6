namespace Msp.Billing.Contracts;

/// <summary>Whom to ask about a document (EN 16931: BT-41 to BT-43, BT-56 to BT-58).</summary>
public sealed record ContactPoint
{
    /// <summary>Creates a contact.</summary>
    /// <param name="name">A person or a department; null for none.</param>
    /// <param name="phone">Telephone number as it is dialled from abroad; null for none.</param>
    /// <param name="email">Mail address; null for none.</param>
    /// <exception cref="ArgumentException">All three are blank, or the mail address has no @.</exception>
    public ContactPoint(string? name, string? phone = null, string? email = null)
    {
        Name = PartyText.Optional(name, "Name of the contact");
        Phone = PartyText.Optional(phone, "Telephone number");
        Email = PartyText.Optional(email, "Mail address of the contact");
        if (Email is not null && (Email.IndexOf('@', StringComparison.Ordinal) is var at && (at < 1 || at == Email.Length - 1 || Email.Contains(' ', StringComparison.Ordinal))))
        {
            throw new ArgumentException($"'{Email}' is not a mail address; write one, such as billing@example.com.", nameof(email));
        }

        if (Name is null && Phone is null && Email is null)
        {
            throw new ArgumentException("A contact needs a name, a telephone number or a mail address.", nameof(name));
        }
    }

    /// <summary>A person or a department; null for none.</summary>
    public string? Name { get; }

    /// <summary>Telephone number; null for none.</summary>
    public string? Phone { get; }

    /// <summary>Mail address; null for none.</summary>
    public string? Email { get; }
}
