using Msp.Billing.Contracts;
using Msp.Billing.Contracts.Json;

namespace Msp.Billing.EntityFrameworkCore.Contracts;

/// <summary>What documents say of the seller and its customers: as they are now, and as they were when a document was posted.</summary>
/// <param name="store">Where it is kept.</param>
/// <param name="sellerId">Whose documents.</param>
public sealed class PartyBook(BillingStore store, long sellerId)
{
    /// <summary>The seller as its next document shows it, with the version to give back when it is changed.</summary>
    /// <exception cref="StorageException">There is no such seller.</exception>
    public (SellerParty Party, long Version) Seller() => PartyVersions.LatestSeller(store, sellerId) is (var version, { } text)
        ? (PartyJson.ReadSeller(text), version)
        : throw new StorageException(StorageFault.Refused, $"There is no seller number {sellerId} in '{store.Path}'.");

    /// <summary>A customer as its next document shows it, with the version to give back when it is changed; null where there is none.</summary>
    /// <param name="number">The customer's number.</param>
    public (CustomerParty Party, long Version)? Customer(string number)
    {
        ArgumentNullException.ThrowIfNull(number);
        using var row = store.Prepare(
            """
            SELECT v.party_json, v.version_no FROM customer AS k JOIN customer_version AS v ON v.seller_id = k.seller_id AND v.customer_id = k.customer_id
             WHERE k.seller_id = ?1 AND k.number = ?2 ORDER BY v.version_no DESC LIMIT 1
            """);
        return row.Bind(1, sellerId).Bind(2, number).Step() ? (PartyJson.ReadCustomer(row.UniqueText(0)), row.Int64(1)) : null;
    }

    /// <summary>Changes what is known of the seller. What was posted keeps what it said.</summary>
    /// <param name="details">All of them, as they are to be.</param>
    /// <param name="version">The version that was read.</param>
    /// <exception cref="StorageException">Someone else changed it since it was read.</exception>
    public void SetSeller(SellerDetails details, long version)
    {
        ArgumentNullException.ThrowIfNull(details);
        if (Seller().Version != version)
        {
            throw new StorageException(StorageFault.Conflict, "The seller's details were changed by someone else since they were read. Read them again and decide again.");
        }

        PartyVersions.Record(store, sellerId, new SellerBook(store).All().Single(seller => seller.Id == sellerId).Seller, details);
    }

    /// <summary>Changes what is known of a customer. What was posted keeps what it said.</summary>
    /// <param name="number">The customer's number.</param>
    /// <param name="details">All of them, as they are to be.</param>
    /// <param name="version">The version that was read.</param>
    /// <exception cref="StorageException">It is not stored, or someone else changed it since it was read.</exception>
    public void SetCustomer(string number, CustomerDetails details, long version)
    {
        ArgumentNullException.ThrowIfNull(details);
        using var customers = new CustomerReader(store, sellerId);
        if (customers.Find(number) is not var (id, customer, _))
        {
            throw new StorageException(StorageFault.Refused, $"Customer {number} is not in '{store.Path}'. Import it first, or correct the number.");
        }

        using var versions = new PartyVersions(store, sellerId);
        if (versions.Latest(id).Version != version)
        {
            throw new StorageException(
                StorageFault.Conflict, $"The details of customer {number} were changed by someone else since they were read. Read them again and decide again.");
        }

        versions.Record(id, customer, details);
    }
}
