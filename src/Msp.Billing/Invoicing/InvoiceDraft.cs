using System.Collections.Immutable;
using Msp.Billing.Amounts;
using Msp.Billing.Contracts;
using Msp.Billing.Periods;

namespace Msp.Billing.Invoicing;

/// <summary>What a contract is billed in a run, before it has a number. Nothing is owed until it is posted.</summary>
/// <remarks>Immutable. Amounts keep their sign: a draft below zero becomes a credit note, never a negative invoice.</remarks>
public sealed class InvoiceDraft
{
    internal InvoiceDraft(
        Contract contract, Customer customer, DateOnly issueDay, ImmutableArray<DraftLine> lines, ImmutableArray<TaxSubtotal> taxes, DateTimeOffset? knownAt)
    {
        Contract = contract;
        Customer = customer;
        IssueDay = issueDay;
        Lines = lines;
        Taxes = taxes;
        KnownAt = knownAt;
        var (subtotal, tax) = (0L, 0L);
        foreach (var line in lines)
        {
            subtotal += line.NetMinorUnits;
        }

        foreach (var one in taxes)
        {
            tax += one.TaxMinorUnits;
        }

        Subtotal = Money.FromMinorUnits(subtotal, Currency);
        Tax = Money.FromMinorUnits(tax, Currency);
    }

    /// <summary>The contract.</summary>
    public Contract Contract { get; }

    /// <summary>Who pays.</summary>
    public Customer Customer { get; }

    /// <summary>The day on the document.</summary>
    public DateOnly IssueDay { get; }

    /// <summary>The last day to pay.</summary>
    public DateOnly DueDay => IssueDay.AddDays(Contract.Terms.PaymentDays);

    /// <summary>The lines, in the order of contract lines, periods and days. At least one.</summary>
    public ImmutableArray<DraftLine> Lines { get; }

    /// <summary>The tax by category and rate, in the order of their first lines.</summary>
    public ImmutableArray<TaxSubtotal> Taxes { get; }

    /// <summary>As of when the contract was known; null when everything recorded counted.</summary>
    public DateTimeOffset? KnownAt { get; }

    /// <summary>The currency of every amount.</summary>
    public Currency Currency => Contract.Terms.Currency;

    /// <summary>The sum of the lines before tax.</summary>
    public Money Subtotal { get; }

    /// <summary>The sum of the tax.</summary>
    public Money Tax { get; }

    /// <summary>What is to be paid; below zero on a credit note.</summary>
    public Money Total => Subtotal + Tax;

    /// <summary>A credit note when the total is below zero, otherwise an invoice.</summary>
    public DocumentKind Kind =>
        Total.MinorUnits < 0 || (Total.IsZero && Subtotal.MinorUnits < 0) ? DocumentKind.CreditNote : DocumentKind.Invoice;

    /// <summary>From the first to the last day that any line is for.</summary>
    public ServicePeriod Period
    {
        get
        {
            var (start, end) = (DateOnly.MaxValue, DateOnly.MinValue);
            foreach (var line in Lines)
            {
                var days = line.Days.IsEmpty ? line.Natural : line.Days;
                start = days.Start < start ? days.Start : start;
                end = days.End > end ? days.End : end;
            }

            return new ServicePeriod(start, end);
        }
    }
}
