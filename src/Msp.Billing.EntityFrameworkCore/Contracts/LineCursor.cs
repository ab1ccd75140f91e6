using System.Runtime.InteropServices;
using Msp.Billing.Amounts;
using Msp.Billing.Catalog;
using Msp.Billing.Contracts;
using Msp.Billing.Contracts.Json;
using Msp.Billing.Periods;
using Msp.Billing.Plans;

namespace Msp.Billing.EntityFrameworkCore.Contracts;

/// <summary>The lines of contracts, in one pass through the table beside the contracts themselves.</summary>
internal sealed class LineCursor(BillingStore store, long sellerId) : ContractCursor(
    store.Prepare(
        """
        SELECT contract_id, line_id, charge, name, service, unit, model, price, pricing_json, cadence_count, cadence_unit, timing, day_count, basis,
               increase, decrease, tax_category, ledger_account, unit_cost, quantity, committed_quantity, site, start_day, end_day, never_uplifted, discounts_json
          FROM contract_line
         WHERE seller_id = ?1 AND contract_id BETWEEN ?2 AND ?3
         ORDER BY contract_id, line_id
        """),
    sellerId)
{
    private readonly PricingCache _prices = new();
    private readonly List<ContractLine> _lines = [];

    /// <summary>The lines of the next contract; valid until the next call.</summary>
    internal ReadOnlySpan<ContractLine> Of(long contractId, Currency currency)
    {
        _lines.Clear();
        while (IsAt(contractId))
        {
            _lines.Add(Read(currency));
            Advance();
        }

        return CollectionsMarshal.AsSpan(_lines);
    }

    private ContractLine Read(Currency currency)
    {
        var cadence = Row.Int32(9);
        var charge = new Charge(
            Row.Text(2), Row.Text(3), BillingUnit.FromCode(Row.Text(5)),
            _prices.Of((PricingModel)Row.Int32(6), Row.Int64(7), currency, Row.TextOrNull(8)))
        {
            Service = Row.TextOrNull(4),
            Cadence = cadence == 0 ? default : new Cadence(cadence, (CadenceUnit)Row.Int32(10)),
            Timing = (ChargeTiming)Row.Int32(11),
            DayCount = (DayCount)Row.Int32(12),
            Basis = (QuantityBasis)Row.Int32(13),
            Increase = (ChangePolicy)Row.Int32(14),
            Decrease = (ChangePolicy)Row.Int32(15),
            TaxCategory = (TaxCategory)Row.Int32(16),
            LedgerAccount = Row.Text(17),
            UnitCost = Row.IsNull(18) ? null : Row.Decimal(18),
        };
        return new ContractLine(Row.Int32(1), charge, Row.Decimal(19))
        {
            CommittedQuantity = Row.Decimal(20),
            Site = Row.TextOrNull(21),
            Start = Row.DayOrNull(22),
            End = Row.DayOrNull(23),
            NeverUplifted = Row.Boolean(24),
            Discounts = DiscountJson.Read(Row.TextOrNull(25)),
        };
    }
}
