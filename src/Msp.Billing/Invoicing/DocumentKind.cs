namespace Msp.Billing.Invoicing;

/// <summary>What a document is. Stored: numbers are never reused.</summary>
public enum DocumentKind
{
    /// <summary>The customer owes; its total is zero or more.</summary>
    Invoice = 1,

    /// <summary>The seller owes; its total, as kept, is zero or less. Printed without the sign.</summary>
    CreditNote = 2,
}
