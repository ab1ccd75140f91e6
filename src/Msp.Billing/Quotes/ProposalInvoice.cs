using System.Collections.Immutable;
using Msp.Billing.Amounts;
using Msp.Billing.Invoicing;
using Msp.Billing.Rating;

namespace Msp.Billing.Quotes;

/// <summary>An invoice as a customer sees it before it is owed.</summary>
public sealed class ProposalInvoice
{
    private readonly QuotedInvoice _invoice;

    private ProposalInvoice(QuotedInvoice invoice)
    {
        _invoice = invoice;
        var draft = invoice.Draft;
        Lines = [.. draft.Lines.Select(line => new ProposalInvoiceLine(
            line.Description, line.Days, line.Quantity, line.Source.Charge.Unit, line.UnitPrice, Money.FromMinorUnits(line.NetMinorUnits, draft.Currency), line.TaxRate))];
    }

    /// <summary>The day on it.</summary>
    public DateOnly Day => _invoice.Day;

    /// <summary>The last day to pay.</summary>
    public DateOnly DueDay => _invoice.Draft.DueDay;

    /// <summary>Its lines.</summary>
    public ImmutableArray<ProposalInvoiceLine> Lines { get; }

    /// <summary>The tax by category and rate.</summary>
    public ImmutableArray<TaxSubtotal> Taxes => _invoice.Draft.Taxes;

    /// <summary>The sum of the lines before tax.</summary>
    public Money Subtotal => _invoice.Draft.Subtotal;

    /// <summary>The sum of the tax.</summary>
    public Money Tax => _invoice.Draft.Tax;

    /// <summary>What is to be paid.</summary>
    public Money Total => _invoice.Draft.Total;

    /// <summary>Every figure of it, step by step.</summary>
    public Explanation Explain() => _invoice.Explain();

    internal static ProposalInvoice Of(QuotedInvoice invoice) => new(invoice);
}
