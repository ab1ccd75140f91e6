using System.Collections.Immutable;
using Msp.Billing.Amounts;
using Msp.Billing.Periods;

namespace Msp.Billing.Invoicing;

/// <summary>An invoice or credit note as it was issued. Nothing in it ever changes; corrections are other documents.</summary>
/// <remarks>
/// Its hash is the SHA-256 of its canonical bytes, and these begin with the hash of the document before it in the series: one changed
/// character anywhere breaks the chain from there on.
/// </remarks>
public sealed class PostedDocument
{
    /// <summary>The seller's code.</summary>
    public required string Seller { get; init; }

    /// <summary>Its series.</summary>
    public required DocumentSeries Series { get; init; }

    /// <summary>Its place in the series, from 1, without a gap.</summary>
    public required long Sequence { get; init; }

    /// <summary>The whole number, such as <c>INV-2026-0000001</c>.</summary>
    public string Number => Series.Number(Sequence);

    /// <summary>Invoice or credit note.</summary>
    public required DocumentKind Kind { get; init; }

    /// <summary>The contract's number.</summary>
    public required string Contract { get; init; }

    /// <summary>The customer's number.</summary>
    public required string Customer { get; init; }

    /// <summary>The day on the document.</summary>
    public required DateOnly IssueDay { get; init; }

    /// <summary>The last day to pay.</summary>
    public required DateOnly DueDay { get; init; }

    /// <summary>From the first to the last day that any line is for.</summary>
    public required ServicePeriod Period { get; init; }

    /// <summary>The currency of every amount.</summary>
    public required Currency Currency { get; init; }

    /// <summary>The lines in order.</summary>
    public required ImmutableArray<PostedLine> Lines { get; init; }

    /// <summary>The tax by category and rate.</summary>
    public required ImmutableArray<TaxSubtotal> Taxes { get; init; }

    /// <summary>The sum of the lines before tax, in minor units, with its sign.</summary>
    public required long SubtotalMinorUnits { get; init; }

    /// <summary>The sum of the tax, in minor units, with its sign.</summary>
    public required long TaxMinorUnits { get; init; }

    /// <summary>What is to be paid, in minor units; below zero on a credit note.</summary>
    public long TotalMinorUnits => SubtotalMinorUnits + TaxMinorUnits;

    /// <summary>What is to be paid.</summary>
    public Money Total => Money.FromMinorUnits(TotalMinorUnits, Currency);

    /// <summary>As of when the contract was known, in UTC.</summary>
    public required DateTimeOffset KnownAt { get; init; }

    /// <summary>The hash of the document before it in the series; 32 zero bytes for the first.</summary>
    public required ImmutableArray<byte> PreviousHash { get; init; }

    /// <summary>Gives a draft its number.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="seller">The seller's code.</param>
    /// <param name="sequence">The next place in the series of its kind and year.</param>
    /// <param name="knownAt">As of when the contract was known.</param>
    /// <param name="previousHash">The hash of the document before it in the series.</param>
    public static PostedDocument Of(InvoiceDraft draft, string seller, long sequence, DateTimeOffset knownAt, ImmutableArray<byte> previousHash)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var lines = ImmutableArray.CreateBuilder<PostedLine>(draft.Lines.Length);
        foreach (ref readonly var line in draft.Lines.AsSpan())
        {
            lines.Add(PostedLine.Of(line, lines.Count + 1));
        }

        return new PostedDocument
        {
            Seller = seller,
            Series = DocumentSeries.For(draft.Kind, draft.IssueDay),
            Sequence = sequence,
            Kind = draft.Kind,
            Contract = draft.Contract.Number,
            Customer = draft.Customer.Number,
            IssueDay = draft.IssueDay,
            DueDay = draft.DueDay,
            Period = draft.Period,
            Currency = draft.Currency,
            Lines = lines.MoveToImmutable(),
            Taxes = draft.Taxes,
            SubtotalMinorUnits = draft.Subtotal.MinorUnits,
            TaxMinorUnits = draft.Tax.MinorUnits,
            KnownAt = knownAt.ToUniversalTime(),
            PreviousHash = previousHash,
        };
    }
}
