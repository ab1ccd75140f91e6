using System.Buffers;

namespace Msp.Billing.Documents.Pdf.Writing;

/// <summary>Writes bits, the lowest first, as RFC 1951 packs them.</summary>
internal sealed class BitWriter
{
    private readonly ArrayBufferWriter<byte> _bytes = new(4096);
    private ulong _held;
    private int _count;

    /// <summary>Writes a number of bits.</summary>
    /// <param name="value">Nothing above the bits that are written.</param>
    /// <param name="bits">At most 32.</param>
    public void Write(uint value, int bits)
    {
        _held |= (ulong)value << _count;
        _count += bits;
        while (_count >= 8)
        {
            Flush();
        }
    }

    /// <summary>Fills the last byte with zeros, and gives all bytes.</summary>
    public ReadOnlySpan<byte> Finish()
    {
        if (_count > 0)
        {
            Flush();
        }

        return _bytes.WrittenSpan;
    }

    private void Flush()
    {
        _bytes.GetSpan(1)[0] = (byte)(_held & 0xFF);
        _bytes.Advance(1);
        _held >>= 8;
        _count = Math.Max(0, _count - 8);
    }
}
