using System.Buffers;
using System.Text;
using System.Text.Json;
using Msp.Billing.EntityFrameworkCore.Auditing;

namespace Msp.Billing.EntityFrameworkCore.Ledger;

/// <summary>Writes what is done to the books into the log, in the transaction that does it.</summary>
internal static class LedgerAudit
{
    internal static void Append(
        BillingStore store, long sellerId, TimeProvider clock, string author, string action, string subject, Action<Utf8JsonWriter>? detail)
    {
        var buffer = new ArrayBufferWriter<byte>();
        if (detail is not null)
        {
            using var json = new Utf8JsonWriter(buffer);
            json.WriteStartObject();
            detail(json);
            json.WriteEndObject();
        }

        new AuditLog(store, sellerId).Append(
            new AuditEntry(clock.GetUtcNow(), author, action, subject, detail is null ? null : Encoding.UTF8.GetString(buffer.WrittenSpan)));
    }
}
