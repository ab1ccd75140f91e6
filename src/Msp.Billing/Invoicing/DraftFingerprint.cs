using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Msp.Billing.Invoicing;

/// <summary>Thirty-two bytes that two drafts share when they bill the same: posting notices with them that what is owed is not what was approved.</summary>
/// <remarks>SHA-256 over the days, the currency, and each line's identity, amount and tax. The same on every machine. Not thread-safe: it keeps room for its work.</remarks>
public sealed class DraftFingerprint
{
    /// <summary>How many bytes it has.</summary>
    public const int Size = SHA256.HashSizeInBytes;

    private byte[] _bytes = new byte[1024];
    private int _length;

    /// <summary>Writes the fingerprint of a draft.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="target">Room for <see cref="Size"/> bytes.</param>
    /// <exception cref="ArgumentException">There is less room.</exception>
    public void Write(InvoiceDraft draft, Span<byte> target)
    {
        ArgumentNullException.ThrowIfNull(draft);
        _length = 0;
        Add(draft.IssueDay.DayNumber);
        Add(draft.DueDay.DayNumber);
        Add(draft.Currency.Number);
        foreach (ref readonly var line in draft.Lines.AsSpan())
        {
            Add(line.Source.Id);
            Add(line.Natural.Start.DayNumber);
            Add(line.Days.Start.DayNumber);
            Add(line.Days.End.DayNumber);
            Add(line.Round);
            Add(line.Piece);
            Add(line.MinorUnits);
            Add(line.NetMinorUnits);
            Add((long)line.TaxCategory);
            Add(line.TaxRate.Millionths);
        }

        foreach (var tax in draft.Taxes)
        {
            Add(tax.TaxMinorUnits);
        }

        SHA256.HashData(_bytes.AsSpan(0, _length), target);
    }

    private void Add(long value)
    {
        if (_length + sizeof(long) > _bytes.Length)
        {
            Array.Resize(ref _bytes, _bytes.Length * 2);
        }

        BinaryPrimitives.WriteInt64LittleEndian(_bytes.AsSpan(_length), value);
        _length += sizeof(long);
    }
}
