using Msp.Billing.Contracts;
using Msp.Billing.Contracts.Json;

namespace Msp.Billing.EntityFrameworkCore.Contracts;

/// <summary>Records what documents say of a party from the next document on.</summary>
/// <remarks>
/// Which document comes next is part of the version, and both are written by who holds the one right to write: so a posted document's parties are known without
/// a clock, and posting writes nothing for them.
/// </remarks>
internal sealed class PartyVersions : IDisposable
{
    private readonly long _sellerId;
    private readonly Statement _customer;
    private readonly Statement _addCustomer;

    internal PartyVersions(BillingStore store, long sellerId)
    {
        _sellerId = sellerId;
        _customer = store.Prepare("SELECT version_no, party_json FROM customer_version WHERE seller_id = ?1 AND customer_id = ?2 ORDER BY version_no DESC LIMIT 1");
        _addCustomer = store.Prepare(
            """
            INSERT INTO customer_version (seller_id, customer_id, version_no, first_invoice_id, party_json)
            VALUES (?1, ?2, ?3, (SELECT coalesce(max(invoice_id), 0) + 1 FROM invoice WHERE seller_id = ?1), ?4)
            """);
    }

    public void Dispose()
    {
        _customer.Dispose();
        _addCustomer.Dispose();
    }

    /// <summary>A customer that was not there before.</summary>
    internal void Begin(long customerId, CustomerParty party) => Add(customerId, 1, PartyJson.Write(party));

    /// <summary>A customer that was changed: with the details it has, unless there are new ones. Nothing when documents say the same.</summary>
    internal void Record(long customerId, Customer customer, CustomerDetails? details)
    {
        var (version, known) = Latest(customerId);
        var text = PartyJson.Write(CustomerParty.Of(customer, details ?? (known is null ? CustomerDetails.None : PartyJson.ReadCustomer(known).Details)));
        if (text != known)
        {
            Add(customerId, version + 1, text);
        }
    }

    internal (long Version, string? Text) Latest(long customerId)
    {
        _customer.Bind(1, _sellerId).Bind(2, customerId);
        (long, string?) found = _customer.Step() ? (_customer.Int64(0), _customer.UniqueText(1)) : (0L, null);
        _customer.Reset();
        return found;
    }

    internal static (long Version, string? Text) LatestSeller(BillingStore store, long sellerId)
    {
        using var row = store.Prepare("SELECT version_no, party_json FROM seller_version WHERE seller_id = ?1 ORDER BY version_no DESC LIMIT 1");
        return row.Bind(1, sellerId).Step() ? (row.Int64(0), row.UniqueText(1)) : (0L, null);
    }

    /// <summary>A seller that was added or changed: with the details it has, unless there are new ones. Nothing when documents say the same.</summary>
    internal static void Record(BillingStore store, long sellerId, Seller seller, SellerDetails? details)
    {
        var (version, known) = LatestSeller(store, sellerId);
        var text = PartyJson.Write(SellerParty.Of(seller, details ?? (known is null ? SellerDetails.None : PartyJson.ReadSeller(known).Details)));
        if (text == known)
        {
            return;
        }

        using var add = store.Prepare(
            """
            INSERT INTO seller_version (seller_id, version_no, first_invoice_id, party_json)
            VALUES (?1, ?2, (SELECT coalesce(max(invoice_id), 0) + 1 FROM invoice WHERE seller_id = ?1), ?3)
            """);
        add.Bind(1, sellerId).Bind(2, version + 1).Bind(3, text).Run();
    }

    private void Add(long customerId, long version, string text) => _addCustomer.Bind(1, _sellerId).Bind(2, customerId).Bind(3, version).Bind(4, text).Run();
}
