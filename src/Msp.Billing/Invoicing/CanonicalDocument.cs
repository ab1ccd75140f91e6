using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;

namespace Msp.Billing.Invoicing;

/// <summary>The one sequence of bytes that stands for a posted document, and its hash.</summary>
/// <remarks>
/// JSON in UTF-8 without white space, members in the order written here, amounts in minor units, prices and quantities in millionths,
/// days in ISO form, instants in ticks of UTC. Changing anything here would break every chain: the version is its first member.
/// Not thread-safe: it keeps room for its work.
/// </remarks>
public sealed class CanonicalDocument : IDisposable
{
    private const int Version = 1;
    private readonly ArrayBufferWriter<byte> _buffer = new(4096);
    private readonly Utf8JsonWriter _json;

    /// <summary>Creates a writer that can be used for many documents.</summary>
    public CanonicalDocument() => _json = new Utf8JsonWriter(_buffer);

    /// <summary>The hash that the first document of a series follows: 32 zero bytes.</summary>
    public static ImmutableArray<byte> NoPredecessor { get; } = ImmutableCollectionsMarshal.AsImmutableArray(new byte[SHA256.HashSizeInBytes]);

    /// <summary>The SHA-256 of the document's canonical bytes.</summary>
    public ImmutableArray<byte> HashOf(PostedDocument document) =>
        ImmutableCollectionsMarshal.AsImmutableArray(SHA256.HashData(Write(document)));

    /// <summary>The document's canonical bytes; valid until the next call.</summary>
    public ReadOnlySpan<byte> Write(PostedDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        _buffer.ResetWrittenCount();
        _json.Reset();
        _json.WriteStartObject();
        _json.WriteNumber("v"u8, Version);
        _json.WriteBase64String("previous"u8, document.PreviousHash.AsSpan());
        _json.WriteString("seller"u8, document.Seller);
        _json.WriteString("number"u8, document.Number);
        _json.WriteNumber("kind"u8, (int)document.Kind);
        _json.WriteString("contract"u8, document.Contract);
        _json.WriteString("customer"u8, document.Customer);
        WriteDay("issued"u8, document.IssueDay);
        WriteDay("due"u8, document.DueDay);
        WriteDay("from"u8, document.Period.Start);
        WriteDay("until"u8, document.Period.End);
        _json.WriteString("currency"u8, document.Currency.Code);
        _json.WriteNumber("subtotal"u8, document.SubtotalMinorUnits);
        _json.WriteNumber("tax"u8, document.TaxMinorUnits);
        _json.WriteNumber("knownAt"u8, document.KnownAt.UtcTicks);
        _json.WriteStartArray("lines"u8);
        foreach (ref readonly var line in document.Lines.AsSpan())
        {
            WriteLine(line);
        }

        _json.WriteEndArray();
        _json.WriteStartArray("taxes"u8);
        foreach (var tax in document.Taxes)
        {
            _json.WriteStartObject();
            _json.WriteNumber("category"u8, (int)tax.Category);
            _json.WriteNumber("rate"u8, tax.Rate.Millionths);
            _json.WriteNumber("base"u8, tax.BaseMinorUnits);
            _json.WriteNumber("tax"u8, tax.TaxMinorUnits);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.Flush();
        return _buffer.WrittenSpan;
    }

    /// <summary>Gives up the room it keeps.</summary>
    public void Dispose() => _json.Dispose();

    private void WriteLine(in PostedLine line)
    {
        _json.WriteStartObject();
        _json.WriteNumber("no"u8, line.Number);
        _json.WriteNumber("line"u8, line.LineId);
        _json.WriteString("charge"u8, line.Charge);
        _json.WriteString("text"u8, line.Description);
        _json.WriteNumber("kind"u8, (int)line.Kind);
        if (line.Cause is { } cause)
        {
            _json.WriteNumber("cause"u8, (int)cause);
        }

        WriteDay("period"u8, line.Natural.Start);
        WriteDay("periodEnd"u8, line.Natural.End);
        WriteDay("from"u8, line.Days.Start);
        WriteDay("until"u8, line.Days.End);
        _json.WriteString("unit"u8, line.Unit);
        _json.WriteNumber("quantity"u8, Millionths(line.Quantity));
        if (line.UnitPrice is { } price)
        {
            _json.WriteNumber("price"u8, Millionths(price));
        }

        _json.WriteNumber("share"u8, line.Share.Numerator);
        _json.WriteNumber("of"u8, line.Share.Denominator);
        _json.WriteNumber("amount"u8, line.MinorUnits);
        _json.WriteNumber("net"u8, line.NetMinorUnits);
        _json.WriteNumber("category"u8, (int)line.TaxCategory);
        _json.WriteNumber("rate"u8, line.TaxRate.Millionths);
        WriteDay("taxPoint"u8, line.TaxPoint);
        _json.WriteNumber("round"u8, line.Round);
        _json.WriteNumber("piece"u8, line.Piece);
        _json.WriteString("account"u8, line.LedgerAccount);
        _json.WriteEndObject();
    }

    private void WriteDay(ReadOnlySpan<byte> name, DateOnly day)
    {
        Span<byte> text = stackalloc byte[10];
        text[4] = text[7] = (byte)'-';
        Digits(text[..4], day.Year);
        Digits(text[5..7], day.Month);
        Digits(text[8..], day.Day);
        _json.WriteString(name, text);
    }

    private static void Digits(Span<byte> target, int value)
    {
        for (var i = target.Length - 1; i >= 0; i--)
        {
            target[i] = (byte)('0' + (value % 10));
            value /= 10;
        }
    }

    // Quantities have at most six decimals by their unit; a billed quantity that an increment makes finer is refused when it is agreed.
    private static long Millionths(decimal value) => decimal.ToInt64(value * 1_000_000m);
}
