using Msp.Billing.Amounts;
using Msp.Billing.Contracts;
using Msp.Billing.EntityFrameworkCore.Json;

namespace Msp.Billing.EntityFrameworkCore.Contracts;

/// <summary>The amendments of contracts, in one pass through the table beside the contracts themselves.</summary>
internal sealed class AmendmentCursor(BillingStore store, long sellerId) : ContractCursor(
    store.Prepare(
        """
        SELECT contract_id, number, day, recorded_at, author, reason, kind, line_id, payload_json
          FROM amendment
         WHERE seller_id = ?1 AND contract_id BETWEEN ?2 AND ?3
         ORDER BY contract_id, number
        """),
    sellerId)
{
    /// <summary>The amendments of the next contract, in the order of recording; a list of its own.</summary>
    internal List<Amendment> Of(long contractId, Currency currency)
    {
        var amendments = new List<Amendment>();
        while (IsAt(contractId))
        {
            var note = new AmendmentNote(Row.Day(2), Row.Instant(3), Row.Text(4), Row.Text(5)) { Number = Row.Int32(1) };
            int? lineId = Row.IsNull(7) ? null : Row.Int32(7);
            amendments.Add(AmendmentJson.Read((AmendmentKind)Row.Int32(6), note, lineId, Row.TextOrNull(8), currency));
            Advance();
        }

        return amendments;
    }
}
