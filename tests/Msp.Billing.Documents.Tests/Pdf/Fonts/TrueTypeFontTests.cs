using Msp.Billing.Documents.Pdf;
using Msp.Billing.Documents.Pdf.Fonts;

namespace Msp.Billing.Documents.Tests.Pdf.Fonts;

public sealed class TrueTypeFontTests
{
    private static TrueTypeFont Font => PdfFonts.NotoSans.Regular;

    [Fact]
    public void The_bundled_faces_know_their_names_and_weights()
    {
        Assert.Equal(("NotoSans-Regular", 400, 1000), (Font.Name, Font.Weight, Font.UnitsPerEm));
        Assert.Equal(("NotoSans-Bold", 700), (PdfFonts.NotoSans.Bold.Name, PdfFonts.NotoSans.Bold.Weight));
    }

    [Theory]
    [InlineData("AZaz09.,-−–’€£%×")]
    [InlineData("ąćęłńóśźżĄĆĘŁŃÓŚŹŻ")]
    [InlineData("αβγδεζΑΒΓΔάέή")]
    [InlineData("абвгдежзийБЁЖЩЪЫЭЮЯїєґ")]
    [InlineData("ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđơư")]
    [InlineData("äöüßÄÖÜẞéèêëçœŒ")]
    public void Both_faces_have_every_letter(string letters) =>
        Assert.All(letters.EnumerateRunes(), rune =>
        {
            Assert.NotEqual(0, Font.GlyphOf(rune.Value));
            Assert.NotEqual(0, PdfFonts.NotoSans.Bold.GlyphOf(rune.Value));
        });

    [Fact]
    public void Digits_are_all_as_wide_so_that_columns_of_figures_align() =>
        Assert.Single("0123456789".Select(digit => Font.AdvanceOf(Font.GlyphOf(digit))).Distinct());

    [Fact]
    public void A_character_without_a_glyph_has_number_zero() => Assert.Equal(0, Font.GlyphOf('株'));

    [Theory]
    [InlineData(new byte[] { 0x4F, 0x54, 0x54, 0x4F, 0, 0, 0, 0 }, "not a TrueType font")]
    [InlineData(new byte[] { 0, 1, 0, 0, 0, 9 }, "cut off")]
    public void What_is_no_font_is_refused(byte[] file, string why) =>
        Assert.Contains(why, Assert.Throws<InvalidDataException>(() => TrueTypeFont.Read(file)).Message, StringComparison.Ordinal);
}
