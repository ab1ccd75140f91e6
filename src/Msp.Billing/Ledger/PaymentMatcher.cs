using System.Collections.Immutable;
using System.Text;

namespace Msp.Billing.Ledger;

/// <summary>Proposes which invoices a movement of the bank pays: by the number in the payer's text, by the amount, by the name.</summary>
/// <remarks>Proposes only; whether it is booked is somebody's decision, unless the proposal is certain.</remarks>
public static class PaymentMatcher
{
    private const int ShortestName = 4;

    /// <summary>The best proposal for a movement; null where nothing speaks for any invoice.</summary>
    /// <param name="entry">The movement; money that went out is not matched.</param>
    /// <param name="candidates">Open invoices of all customers.</param>
    public static MatchProposal? Propose(BankEntry entry, IReadOnlyCollection<MatchCandidate> candidates)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(candidates);
        if (entry.Amount.MinorUnits <= 0)
        {
            return null;
        }

        var text = Plain(entry.Remittance);
        var usable = candidates.Where(candidate => candidate.Item.Open.Currency == entry.Amount.Currency).ToList();
        var named = usable.Where(candidate => Mentions(text, Plain(candidate.Item.Invoice))).ToList();
        return named.Count > 0 ? ByReference(entry, named) : ByAmountOrName(entry, usable);
    }

    /// <summary>What speaks for the invoices that a movement was recorded for; empty where nothing does.</summary>
    /// <param name="entry">The movement.</param>
    /// <param name="customerName">The name of the customer who is thought to have paid.</param>
    /// <param name="invoices">The invoices that it pays.</param>
    /// <remarks>The amount is not among the reasons: what an invoice was owed at the time is not known any more.</remarks>
    public static ImmutableArray<MatchReason> Explain(BankEntry entry, string customerName, IEnumerable<string> invoices)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(invoices);
        var (text, reasons) = (Plain(entry.Remittance), ImmutableArray.CreateBuilder<MatchReason>());
        AddIf(reasons, invoices.Any(invoice => Mentions(text, Plain(invoice))), MatchReason.Reference);
        AddIf(reasons, SameName(entry, customerName), MatchReason.Name);
        return reasons.ToImmutable();
    }

    private static MatchProposal ByReference(BankEntry entry, List<MatchCandidate> named)
    {
        var customer = named[0].Item.Customer;
        var own = named.Where(candidate => candidate.Item.Customer == customer).ToList();
        var owed = own.Sum(candidate => candidate.Item.Open.MinorUnits);
        var reasons = ImmutableArray.CreateBuilder<MatchReason>();
        reasons.Add(MatchReason.Reference);
        AddIf(reasons, owed == entry.Amount.MinorUnits, MatchReason.Amount);
        AddIf(reasons, SameName(entry, own[0]), MatchReason.Name);
        return new MatchProposal(
            customer, Allocator.OldestFirst(entry.Amount, own.Select(candidate => candidate.Item)), reasons.ToImmutable(),
            own.Count == named.Count && owed == entry.Amount.MinorUnits);
    }

    private static MatchProposal? ByAmountOrName(BankEntry entry, List<MatchCandidate> usable)
    {
        var byName = usable.Where(candidate => SameName(entry, candidate)).ToList();
        var byAmount = usable.Where(candidate => candidate.Item.Open == entry.Amount).ToList();
        var both = byName.Where(candidate => candidate.Item.Open == entry.Amount).ToList();
        return (both, byName, byAmount) switch
        {
            ([var one, ..], _, _) => Of([one], [MatchReason.Amount, MatchReason.Name]),
            (_, [var first, ..], _) when byName.All(candidate => candidate.Item.Customer == first.Item.Customer) => Of(byName, [MatchReason.Name]),
            (_, [], [var only]) => Of([only], [MatchReason.Amount]),
            _ => null,
        };

        MatchProposal Of(List<MatchCandidate> chosen, ImmutableArray<MatchReason> reasons) => new(
            chosen[0].Item.Customer, Allocator.OldestFirst(entry.Amount, chosen.Select(candidate => candidate.Item)), reasons, IsCertain: false);
    }

    // A number that goes on with another digit is another number.
    private static bool Mentions(string text, string number)
    {
        for (var at = text.IndexOf(number, StringComparison.Ordinal); at >= 0; at = text.IndexOf(number, at + 1, StringComparison.Ordinal))
        {
            if (at + number.Length == text.Length || !char.IsAsciiDigit(text[at + number.Length]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool SameName(BankEntry entry, MatchCandidate candidate) => SameName(entry, candidate.CustomerName);

    private static bool SameName(BankEntry entry, string customerName)
    {
        var (payer, customer) = (Plain(entry.Counterparty), Plain(customerName));
        return payer.Length >= ShortestName && customer.Length >= ShortestName &&
            (payer.Contains(customer, StringComparison.Ordinal) || customer.Contains(payer, StringComparison.Ordinal));
    }

    // Banks take capitals, blanks and dashes away, or put them in.
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var one in text)
        {
            if (char.IsLetterOrDigit(one))
            {
                plain.Append(char.ToUpperInvariant(one));
            }
        }

        return plain.ToString();
    }

    private static void AddIf(ImmutableArray<MatchReason>.Builder reasons, bool holds, MatchReason reason)
    {
        if (holds)
        {
            reasons.Add(reason);
        }
    }
}
