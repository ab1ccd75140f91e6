namespace Msp.Billing.Contracts;

/// <summary>A location of a customer.</summary>
public sealed record Site
{
    /// <summary>Creates a site.</summary>
    /// <param name="code">Unique for the customer, such as <c>HQ</c>.</param>
    /// <param name="name">What it is called.</param>
    /// <param name="address">As it is printed; empty when unknown.</param>
    /// <exception cref="ArgumentException">Code or name is blank.</exception>
    public Site(string code, string name, string address = "")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(code);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(address);
        Code = code;
        Name = name;
        Address = address;
    }

    /// <summary>Unique for the customer.</summary>
    public string Code { get; }

    /// <summary>What it is called.</summary>
    public string Name { get; }

    /// <summary>As it is printed; empty when unknown.</summary>
    public string Address { get; }
}
