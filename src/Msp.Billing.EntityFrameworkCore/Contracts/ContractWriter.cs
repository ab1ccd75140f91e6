using Msp.Billing.Contracts;
using Msp.Billing.Contracts.Json;

namespace Msp.Billing.EntityFrameworkCore.Contracts;

/// <summary>Stores new contracts, with the amendments they come with.</summary>
/// <remarks>Write inside a transaction of the same store: what is not committed was never there. Numbers in storage rise in the order of writing. Not thread-safe.</remarks>
public sealed class ContractWriter : IDisposable
{
    private readonly BillingStore _store;
    private readonly long _sellerId;
    private readonly Statement _head;
    private readonly Statement _line;
    private readonly Statement _customer;
    private readonly AmendmentWriter _amendments;
    private long _lastId;

    /// <summary>Prepares to write.</summary>
    /// <param name="store">Where to; in a transaction.</param>
    /// <param name="sellerId">Whose contracts.</param>
    public ContractWriter(BillingStore store, long sellerId)
    {
        ArgumentNullException.ThrowIfNull(store);
        _store = store;
        _sellerId = sellerId;
        _head = store.Prepare(
            """
            INSERT INTO contract (seller_id, contract_id, number, customer_id, plan, predecessor, recorded_at, initial_status, currency, start_day, end_day,
                   anchor_day, anchor_day_of_month, billed_elsewhere_until, term_months, renewal_months, notice_days, payment_days, rounding,
                   prices_include_tax, terms_json)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21)
            """);
        _line = store.Prepare(
            """
            INSERT INTO contract_line (seller_id, contract_id, line_id, charge, name, service, unit, model, price, pricing_json, cadence_count, cadence_unit,
                   timing, day_count, basis, increase, decrease, tax_category, ledger_account, unit_cost, quantity, committed_quantity, site, start_day, end_day,
                   never_uplifted, discounts_json)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27)
            """);
        _customer = store.Prepare("SELECT customer_id FROM customer WHERE seller_id = ?1 AND number = ?2");
        _amendments = new AmendmentWriter(store, sellerId);
        using var last = store.Prepare("SELECT max(contract_id) FROM contract WHERE seller_id = ?1");
        _lastId = last.Bind(1, sellerId).Step() ? last.Int64(0) : 0;
    }

    /// <summary>Stores a contract.</summary>
    /// <returns>Its number in storage.</returns>
    /// <exception cref="StorageException">Its number is taken, or its customer is not stored.</exception>
    public long Add(Contract contract)
    {
        ArgumentNullException.ThrowIfNull(contract);
        var id = _lastId + 1;
        WriteHead(id, contract);
        foreach (var line in contract.Terms.Lines)
        {
            WriteLine(id, line);
        }

        foreach (var amendment in contract.Amendments)
        {
            _amendments.Write(id, amendment);
        }

        _lastId = id;
        return id;
    }

    /// <summary>Lets go of the statements.</summary>
    public void Dispose()
    {
        _head.Dispose();
        _line.Dispose();
        _customer.Dispose();
        _amendments.Dispose();
    }

    private long CustomerOf(Contract contract)
    {
        _customer.Bind(1, _sellerId).Bind(2, contract.Customer);
        if (!_customer.Step())
        {
            throw new StorageException(
                StorageFault.Refused, $"Contract {contract.Number} is for customer {contract.Customer}, which is not in '{_store.Path}'. Import the customer first, or correct the number.");
        }

        var id = _customer.Int64(0);
        _customer.Reset();
        return id;
    }

    private void WriteHead(long id, Contract contract)
    {
        var terms = contract.Terms;
        _head.Bind(1, _sellerId).Bind(2, id).Bind(3, contract.Number).Bind(4, CustomerOf(contract)).Bind(5, contract.Plan).Bind(6, contract.Predecessor)
            .Bind(7, contract.RecordedAt).Bind(8, (int)contract.InitialStatus).Bind(9, terms.Currency.Code).Bind(10, terms.Start).Bind(11, terms.End)
            .Bind(12, terms.Anchor.FirstDay).Bind(13, terms.Anchor.DayOfMonth).Bind(14, terms.BilledElsewhereUntil)
            .Bind(15, terms.Term.Months).Bind(16, terms.Term.RenewalMonths).Bind(17, terms.Term.NoticeDays)
            .Bind(18, terms.PaymentDays).Bind(19, (int)terms.Rounding).Bind(20, terms.PricesIncludeTax).Bind(21, TermsJson.Of(terms));
        try
        {
            _head.Run();
        }
        catch (StorageException exception) when (exception.Fault == StorageFault.Refused)
        {
            throw new StorageException(StorageFault.Refused, $"Contract {contract.Number} exists already, or its days contradict each other ({exception.Message})", exception);
        }
    }

    private void WriteLine(long id, ContractLine line)
    {
        var charge = line.Charge;
        _line.Bind(1, _sellerId).Bind(2, id).Bind(3, line.Id).Bind(4, charge.Code).Bind(5, charge.Name).Bind(6, charge.Service).Bind(7, charge.Unit.Code)
            .Bind(8, (int)charge.Pricing.Model).BindExact(9, charge.Pricing.Price).Bind(10, PricingJson.Of(charge.Pricing))
            .Bind(11, charge.Cadence.Count).Bind(12, (int)charge.Cadence.Unit).Bind(13, (int)charge.Timing).Bind(14, (int)charge.DayCount)
            .Bind(15, (int)charge.Basis).Bind(16, (int)charge.Increase).Bind(17, (int)charge.Decrease).Bind(18, (int)charge.TaxCategory)
            .Bind(19, charge.LedgerAccount).BindExact(20, charge.UnitCost).BindExact(21, line.Quantity).BindExact(22, line.CommittedQuantity)
            .Bind(23, line.Site).Bind(24, line.Start).Bind(25, line.End).Bind(26, line.NeverUplifted).Bind(27, DiscountJson.Of(line.Discounts));
        _line.Run();
    }
}
