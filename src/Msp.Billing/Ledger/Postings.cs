using Msp.Billing.Amounts;
using Msp.Billing.Invoicing;

namespace Msp.Billing.Ledger;

/// <summary>What each thing that happens means for the books.</summary>
/// <remarks>
/// Receivable is what posted invoices are still owed, customer credit is what payments and credit notes have not been applied to yet: both are the sum of documents
/// that can be listed. So a payment goes to customer credit first, and an allocation moves it to the receivable.
/// </remarks>
/// <param name="accounts">The seller's accounts.</param>
public sealed class Postings(AccountMap accounts)
{
    /// <summary>A posted invoice or credit note: what is owed against revenue, deferred revenue and tax. A credit note goes to the customer's credit.</summary>
    public JournalEntry Of(PostedDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var lines = new List<JournalLine>(document.Lines.Length + document.Taxes.Length + 1)
        {
            new(accounts.Of(document.Kind == DocumentKind.CreditNote ? AccountRole.CustomerCredit : AccountRole.Receivable), document.TotalMinorUnits),
        };
        foreach (ref readonly var line in document.Lines.AsSpan())
        {
            lines.Add(new JournalLine(
                Deferral.IsDeferred(line, document.IssueDay) ? accounts.Of(AccountRole.DeferredRevenue) : accounts.RevenueOf(line.LedgerAccount), -line.NetMinorUnits));
        }

        foreach (var tax in document.Taxes)
        {
            lines.Add(new JournalLine(accounts.TaxOf(tax.Category, tax.Rate), -tax.TaxMinorUnits));
        }

        return new JournalEntry(JournalSource.Document, document.Number, document.IssueDay, document.Currency, document.Customer, lines);
    }

    /// <summary>Money received: bank against the customer's credit. Below zero where the bank took it back.</summary>
    public JournalEntry Of(Payment payment)
    {
        ArgumentNullException.ThrowIfNull(payment);
        var (source, money) = payment.Kind == PaymentKind.Refund ? (JournalSource.Refund, AccountRole.Refunds) : (JournalSource.Payment, AccountRole.Bank);
        return Two(source, payment.Number, payment.Day, payment.Customer, accounts.Of(money), accounts.Of(AccountRole.CustomerCredit), payment.Amount);
    }

    /// <summary>A payment or credit note that pays an invoice: the customer's credit against what is owed. Below zero where it is taken off again.</summary>
    public JournalEntry Of(PaymentAllocation allocation)
    {
        ArgumentNullException.ThrowIfNull(allocation);
        return Two(
            JournalSource.Allocation, allocation.Number, allocation.Day, allocation.Customer, accounts.Of(AccountRole.CustomerCredit), accounts.Of(AccountRole.Receivable),
            allocation.Amount);
    }

    /// <summary>The rest of an invoice that is given up.</summary>
    /// <param name="invoice">The invoice's number.</param>
    /// <param name="customer">The customer's number.</param>
    /// <param name="day">The day in the books.</param>
    /// <param name="amount">What was open, tax included; above zero.</param>
    /// <param name="asDiscount">Whether it is a discount that is granted, not a debt that is lost.</param>
    public JournalEntry OfWriteOff(string invoice, string customer, DateOnly day, Money amount, bool asDiscount = false) => Two(
        JournalSource.WriteOff, invoice, day, customer, accounts.Of(asDiscount ? AccountRole.Discounts : AccountRole.WriteOff), accounts.Of(AccountRole.Receivable), amount);

    /// <summary>Interest or a fee for paying late, without tax: compensation is outside its scope.</summary>
    public JournalEntry Of(LateCharge charge)
    {
        ArgumentNullException.ThrowIfNull(charge);
        return new JournalEntry(
            JournalSource.LateCharge, charge.Number, charge.Day, charge.Fee.Currency, charge.Customer,
            [
                new(accounts.Of(AccountRole.Receivable), checked(charge.Fee.MinorUnits + charge.Interest.MinorUnits)),
                new(accounts.Of(AccountRole.FeeIncome), -charge.Fee.MinorUnits),
                new(accounts.Of(AccountRole.InterestIncome), -charge.Interest.MinorUnits),
            ]);
    }

    /// <summary>What was earned by the end of a day of all that is deferred, less what was recognised before: what is posted late is caught up with, and asking again gives no line.</summary>
    /// <param name="reference">The number of the recognition, such as <c>REC-2026-03-31-EUR</c>.</param>
    /// <param name="through">The day, inclusive; the entry stands on it.</param>
    /// <param name="currency">Deferrals and entries in other currencies are left out.</param>
    /// <param name="deferrals">All that was ever deferred.</param>
    /// <param name="recognised">The entries of all recognitions before; others are left out.</param>
    public JournalEntry OfRecognition(
        string reference, DateOnly through, Currency currency, IEnumerable<Deferral> deferrals, IEnumerable<JournalEntry> recognised)
    {
        ArgumentNullException.ThrowIfNull(deferrals);
        ArgumentNullException.ThrowIfNull(recognised);
        var lines = new List<JournalLine>();
        foreach (var deferral in deferrals)
        {
            if (deferral.Currency == currency)
            {
                var earned = deferral.EarnedThrough(through);
                lines.Add(new JournalLine(accounts.Of(AccountRole.DeferredRevenue), earned));
                lines.Add(new JournalLine(deferral.Revenue, -earned));
            }
        }

        foreach (var entry in recognised)
        {
            if (entry.Source == JournalSource.Recognition && entry.Currency == currency)
            {
                lines.AddRange(entry.Lines.Select(line => line with { MinorUnits = -line.MinorUnits }));
            }
        }

        return new JournalEntry(JournalSource.Recognition, reference, through, currency, null, lines);
    }

    private static JournalEntry Two(JournalSource source, string reference, DateOnly day, string? customer, Account debit, Account credit, Money amount) =>
        new(source, reference, day, amount.Currency, customer, [new(debit, amount.MinorUnits), new(credit, -amount.MinorUnits)]);
}
