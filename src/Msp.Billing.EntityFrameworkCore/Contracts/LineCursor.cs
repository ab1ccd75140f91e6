using System.Runtime.InteropServices;
using Msp.Billing.Amounts;
using Msp.Billing.Catalog;
using Msp.Billing.Contracts;
using Msp.Billing.Contracts.Json;
using Msp.Billing.Periods;
using Msp.Billing.Plans;

namespace Msp.Billing.EntityFrameworkCore.Contracts;

/// <summary>The lines of contracts, in one pass through the table beside the contracts themselves.</summary>
internal sealed class LineCursor(BillingStore store, long sellerId) : IDisposable
{
    private readonly Statement _rows = store.Prepare(
        """
        SELECT contract_id, line_id, charge, name, service, unit, model, price, pricing_json, cadence_count, cadence_unit, timing, day_count, basis,
               increase, decrease, tax_category, ledger_account, unit_cost, quantity, committed_quantity, site, start_day, end_day, never_uplifted, discounts_json
          FROM contract_line
         WHERE seller_id = ?1 AND contract_id BETWEEN ?2 AND ?3
         ORDER BY contract_id, line_id
        """);

    private readonly PricingCache _prices = new();
    private readonly List<ContractLine> _lines = [];
    private bool _more;

    public void Dispose() => _rows.Dispose();

    internal void Start(long firstId, long lastId)
    {
        _rows.Reset();
        _more = _rows.Bind(1, sellerId).Bind(2, firstId).Bind(3, lastId).Step();
    }

    internal void Stop() => _rows.Reset();

    /// <summary>The lines of the next contract; valid until the next call.</summary>
    internal ReadOnlySpan<ContractLine> Of(long contractId, Currency currency)
    {
        _lines.Clear();
        while (_more && _rows.Int64(0) <= contractId)
        {
            if (_rows.Int64(0) == contractId)
            {
                _lines.Add(Read(currency));
            }

            _more = _rows.Step();
        }

        return CollectionsMarshal.AsSpan(_lines);
    }

    private ContractLine Read(Currency currency)
    {
        var cadence = _rows.Int32(9);
        var charge = new Charge(
            _rows.Text(2), _rows.Text(3), BillingUnit.FromCode(_rows.Text(5)),
            _prices.Of((PricingModel)_rows.Int32(6), _rows.Int64(7), currency, _rows.TextOrNull(8)))
        {
            Service = _rows.TextOrNull(4),
            Cadence = cadence == 0 ? default : new Cadence(cadence, (CadenceUnit)_rows.Int32(10)),
            Timing = (ChargeTiming)_rows.Int32(11),
            DayCount = (DayCount)_rows.Int32(12),
            Basis = (QuantityBasis)_rows.Int32(13),
            Increase = (ChangePolicy)_rows.Int32(14),
            Decrease = (ChangePolicy)_rows.Int32(15),
            TaxCategory = (TaxCategory)_rows.Int32(16),
            LedgerAccount = _rows.Text(17),
            UnitCost = _rows.IsNull(18) ? null : _rows.Decimal(18),
        };
        return new ContractLine(_rows.Int32(1), charge, _rows.Decimal(19))
        {
            CommittedQuantity = _rows.Decimal(20),
            Site = _rows.TextOrNull(21),
            Start = _rows.DayOrNull(22),
            End = _rows.DayOrNull(23),
            NeverUplifted = _rows.Boolean(24),
            Discounts = DiscountJson.Read(_rows.TextOrNull(25)),
        };
    }
}
