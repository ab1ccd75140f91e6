using Msp.Billing.Cli.Importing;
using Msp.Billing.Contracts;
using Msp.Billing.EntityFrameworkCore;
using Msp.Billing.EntityFrameworkCore.Contracts;
using Msp.Billing.EntityFrameworkCore.Usage;

namespace Msp.Billing.Cli.Demo;

/// <summary>Stores the demo company as it became known: first what was recorded by an instant, then the rest.</summary>
/// <param name="company">The company.</param>
/// <param name="store">Where to.</param>
internal sealed class DemoStages(DemoCompany company, BillingStore store)
{
    /// <summary>Stores the seller, its catalogue, its customers, and what was recorded by an instant.</summary>
    /// <param name="knownBy">The instant, inclusive.</param>
    public void Begin(DateTimeOffset knownBy)
    {
        using var transaction = store.Begin();
        var sellerId = new SellerBook(store).Add(company.Seller);
        var parties = new PartyBook(store, sellerId);
        parties.SetSeller(DemoCompany.SellerDetails, parties.Seller().Version);
        StoredCatalog.Write(store, sellerId, company.Catalog);
        using (var customers = new CustomerWriter(store, sellerId))
        {
            customers.Add(company.WithDetails().Select(one => (one.Customer, one.Details)));
        }

        using (var contracts = new ContractWriter(store, sellerId))
        {
            foreach (var contract in company.Contracts.Where(contract => contract.RecordedAt <= knownBy))
            {
                contracts.Add(AsKnown(contract, knownBy));
            }
        }

        AddCounts(sellerId, recorded => recorded <= knownBy);
        transaction.Commit();
    }

    /// <summary>Stores what was recorded after an instant.</summary>
    /// <param name="sellerId">The seller's number in storage.</param>
    /// <param name="knownBy">The instant that <see cref="Begin"/> was given.</param>
    public void Continue(long sellerId, DateTimeOffset knownBy)
    {
        using var transaction = store.Begin();
        using (var ids = new ContractReader(store, sellerId))
        using (var contracts = new ContractWriter(store, sellerId))
        using (var amendments = new AmendmentWriter(store, sellerId))
        {
            foreach (var contract in company.Contracts)
            {
                if (contract.RecordedAt > knownBy)
                {
                    contracts.Add(contract);
                    continue;
                }

                foreach (var amendment in contract.Amendments.Where(amendment => amendment.RecordedAt > knownBy))
                {
                    amendments.Append(ids.IdOf(contract.Number).GetValueOrDefault(), amendment);
                }
            }
        }

        AddCounts(sellerId, recorded => recorded > knownBy);
        transaction.Commit();
    }

    /// <summary>A contract with the amendments that were recorded by an instant.</summary>
    internal static Contract AsKnown(Contract contract, DateTimeOffset knownBy)
    {
        var known = new Contract(contract.Number, contract.Customer, contract.Terms, contract.RecordedAt, contract.InitialStatus)
        {
            Plan = contract.Plan,
            Predecessor = contract.Predecessor,
        };
        foreach (var amendment in contract.Amendments.Where(amendment => amendment.RecordedAt <= knownBy))
        {
            Record(known, amendment, new AmendmentNote(amendment.Day, amendment.RecordedAt, amendment.Author, amendment.Reason));
        }

        return known;
    }

    private static Amendment Record(Contract contract, Amendment amendment, AmendmentNote note) => amendment switch
    {
        Amendment.LineAdded added => contract.AddLine(note, added.Line),
        Amendment.LineRemoved removed => contract.RemoveLine(note, removed.LineId),
        Amendment.QuantityChanged { Bought: { } bought } seats => contract.BuySeats(note, seats.LineId, bought),
        Amendment.QuantityChanged quantity => contract.ChangeQuantity(note, quantity.LineId, quantity.Quantity),
        Amendment.PriceChanged price => contract.ChangePrice(note, price.LineId, price.Pricing),
        Amendment.DiscountAdded discount => contract.AddDiscount(note, discount.Discount, discount.LineId),
        Amendment.DiscountRemoved discount => contract.RemoveDiscount(note, discount.DiscountId),
        Amendment.PlanChanged plan => contract.ChangePlan(note, plan.Plan, plan.Removed, plan.Added),
        Amendment.IndexPublished index => contract.PublishIndex(note, index.OldIndex, index.NewIndex),
        Amendment.Moved { Action: ContractAction.GiveNotice } notice => contract.GiveNotice(note, notice.End),
        Amendment.Moved move => contract.Move(note, move.Action),
        _ => throw new InvalidOperationException($"No verb for {amendment.GetType().Name}."),
    };

    private void AddCounts(long sellerId, Func<DateTimeOffset, bool> isMeant)
    {
        using var ids = new ContractReader(store, sellerId);
        using var counts = new UsageWriter(store, sellerId);
        foreach (var contract in company.Counts.Where(count => isMeant(count.Count.RecordedAt)).GroupBy(count => count.Contract))
        {
            var id = ids.IdOf(contract.Key).GetValueOrDefault();
            foreach (var (_, count) in contract)
            {
                counts.Add(id, count);
            }
        }
    }
}
