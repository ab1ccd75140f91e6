namespace Msp.Billing.Catalog;

/// <summary>Something a managed service provider sells: an entry of its catalogue. What it costs stands in plans and price books, not here.</summary>
/// <remarks>Immutable.</remarks>
public sealed class Service
{
    /// <summary>Creates a service. Taxed at the standard rate unless the properties say otherwise.</summary>
    /// <param name="code">Short, unique in its catalogue, such as <c>managed-user</c>.</param>
    /// <param name="name">What it is called on proposals and invoices.</param>
    /// <param name="line">Which of the seven service lines it belongs to.</param>
    /// <param name="unit">What its quantity counts.</param>
    /// <exception cref="ArgumentException">Code or name is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such service line.</exception>
    public Service(string code, string name, ServiceLine line, BillingUnit unit)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(code);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(unit);
        if (!Enum.IsDefined(line))
        {
            throw new ArgumentOutOfRangeException(nameof(line), line, $"Service '{code}' needs one of the seven service lines.");
        }

        Code = code;
        Name = name;
        Line = line;
        Unit = unit;
    }

    /// <summary>Short name, unique in its catalogue.</summary>
    public string Code { get; }

    /// <summary>What it is called on proposals and invoices.</summary>
    public string Name { get; }

    /// <summary>Which of the seven service lines it belongs to.</summary>
    public ServiceLine Line { get; }

    /// <summary>What its quantity counts.</summary>
    public BillingUnit Unit { get; }

    /// <summary>How it is taxed; standard unless set.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such category.</exception>
    public TaxCategory TaxCategory
    {
        get;
        init => field = Enum.IsDefined(value)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, $"Service '{Code}' needs a known tax category.");
    }
    = TaxCategory.Standard;

    /// <summary>The revenue account of the ledger, such as <c>4000</c>; empty for the seller's default.</summary>
    public string LedgerAccount { get; init; } = "";

    /// <summary>What the customer gets, in a sentence or two; empty for none.</summary>
    public string Description { get; init; } = "";

    /// <summary>The code.</summary>
    public override string ToString() => Code;
}
