using System.Collections.Immutable;
using Msp.Billing.Amounts;
using Msp.Billing.Invoicing;

namespace Msp.Billing.Documents.EInvoicing;

/// <summary>An invoice or credit note in the terms of EN 16931, with amounts as they are shown: a credit note's are above zero.</summary>
/// <remarks>
/// Immutable. The writers turn it into UBL and CII and decide nothing; <see cref="EInvoiceRules"/> says whether it may be sent. Contract discounts stand in the lines they
/// reduce, so there are no allowances of the whole document.
/// </remarks>
public sealed record EInvoice
{
    /// <summary>Its number (BT-1).</summary>
    public required string Number { get; init; }

    /// <summary>The day on it (BT-2).</summary>
    public required DateOnly IssueDay { get; init; }

    /// <summary>The last day to pay (BT-9).</summary>
    public required DateOnly DueDay { get; init; }

    /// <summary>Whether it is a credit note (BT-3: 381) and not an invoice (380).</summary>
    public required bool IsCreditNote { get; init; }

    /// <summary>The currency of every amount (BT-5).</summary>
    public required Currency Currency { get; init; }

    /// <summary>The buyer's reference (BT-10); null for none.</summary>
    public string? BuyerReference { get; init; }

    /// <summary>The contract's number (BT-12).</summary>
    public required string Contract { get; init; }

    /// <summary>The number of the buyer's order (BT-13); null for none.</summary>
    public string? Order { get; init; }

    /// <summary>How long the buyer has to pay, in words (BT-20).</summary>
    public required string PaymentTerms { get; init; }

    /// <summary>The documents that it corrects (BG-3).</summary>
    public ImmutableArray<DocumentReference> Preceding { get; init; } = [];

    /// <summary>The first day that any line is for (BT-73).</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day that any line is for (BT-74).</summary>
    public required DateOnly Through { get; init; }

    /// <summary>Who issued it (BG-4).</summary>
    public required EInvoiceParty Seller { get; init; }

    /// <summary>Who is billed (BG-7).</summary>
    public required EInvoiceParty Buyer { get; init; }

    /// <summary>How to pay (BG-16); null when the seller has named no account.</summary>
    public EInvoicePayment? Payment { get; init; }

    /// <summary>The tax by category and rate (BG-23).</summary>
    public required ImmutableArray<EInvoiceTax> Taxes { get; init; }

    /// <summary>The lines (BG-25).</summary>
    public required ImmutableArray<EInvoiceLine> Lines { get; init; }

    /// <summary>The sum of the lines before tax (BT-106), which is also the total before tax (BT-109).</summary>
    public required decimal NetTotal { get; init; }

    /// <summary>The sum of the tax (BT-110).</summary>
    public required decimal TaxTotal { get; init; }

    /// <summary>The total with tax (BT-112), all of which is due (BT-115).</summary>
    public required decimal GrossTotal { get; init; }

    /// <summary>A document in the terms of EN 16931.</summary>
    /// <exception cref="EInvoiceRefusedException">EN 16931 has no place for something on it, such as US sales tax; the message names it.</exception>
    public static EInvoice Of(IssuedDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return EInvoiceMapping.Of(document);
    }
}
