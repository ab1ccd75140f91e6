namespace Msp.Billing.Quotes;

/// <summary>Who accepted, and from where: what the page knew when the button was pressed.</summary>
public sealed record Signer
{
    /// <summary>Creates a signer.</summary>
    /// <param name="name">The full name, as typed.</param>
    /// <param name="role">The role in the customer's firm, as typed.</param>
    /// <param name="at">When; kept in UTC.</param>
    /// <param name="networkAddress">The address of the signer's network; empty when unknown.</param>
    /// <param name="userAgent">What the browser said about itself; empty when unknown.</param>
    /// <exception cref="ArgumentException">Name or role is blank, or a text is longer than 500 letters.</exception>
    public Signer(string name, string role, DateTimeOffset at, string networkAddress, string userAgent)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentException.ThrowIfNullOrWhiteSpace(role);
        ArgumentNullException.ThrowIfNull(networkAddress);
        ArgumentNullException.ThrowIfNull(userAgent);
        foreach (var text in (ReadOnlySpan<string>)[name, role, networkAddress])
        {
            if (text.Length > Longest)
            {
                throw new ArgumentException($"A name, role or address has at most {Longest} letters.");
            }
        }

        Name = name.Trim();
        Role = role.Trim();
        At = at.ToUniversalTime();
        NetworkAddress = networkAddress;
        UserAgent = userAgent.Length > Longest ? userAgent[..Longest] : userAgent;
    }

    private const int Longest = 500;

    /// <summary>The full name.</summary>
    public string Name { get; }

    /// <summary>The role in the customer's firm.</summary>
    public string Role { get; }

    /// <summary>When, in UTC.</summary>
    public DateTimeOffset At { get; }

    /// <summary>The address of the signer's network; empty when unknown.</summary>
    public string NetworkAddress { get; }

    /// <summary>What the browser said about itself, at most 500 letters; empty when unknown.</summary>
    public string UserAgent { get; }

    /// <summary>What the signer declared, as the page said it; null where the quote's own words were shown.</summary>
    public Consent? Consent { get; init; }
}
