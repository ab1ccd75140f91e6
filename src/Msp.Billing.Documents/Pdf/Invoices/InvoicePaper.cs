using Msp.Billing.Amounts;
using Msp.Billing.Documents.Pdf.Layout;
using Msp.Billing.Documents.Pdf.Pages;
using Msp.Billing.Invoicing;

namespace Msp.Billing.Documents.Pdf.Invoices;

/// <summary>What every part of a printed document works with.</summary>
internal sealed class InvoicePaper
{
    /// <summary>What was issued, with both parties.</summary>
    public required IssuedDocument Issued { get; init; }

    /// <summary>What was posted.</summary>
    public PostedDocument Posted => Issued.Document;

    /// <summary>The words.</summary>
    public required InvoiceWords Words { get; init; }

    /// <summary>How numbers and days are written.</summary>
    public required InvoiceFormats Formats { get; init; }

    /// <summary>How texts look.</summary>
    public required InvoiceStyles Styles { get; init; }

    /// <summary>The paper.</summary>
    public required Sheet Sheet { get; init; }

    /// <summary>The root of what the document means.</summary>
    public required StructureElement Structure { get; init; }

    /// <summary>Whether it is a credit note. The ledger keeps those below zero; they are printed without the sign.</summary>
    public bool IsCredit => Posted.Kind == DocumentKind.CreditNote;

    /// <summary>Invoice or credit note, in the document's language.</summary>
    public string Kind => IsCredit ? Words.CreditNote : Words.Invoice;

    /// <summary>A posted amount, as it is printed.</summary>
    public Money MoneyOf(long minorUnits) => Money.FromMinorUnits(IsCredit ? -minorUnits : minorUnits, Posted.Currency);
}
