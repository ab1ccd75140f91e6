using Msp.Billing.Contracts;

namespace Msp.Billing.EntityFrameworkCore.Contracts;

/// <summary>Stores customers.</summary>
/// <remarks>Write inside a transaction of the same store. Not thread-safe.</remarks>
public sealed class CustomerWriter : IDisposable
{
    private readonly BillingStore _store;
    private readonly long _sellerId;
    private readonly Statement _insert;
    private readonly Statement _update;
    private readonly Statement _setParent;
    private readonly Statement _byNumber;
    private readonly PartyVersions _versions;
    private long _lastId;

    /// <summary>Prepares to write.</summary>
    /// <param name="store">Where to; in a transaction.</param>
    /// <param name="sellerId">Whose customers.</param>
    public CustomerWriter(BillingStore store, long sellerId)
    {
        ArgumentNullException.ThrowIfNull(store);
        _store = store;
        _sellerId = sellerId;
        _insert = store.Prepare(
            """
            INSERT INTO customer (seller_id, customer_id, number, name, jurisdiction, vat_number, exemption_reason, reverse_charge, country, address, email,
                   buyer_reference, sites_json, name_key, version)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, 1)
            """);
        _update = store.Prepare(
            """
            UPDATE customer
               SET name = ?4, jurisdiction = ?5, vat_number = ?6, exemption_reason = ?7, reverse_charge = ?8, country = ?9, address = ?10, email = ?11,
                   buyer_reference = ?12, sites_json = ?13, name_key = ?14, parent_id = NULL, version = version + 1
             WHERE seller_id = ?1 AND customer_id = ?2 AND number = ?3 AND version = ?15
            """);
        _setParent = store.Prepare("UPDATE customer SET parent_id = ?3 WHERE seller_id = ?1 AND customer_id = ?2");
        _byNumber = store.Prepare("SELECT customer_id FROM customer WHERE seller_id = ?1 AND number = ?2");
        _versions = new PartyVersions(store, sellerId);
        using var last = store.Prepare("SELECT max(customer_id) FROM customer WHERE seller_id = ?1");
        _lastId = last.Bind(1, sellerId).Step() ? last.Int64(0) : 0;
    }

    /// <summary>Stores new customers; a parent may stand before or after its children, or be stored already.</summary>
    /// <exception cref="StorageException">A number is taken, or a parent is neither stored nor among them.</exception>
    public void Add(IEnumerable<Customer> customers) => Add(customers.Select(customer => (customer, CustomerDetails.None)));

    /// <summary>Stores new customers with what their documents need; a parent may stand before or after its children, or be stored already.</summary>
    /// <exception cref="StorageException">A number is taken, or a parent is neither stored nor among them.</exception>
    public void Add(IEnumerable<(Customer Customer, CustomerDetails Details)> customers)
    {
        ArgumentNullException.ThrowIfNull(customers);
        var children = new List<(long Id, Customer Customer)>();
        foreach (var (customer, details) in customers)
        {
            var id = ++_lastId;
            BindColumns(_insert, id, customer);
            try
            {
                _insert.Run();
            }
            catch (StorageException exception) when (exception.Fault == StorageFault.Refused)
            {
                throw new StorageException(StorageFault.Refused, $"Customer {customer.Number} exists already ({exception.Message})", exception);
            }

            _versions.Begin(id, CustomerParty.Of(customer, details));
            if (customer.Parent is not null)
            {
                children.Add((id, customer));
            }
        }

        foreach (var (id, customer) in children)
        {
            SetParent(id, customer);
        }
    }

    /// <summary>Changes a stored customer; what its documents need beside it stays, see <see cref="PartyBook.SetCustomer"/>. What was posted for it stays as it was.</summary>
    /// <param name="customer">As it is to be; found by its number.</param>
    /// <param name="version">The version that was read; see <see cref="CustomerReader.Find"/>.</param>
    /// <exception cref="StorageException">It is not stored, or someone else changed it since it was read.</exception>
    public void Update(Customer customer, long version)
    {
        ArgumentNullException.ThrowIfNull(customer);
        var id = IdOf(customer.Number) ??
            throw new StorageException(StorageFault.Refused, $"Customer {customer.Number} is not in '{_store.Path}'. Import it first, or correct the number.");
        BindColumns(_update, id, customer).Bind(15, version);
        _update.Run();
        if (_store.Changes != 1)
        {
            throw new StorageException(
                StorageFault.Conflict, $"Customer {customer.Number} was changed by someone else since it was read. Read it again and decide again.");
        }

        _versions.Record(id, customer, details: null);
        if (customer.Parent is not null)
        {
            SetParent(id, customer);
        }
    }

    /// <summary>Lets go of the statements.</summary>
    public void Dispose()
    {
        _insert.Dispose();
        _update.Dispose();
        _setParent.Dispose();
        _byNumber.Dispose();
        _versions.Dispose();
    }

    private Statement BindColumns(Statement statement, long id, Customer customer) => statement
        .Bind(1, _sellerId).Bind(2, id).Bind(3, customer.Number).Bind(4, customer.Name).Bind(5, customer.Tax.Jurisdiction).Bind(6, customer.Tax.VatNumber)
        .Bind(7, customer.Tax.ExemptionReason).Bind(8, customer.Tax.ReverseCharge).Bind(9, customer.Country).Bind(10, customer.Address)
        .Bind(11, customer.Email).Bind(12, customer.BuyerReference).Bind(13, CustomerColumns.Json(customer.Sites)).Bind(14, NameKey.Of(customer.Name));

    private long? IdOf(string number)
    {
        _byNumber.Bind(1, _sellerId).Bind(2, number);
        long? id = _byNumber.Step() ? _byNumber.Int64(0) : null;
        _byNumber.Reset();
        return id;
    }

    private void SetParent(long id, Customer customer)
    {
        var parent = IdOf(customer.Parent ?? "") ?? throw new StorageException(
            StorageFault.Refused, $"Customer {customer.Number} belongs to customer {customer.Parent}, which is not in '{_store.Path}'. Import that one too, or correct the number.");
        _setParent.Bind(1, _sellerId).Bind(2, id).Bind(3, parent).Run();
    }
}
