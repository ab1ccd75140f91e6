using System.Collections.Immutable;
using Msp.Billing.Amounts;

namespace Msp.Billing.Ledger;

/// <summary>Shares a payment or credit note among open invoices: never more than it has left, never more than one is owed.</summary>
public static class Allocator
{
    /// <summary>The invoices that fell due first, first; of one day the smaller number. What is left over stays the customer's credit.</summary>
    /// <param name="left">What is not allocated yet; above zero.</param>
    /// <param name="items">The customer's open invoices, in any order; those in another currency are left alone.</param>
    /// <returns>Invoices and amounts above zero.</returns>
    /// <exception cref="AllocationException">Nothing is left to allocate.</exception>
    public static ImmutableArray<(string Invoice, Money Amount)> OldestFirst(Money left, IEnumerable<OpenItem> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        CheckLeft(left);
        var shares = ImmutableArray.CreateBuilder<(string, Money)>();
        foreach (var item in items.Where(item => item.Open.Currency == left.Currency && item.Open.MinorUnits > 0)
            .OrderBy(item => item.DueDay).ThenBy(item => item.Invoice, StringComparer.Ordinal))
        {
            if (left.IsZero)
            {
                break;
            }

            var share = item.Open < left ? item.Open : left;
            shares.Add((item.Invoice, share));
            left -= share;
        }

        return shares.ToImmutable();
    }

    /// <summary>Checks shares that a person chose.</summary>
    /// <param name="left">What is not allocated yet; above zero.</param>
    /// <param name="items">The customer's open invoices.</param>
    /// <param name="chosen">Invoices, each once, and amounts; null for as much as the invoice is owed and the payment has left.</param>
    /// <returns>The same invoices with their amounts.</returns>
    /// <exception cref="AllocationException">An invoice is not open, is named twice, is in another currency, or an amount is more than there is.</exception>
    public static ImmutableArray<(string Invoice, Money Amount)> Chosen(Money left, IEnumerable<OpenItem> items, IEnumerable<(string Invoice, Money? Amount)> chosen)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(chosen);
        CheckLeft(left);
        var open = items.ToDictionary(item => item.Invoice, StringComparer.Ordinal);
        var shares = ImmutableArray.CreateBuilder<(string, Money)>();
        foreach (var (invoice, wanted) in chosen)
        {
            if (!open.Remove(invoice, out var item))
            {
                throw new AllocationException(AllocationRefusal.NotOpen, $"{invoice} is not an open invoice of this customer, or is named twice.");
            }

            if (item.Open.Currency != left.Currency)
            {
                throw new AllocationException(AllocationRefusal.OtherCurrency, $"{invoice} is in {item.Open.Currency}, the payment in {left.Currency}; pay it in its own currency.");
            }

            var amount = wanted ?? (item.Open < left ? item.Open : left);
            if (amount.MinorUnits <= 0 || amount > item.Open)
            {
                throw new AllocationException(AllocationRefusal.MoreThanOwed, $"{invoice} is owed {item.Open}; allocate more than zero and at most that, not {amount}.");
            }

            if (amount > left)
            {
                throw new AllocationException(AllocationRefusal.MoreThanLeft, $"{amount} for {invoice} is more than is left of the payment ({left}).");
            }

            shares.Add((invoice, amount));
            left -= amount;
        }

        return shares.ToImmutable();
    }

    private static void CheckLeft(Money left)
    {
        if (left.MinorUnits <= 0)
        {
            throw new AllocationException(AllocationRefusal.NothingLeft, $"Nothing is left to allocate ({left}).");
        }
    }
}
