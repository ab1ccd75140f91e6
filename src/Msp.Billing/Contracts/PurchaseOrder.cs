namespace Msp.Billing.Contracts;

/// <summary>An order of the customer whose number its invoices must carry (EN 16931: BT-13).</summary>
public sealed record PurchaseOrder
{
    /// <summary>Creates an order.</summary>
    /// <param name="number">As the customer writes it, such as <c>PO-4711</c>.</param>
    /// <param name="contract">The number of the contract it is for; null for every contract of the customer.</param>
    /// <param name="from">The first day of issue that it covers; null when it always has.</param>
    /// <param name="through">The last day of issue that it covers; null for ever.</param>
    /// <exception cref="ArgumentException">The number is blank, or the last day is before the first.</exception>
    public PurchaseOrder(string number, string? contract = null, DateOnly? from = null, DateOnly? through = null)
    {
        Number = PartyText.Required(number, "Number of the purchase order");
        Contract = PartyText.Optional(contract, "Contract of the purchase order");
        if (through < from)
        {
            throw new ArgumentException(FormattableString.Invariant($"Purchase order {Number} ends on {through:yyyy-MM-dd}, before it begins on {from:yyyy-MM-dd}."), nameof(through));
        }

        From = from;
        Through = through;
    }

    /// <summary>As the customer writes it.</summary>
    public string Number { get; }

    /// <summary>The number of the contract it is for; null for every contract of the customer.</summary>
    public string? Contract { get; }

    /// <summary>The first day of issue that it covers; null when it always has.</summary>
    public DateOnly? From { get; }

    /// <summary>The last day of issue that it covers; null for ever.</summary>
    public DateOnly? Through { get; }

    /// <summary>Whether it stands on a document.</summary>
    /// <param name="contract">The document's contract.</param>
    /// <param name="issueDay">The day on the document.</param>
    public bool Covers(string contract, DateOnly issueDay) =>
        (Contract is null || Contract == contract) && (From is not { } from || from <= issueDay) && (Through is not { } through || issueDay <= through);
}
