using Msp.Billing.Amounts;
using Msp.Billing.Contracts;
using Msp.Billing.EntityFrameworkCore.Json;

namespace Msp.Billing.EntityFrameworkCore.Contracts;

/// <summary>The amendments of contracts, in one pass through the table beside the contracts themselves.</summary>
internal sealed class AmendmentCursor(BillingStore store, long sellerId) : IDisposable
{
    private readonly Statement _rows = store.Prepare(
        """
        SELECT contract_id, number, day, recorded_at, author, reason, kind, line_id, payload_json
          FROM amendment
         WHERE seller_id = ?1 AND contract_id BETWEEN ?2 AND ?3
         ORDER BY contract_id, number
        """);

    private bool _more;

    public void Dispose() => _rows.Dispose();

    internal void Start(long firstId, long lastId)
    {
        _rows.Reset();
        _more = _rows.Bind(1, sellerId).Bind(2, firstId).Bind(3, lastId).Step();
    }

    internal void Stop() => _rows.Reset();

    /// <summary>The amendments of the next contract, in the order of recording; a list of its own.</summary>
    internal List<Amendment> Of(long contractId, Currency currency)
    {
        var amendments = new List<Amendment>();
        while (_more && _rows.Int64(0) <= contractId)
        {
            if (_rows.Int64(0) == contractId)
            {
                var note = new AmendmentNote(_rows.Day(2), _rows.Instant(3), _rows.Text(4), _rows.Text(5)) { Number = _rows.Int32(1) };
                int? lineId = _rows.IsNull(7) ? null : _rows.Int32(7);
                amendments.Add(AmendmentJson.Read((AmendmentKind)_rows.Int32(6), note, lineId, _rows.TextOrNull(8), currency));
            }

            _more = _rows.Step();
        }

        return amendments;
    }
}
