using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;

namespace Msp.Billing.EntityFrameworkCore.Auditing;

/// <summary>What happened, in the order in which it happened; each entry is chained to the one before, so that none of those before the last can be changed or left out unseen.</summary>
/// <param name="store">Where it is kept; append in the transaction that does what is recorded.</param>
/// <param name="sellerId">Whose log.</param>
public sealed class AuditLog(BillingStore store, long sellerId)
{
    /// <summary>What the first entry has where others have the hash of the one before.</summary>
    internal static readonly byte[] NoPredecessor = new byte[SHA256.HashSizeInBytes];

    /// <summary>Appends an entry.</summary>
    public void Append(AuditEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        using var last = store.Prepare("SELECT sequence, hash FROM audit_entry WHERE seller_id = ?1 ORDER BY sequence DESC LIMIT 1");
        var (sequence, previous) = last.Bind(1, sellerId).Step() ? (last.Int64(0) + 1, last.Bytes(1).ToArray()) : (1L, NoPredecessor);
        using var insert = store.Prepare(
            "INSERT INTO audit_entry (seller_id, sequence, at, author, action, subject, detail_json, previous_hash, hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)");
        insert.Bind(1, sellerId).Bind(2, sequence).Bind(3, entry.At).Bind(4, entry.Author).Bind(5, entry.Action).Bind(6, entry.Subject)
            .Bind(7, entry.DetailJson).Bind(8, previous).Bind(9, HashOf(sequence, entry, previous)).Run();
    }

    /// <summary>Every entry with its place, from 1, the oldest first.</summary>
    public IEnumerable<(long Sequence, AuditEntry Entry)> All()
    {
        foreach (var (sequence, entry, _, _) in Rows())
        {
            yield return (sequence, entry);
        }
    }

    /// <summary>The entries of one subject with their places, the oldest first.</summary>
    /// <param name="subject">Such as a run's number.</param>
    public IEnumerable<(long Sequence, AuditEntry Entry)> Of(string subject)
    {
        using var rows = store.Prepare(
            "SELECT sequence, at, author, action, subject, detail_json FROM audit_entry WHERE seller_id = ?1 AND subject = ?2 ORDER BY sequence");
        rows.Bind(1, sellerId).Bind(2, subject);
        while (rows.Step())
        {
            yield return (rows.Int64(0), EntryAt(rows));
        }
    }

    /// <summary>The place of the first entry that is missing, or is not what was appended; null when all are there and unchanged.</summary>
    public long? FirstFault()
    {
        var (expected, previous) = (1L, NoPredecessor);
        foreach (var (sequence, entry, previousHash, hash) in Rows())
        {
            if (sequence != expected || !previousHash.AsSpan().SequenceEqual(previous) || !hash.AsSpan().SequenceEqual(HashOf(sequence, entry, previous)))
            {
                return expected;
            }

            (expected, previous) = (sequence + 1, hash);
        }

        return null;
    }

    internal static byte[] HashOf(long sequence, AuditEntry entry, byte[] previous)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartArray();
        json.WriteBase64StringValue(previous);
        json.WriteNumberValue(sequence);
        json.WriteNumberValue(entry.At.UtcTicks);
        json.WriteStringValue(entry.Author);
        json.WriteStringValue(entry.Action);
        json.WriteStringValue(entry.Subject);
        json.WriteStringValue(entry.DetailJson);
        json.WriteEndArray();
        json.Flush();
        return SHA256.HashData(buffer.WrittenSpan);
    }

    private IEnumerable<(long Sequence, AuditEntry Entry, byte[] PreviousHash, byte[] Hash)> Rows()
    {
        using var rows = store.Prepare(
            "SELECT sequence, at, author, action, subject, detail_json, previous_hash, hash FROM audit_entry WHERE seller_id = ?1 ORDER BY sequence");
        rows.Bind(1, sellerId);
        while (rows.Step())
        {
            yield return (rows.Int64(0), EntryAt(rows), rows.Bytes(6).ToArray(), rows.Bytes(7).ToArray());
        }
    }

    internal static AuditEntry EntryAt(Statement row) => new(row.Instant(1), row.Text(2), row.Text(3), row.Text(4), row.TextOrNull(5));
}
