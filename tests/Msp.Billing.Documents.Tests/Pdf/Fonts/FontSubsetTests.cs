using System.Buffers.Binary;
using System.Text;
using Msp.Billing.Documents.Pdf;
using Msp.Billing.Documents.Pdf.Fonts;

namespace Msp.Billing.Documents.Tests.Pdf.Fonts;

public sealed class FontSubsetTests
{
    private static TrueTypeFont Font => PdfFonts.NotoSans.Regular;

    [Fact]
    public void It_has_the_glyphs_that_were_used_and_what_they_are_made_of()
    {
        var subset = new FontSubset(Font);
        Assert.Equal(1, subset.Add(Font.GlyphOf('H')));
        Assert.Equal(2, subset.Add(Font.GlyphOf('Ä')));
        var tables = TablesOf(subset.Write());
        var offsets = Enumerable.Range(0, tables["loca"].Length / 4).Select(i => BinaryPrimitives.ReadInt32BigEndian(tables["loca"].AsSpan(i * 4))).ToArray();
        var glyphs = BinaryPrimitives.ReadUInt16BigEndian(tables["maxp"].AsSpan(4));
        Assert.Equal(glyphs + 1, offsets.Length);
        Assert.Equal(tables["glyf"].Length, offsets[^1]);

        // H is drawn by itself; Ä is two others: the letter and its dots.
        Assert.True(BinaryPrimitives.ReadInt16BigEndian(tables["glyf"].AsSpan(offsets[1])) > 0);
        var composite = tables["glyf"].AsSpan(offsets[2]);
        Assert.Equal(-1, BinaryPrimitives.ReadInt16BigEndian(composite));
        var part = BinaryPrimitives.ReadUInt16BigEndian(composite[12..]);
        Assert.Equal(3, part);
        Assert.Equal(Font.AdvanceOf(Font.GlyphOf('A')), BinaryPrimitives.ReadUInt16BigEndian(tables["hmtx"].AsSpan(part * 4)));
    }

    [Fact]
    public void It_is_a_small_part_of_the_font()
    {
        var subset = new FontSubset(Font);
        foreach (var letter in "Rechnung INV-2026-0000042 über 8.199,48 EUR")
        {
            subset.Add(Font.GlyphOf(letter));
        }

        Assert.InRange(subset.Write().Length, 1000, 20_000);
    }

    [Fact]
    public void The_sum_of_the_whole_file_is_the_number_that_the_format_asks_for()
    {
        var subset = new FontSubset(Font);
        subset.Add(Font.GlyphOf('ễ'));
        var sum = 0u;
        foreach (var word in subset.Write().Chunk(4))
        {
            sum = unchecked(sum + BinaryPrimitives.ReadUInt32BigEndian(word));
        }

        Assert.Equal(0xB1B0AFBAu, sum);
    }

    [Fact]
    public void Writing_it_twice_gives_the_same_bytes()
    {
        var subset = new FontSubset(Font);
        subset.Add(Font.GlyphOf('Ł'));
        subset.Add(Font.GlyphOf('é'));
        Assert.Equal(subset.Write(), subset.Write());
    }

    private static Dictionary<string, byte[]> TablesOf(byte[] file) =>
        Enumerable.Range(0, BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(4))).Select(i => file.AsMemory(12 + (16 * i), 16)).ToDictionary(
            entry => Encoding.ASCII.GetString(entry.Span[..4]),
            entry => file.AsSpan(BinaryPrimitives.ReadInt32BigEndian(entry.Span[8..]), BinaryPrimitives.ReadInt32BigEndian(entry.Span[12..])).ToArray());
}
