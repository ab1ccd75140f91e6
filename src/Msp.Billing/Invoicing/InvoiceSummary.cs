using Msp.Billing.Amounts;

namespace Msp.Billing.Invoicing;

/// <summary>One posted document in one flat row, with what happened to it since: what lists and queries ask about.</summary>
public sealed record InvoiceSummary
{
    /// <summary>The whole number, such as <c>INV-2026-0000001</c>.</summary>
    public required string Number { get; init; }

    /// <summary>Invoice or credit note.</summary>
    public required DocumentKind Kind { get; init; }

    /// <summary>The contract's number.</summary>
    public required string Contract { get; init; }

    /// <summary>The customer's number.</summary>
    public required string Customer { get; init; }

    /// <summary>The customer's name.</summary>
    public required string CustomerName { get; init; }

    /// <summary>The day on the document.</summary>
    public required DateOnly IssueDay { get; init; }

    /// <summary>The last day to pay.</summary>
    public required DateOnly DueDay { get; init; }

    /// <summary>The currency of every amount.</summary>
    public required Currency Currency { get; init; }

    /// <summary>Before tax, in minor units; below zero on a credit note.</summary>
    public required long SubtotalMinorUnits { get; init; }

    /// <summary>The tax, in minor units.</summary>
    public required long TaxMinorUnits { get; init; }

    /// <summary>What was to be paid, in minor units; below zero on a credit note.</summary>
    public required long TotalMinorUnits { get; init; }

    /// <summary>What is paid or credited so far, in minor units, with the total's sign.</summary>
    public required long SettledMinorUnits { get; init; }

    /// <summary>Where the document is.</summary>
    public required InvoiceStatus Status { get; init; }
}
