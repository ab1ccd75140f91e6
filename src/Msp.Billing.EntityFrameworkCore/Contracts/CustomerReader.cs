using Msp.Billing.Contracts;

namespace Msp.Billing.EntityFrameworkCore.Contracts;

/// <summary>Reads customers. The contract reader brings each contract's customer by itself.</summary>
/// <remarks>Not thread-safe.</remarks>
public sealed class CustomerReader : IDisposable
{
    private readonly BillingStore _store;
    private readonly long _sellerId;
    private readonly Statement _all;
    private readonly Statement _byNumber;

    /// <summary>Prepares to read.</summary>
    /// <param name="store">Where from.</param>
    /// <param name="sellerId">Whose customers.</param>
    public CustomerReader(BillingStore store, long sellerId)
    {
        ArgumentNullException.ThrowIfNull(store);
        (_store, _sellerId) = (store, sellerId);
        const string Columns = $"SELECT {CustomerColumns.Select}, k.customer_id, k.version FROM customer AS k {CustomerColumns.JoinParent} WHERE k.seller_id = ?1";
        _all = store.Prepare(Columns + " ORDER BY k.customer_id");
        _byNumber = store.Prepare(Columns + " AND k.number = ?2");
    }

    /// <summary>Every customer with its number in storage, in the order of import.</summary>
    public IEnumerable<(long Id, Customer Customer)> All()
    {
        _all.Reset();
        _all.Bind(1, _sellerId);
        try
        {
            while (_all.Step())
            {
                yield return (_all.Int64(CustomerColumns.Count), CustomerColumns.Read(_all, 0));
            }
        }
        finally
        {
            _all.Reset();
        }
    }

    /// <summary>One customer with the version to give back when it is changed; null where there is none.</summary>
    public (long Id, Customer Customer, long Version)? Find(string number)
    {
        ArgumentNullException.ThrowIfNull(number);
        _byNumber.Bind(1, _sellerId).Bind(2, number);
        (long, Customer, long)? found = _byNumber.Step()
            ? (_byNumber.Int64(CustomerColumns.Count), CustomerColumns.Read(_byNumber, 0), _byNumber.Int64(CustomerColumns.Count + 1))
            : null;
        _byNumber.Reset();
        return found;
    }

    /// <summary>The names of customers, by number; a number that is unknown is not there.</summary>
    /// <param name="numbers">Their numbers, such as those of a page.</param>
    public IReadOnlyDictionary<string, string> Names(IEnumerable<string> numbers)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        using var name = _store.Prepare("SELECT name FROM customer WHERE seller_id = ?1 AND number = ?2");
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var number in numbers.Distinct(StringComparer.Ordinal))
        {
            if (name.Bind(1, _sellerId).Bind(2, number).Step())
            {
                names[number] = name.Text(0);
            }

            name.Reset();
        }

        return names;
    }

    /// <summary>Lets go of the statements.</summary>
    public void Dispose()
    {
        _all.Dispose();
        _byNumber.Dispose();
    }
}
