using Msp.Billing.Catalog;
using Msp.Billing.Contracts;
using Msp.Billing.EntityFrameworkCore;
using Msp.Billing.EntityFrameworkCore.Contracts;

namespace Msp.Billing.Cli.Importing;

/// <summary>Answers from storage what a file must fit to. Each question is one look-up; nothing is loaded ahead.</summary>
internal sealed class StoredRecords : IDisposable
{
    private readonly CustomerReader _customers;
    private readonly ContractReader _contracts;
    private string? _lastNumber;
    private Customer? _lastCustomer;

    /// <summary>Prepares to answer.</summary>
    /// <param name="store">Where from.</param>
    /// <param name="sellerId">Whose records.</param>
    public StoredRecords(BillingStore store, long sellerId)
    {
        _customers = new CustomerReader(store, sellerId);
        _contracts = new ContractReader(store, sellerId);
    }

    /// <summary>The answers as the readers of files ask for them.</summary>
    /// <param name="catalog">The stored catalogue.</param>
    /// <param name="today">The seller's day.</param>
    public KnownRecords ToKnown(ImportedCatalog catalog, DateOnly today) => new()
    {
        Catalog = catalog,
        Today = today,
        HasCustomer = number => CustomerOf(number) is not null,
        HasSite = (number, site) => CustomerOf(number)?.Sites.Any(known => known.Code == site) == true,
        HasContract = number => _contracts.IdOf(number) is not null,
        LinesOf = LinesOf,
    };

    /// <summary>The number in storage of a contract.</summary>
    public long IdOf(string contract) =>
        _contracts.IdOf(contract) ?? throw new InvalidOperationException($"Contract '{contract}' was checked to be stored, and is not.");

    /// <inheritdoc/>
    public void Dispose()
    {
        _customers.Dispose();
        _contracts.Dispose();
    }

    // The contracts of one customer mostly follow each other.
    private Customer? CustomerOf(string number)
    {
        if (number != _lastNumber)
        {
            (_lastNumber, _lastCustomer) = (number, _customers.Find(number)?.Customer);
        }

        return _lastCustomer;
    }

    private Dictionary<int, BillingUnit>? LinesOf(string number)
    {
        if (_contracts.Find(number) is not { Contract: var contract })
        {
            return null;
        }

        return ContractParts.LinesOf(contract).ToDictionary(line => line.Id, line => line.Charge.Unit);
    }
}
