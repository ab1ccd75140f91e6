using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Msp.Billing.Documents.Pdf.Writing;

/// <summary>The objects of one file, and the file: numbered in the order of adding, packed into object streams, found by a cross-reference stream.</summary>
/// <remarks>
/// The same objects always give the same bytes: nothing is asked of the clock, and the file's identifier is a hash of what stands in it (ISO 32000-1, 7.5 and 14.4).
/// Not thread-safe.
/// </remarks>
internal sealed class PdfFile
{
    private const int PackedTogether = 200;
    private readonly List<PdfObject> _objects = [];

    /// <summary>Takes the next number for an object that is written later.</summary>
    public int Reserve()
    {
        _objects.Add(default);
        return _objects.Count;
    }

    /// <summary>Adds an object.</summary>
    /// <param name="body">As PDF writes it; ASCII.</param>
    /// <returns>Its number.</returns>
    public int Add(string body)
    {
        _objects.Add(new PdfObject(body, null));
        return _objects.Count;
    }

    /// <summary>Writes an object whose number was reserved.</summary>
    public void Set(int id, string body) => _objects[id - 1] = new PdfObject(body, null);

    /// <summary>Adds a stream, compressed.</summary>
    /// <param name="entries">The entries of its dictionary besides length and filter.</param>
    /// <param name="data">What it holds.</param>
    public int AddStream(string entries, ReadOnlySpan<byte> data) => AddStored(entries + "/Filter/FlateDecode", Deflater.Compress(data));

    /// <summary>Adds a stream as it is.</summary>
    /// <param name="entries">The entries of its dictionary besides the length, with the filter if there is one.</param>
    /// <param name="data">What it holds.</param>
    public int AddStored(string entries, byte[] data)
    {
        _objects.Add(new PdfObject(string.Create(CultureInfo.InvariantCulture, $"<<{entries}/Length {data.Length}>>"), data));
        return _objects.Count;
    }

    /// <summary>Writes the file.</summary>
    /// <param name="catalog">The number of the catalog.</param>
    /// <param name="information">The number of the document's information.</param>
    /// <exception cref="InvalidOperationException">A reserved number was never written.</exception>
    public byte[] Write(int catalog, int information)
    {
        var own = _objects.Count;
        var packs = PackPlainObjects();
        var places = new (byte Kind, int First, int Second)[_objects.Count + 2];
        foreach (var (id, pack, index) in packs)
        {
            places[id] = (2, pack, index);
        }

        using var file = new MemoryStream(64 * 1024);
        file.Write([.. "%PDF-1.7\n%"u8, 0xE2, 0xE3, 0xCF, 0xD3, (byte)'\n']);
        for (var id = 1; id <= _objects.Count; id++)
        {
            if (_objects[id - 1].Data is { } data)
            {
                places[id] = (1, checked((int)file.Position), 0);
                WriteStream(file, id, _objects[id - 1].Body, data);
            }
        }

        var table = _objects.Count + 1;
        places[table] = (1, checked((int)file.Position), 0);
        places[0] = (0, 0, 65535);
        WriteTable(file, table, places, $"/Root {catalog} 0 R/Info {information} 0 R");
        _objects.RemoveRange(own, _objects.Count - own);
        return file.ToArray();
    }

    // Streams cannot stand inside streams; everything else is packed and compressed together.
    private List<(int Id, int Pack, int Index)> PackPlainObjects()
    {
        var packed = new List<(int Id, int Pack, int Index)>();
        var own = _objects.Count;
        var pack = new List<int>(PackedTogether);
        for (var id = 1; id <= own; id++)
        {
            if (_objects[id - 1].Body is null)
            {
                throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"Object {id} was reserved but never written."));
            }

            if (_objects[id - 1].Data is null)
            {
                pack.Add(id);
            }

            if (pack.Count == PackedTogether || (id == own && pack.Count > 0))
            {
                var number = AddPack(pack);
                for (var i = 0; i < pack.Count; i++)
                {
                    packed.Add((pack[i], number, i));
                }

                pack.Clear();
            }
        }

        return packed;
    }

    private int AddPack(List<int> ids)
    {
        var (head, bodies) = (new StringBuilder(), new StringBuilder());
        foreach (var id in ids)
        {
            head.Append(CultureInfo.InvariantCulture, $"{id} {bodies.Length} ");
            bodies.Append(_objects[id - 1].Body).Append('\n');
        }

        var entries = string.Create(CultureInfo.InvariantCulture, $"/Type/ObjStm/N {ids.Count}/First {head.Length}");
        return AddStream(entries, Encoding.ASCII.GetBytes(head.Append(bodies).ToString()));
    }

    private static void WriteStream(MemoryStream file, int id, string dictionary, ReadOnlySpan<byte> data)
    {
        file.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id} 0 obj\n{dictionary}\nstream\n")));
        file.Write(data);
        file.Write("\nendstream\nendobj\n"u8);
    }

    private static void WriteTable(MemoryStream file, int id, (byte Kind, int First, int Second)[] places, string trailer)
    {
        var rows = new byte[places.Length * 7];
        for (var i = 0; i < places.Length; i++)
        {
            var row = rows.AsSpan(i * 7);
            row[0] = places[i].Kind;
            System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(row[1..], places[i].First);
            System.Buffers.Binary.BinaryPrimitives.WriteUInt16BigEndian(row[5..], (ushort)places[i].Second);
        }

        var start = file.Position;
        var name = PdfSyntax.Bytes(SHA256.HashData(file.GetBuffer().AsSpan(0, (int)start)).AsSpan(0, 16));
        var data = Deflater.Compress(rows);
        WriteStream(
            file, id,
            string.Create(CultureInfo.InvariantCulture, $"<</Type/XRef/Size {places.Length}/W[1 4 2]{trailer}/ID[{name}{name}]/Filter/FlateDecode/Length {data.Length}>>"),
            data);
        file.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"startxref\n{start}\n%%EOF\n")));
    }

    private readonly record struct PdfObject(string Body, byte[]? Data);
}
