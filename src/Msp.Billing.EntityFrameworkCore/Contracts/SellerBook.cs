using Msp.Billing.Amounts;
using Msp.Billing.Catalog;
using Msp.Billing.Contracts;
using Msp.Billing.Invoicing;

namespace Msp.Billing.EntityFrameworkCore.Contracts;

/// <summary>The sellers of a store and their tax rates: few rows, read and written one at a time.</summary>
/// <param name="store">Where they are kept.</param>
public sealed class SellerBook(BillingStore store)
{
    private const string Columns = "SELECT seller_id, code, name, country, currency, time_zone, one_person, rounding, version FROM seller";

    /// <summary>Every seller, in the order in which they were added.</summary>
    public IReadOnlyList<(long Id, Seller Seller, long Version)> All()
    {
        using var rows = store.Prepare(Columns + " ORDER BY seller_id");
        var sellers = new List<(long, Seller, long)>();
        while (rows.Step())
        {
            sellers.Add(Read(rows));
        }

        return sellers;
    }

    /// <summary>One seller with its number in storage and the version to give back when it is changed; null where there is none.</summary>
    public (long Id, Seller Seller, long Version)? Find(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        using var rows = store.Prepare(Columns + " WHERE code = ?1");
        return rows.Bind(1, code).Step() ? Read(rows) : null;
    }

    /// <summary>Adds a seller.</summary>
    /// <returns>Its number in storage.</returns>
    /// <exception cref="StorageException">Its code is taken.</exception>
    public long Add(Seller seller)
    {
        ArgumentNullException.ThrowIfNull(seller);
        var id = store.Scalar("SELECT coalesce(max(seller_id), 0) + 1 FROM seller");
        using var insert = store.Prepare(
            "INSERT INTO seller (seller_id, code, name, country, currency, time_zone, one_person, rounding, version) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 1)");
        Bind(insert, id, seller).Run();
        PartyVersions.Record(store, id, seller, details: null);
        return id;
    }

    /// <summary>Changes a seller; its code stays.</summary>
    /// <param name="seller">As it is to be; found by its code.</param>
    /// <param name="version">The version that was read.</param>
    /// <exception cref="StorageException">It is not stored, or someone else changed it since it was read.</exception>
    public void Update(Seller seller, long version)
    {
        ArgumentNullException.ThrowIfNull(seller);
        using var update = store.Prepare(
            """
            UPDATE seller SET name = ?3, country = ?4, currency = ?5, time_zone = ?6, one_person = ?7, rounding = ?8, version = version + 1
             WHERE seller_id = ?1 AND code = ?2 AND version = ?9
            """);
        var id = Find(seller.Code)?.Id ?? throw new StorageException(StorageFault.Refused, $"There is no seller '{seller.Code}' in '{store.Path}'.");
        Bind(update, id, seller).Bind(9, version).Run();
        if (store.Changes != 1)
        {
            throw new StorageException(StorageFault.Conflict, $"Seller '{seller.Code}' was changed by someone else since it was read. Read it again and decide again.");
        }

        PartyVersions.Record(store, id, seller, details: null);
    }

    /// <summary>A seller's tax rates.</summary>
    /// <param name="sellerId">The seller's number in storage.</param>
    public TaxTable TaxTableOf(long sellerId)
    {
        using var rows = store.Prepare("SELECT jurisdiction, category, from_day, rate FROM tax_rate WHERE seller_id = ?1 ORDER BY jurisdiction, category, from_day");
        rows.Bind(1, sellerId);
        var rates = new List<TaxRate>();
        while (rows.Step())
        {
            rates.Add(new TaxRate(rows.Text(0), (TaxCategory)rows.Int32(1), rows.Day(2), Percentage.FromMillionths(rows.Int64(3))));
        }

        return new TaxTable(rates);
    }

    /// <summary>Adds tax rates, or corrects those of the same jurisdiction, category and first day. What was posted keeps the rate it was posted with.</summary>
    /// <param name="sellerId">The seller's number in storage.</param>
    /// <param name="rates">The rates.</param>
    public void SetTaxRates(long sellerId, IEnumerable<TaxRate> rates)
    {
        ArgumentNullException.ThrowIfNull(rates);
        using var set = store.Prepare(
            """
            INSERT INTO tax_rate (seller_id, jurisdiction, category, from_day, rate) VALUES (?1, ?2, ?3, ?4, ?5)
            ON CONFLICT (seller_id, jurisdiction, category, from_day) DO UPDATE SET rate = excluded.rate
            """);
        foreach (var rate in rates)
        {
            set.Bind(1, sellerId).Bind(2, rate.Jurisdiction).Bind(3, (int)rate.Category).Bind(4, rate.From).Bind(5, rate.Rate.Millionths).Run();
        }
    }

    private static (long Id, Seller Seller, long Version) Read(Statement row) => (
        row.Int64(0),
        new Seller(row.Text(1), row.Text(2), row.Text(3), Currency.FromCode(row.Text(4)), row.Text(5), row.Boolean(6)) { Rounding = (RoundingMode)row.Int32(7) },
        row.Int64(8));

    private static Statement Bind(Statement statement, long id, Seller seller) => statement
        .Bind(1, id).Bind(2, seller.Code).Bind(3, seller.Name).Bind(4, seller.Country).Bind(5, seller.Currency.Code).Bind(6, seller.TimeZone).Bind(7, seller.OnePerson)
        .Bind(8, (int)seller.Rounding);
}
