namespace Msp.Billing.EntityFrameworkCore.Tests;

public sealed class NameKeyTests
{
    [Theory]
    [InlineData("Müller & Söhne GmbH", "muller & sohne gmbh")]
    [InlineData("MÜLLER", "muller")]
    [InlineData("Weiß", "weiss")]
    [InlineData("STRAẞE", "strasse")]
    [InlineData("Société Générale", "societe generale")]
    [InlineData("Crédit Français d'Œuvres", "credit francais d'oeuvres")]
    [InlineData("Ærøskøbing Æbler", "aeroskobing aebler")]
    [InlineData("Łódź Żółw", "lodz zolw")]
    [InlineData("Ștefan Țepeș", "stefan tepes")]
    [InlineData("Þór", "thor")]
    [InlineData("IJsselmeer ĳ", "ijsselmeer ij")]
    [InlineData("İstanbul Iğdır", "istanbul igdir")]
    [InlineData("Cafe\u0301", "cafe")] // the accent behind its letter
    [InlineData("  Main \t Street  ", "main street")]
    [InlineData("3×3 ÷", "3×3 ÷")]
    [InlineData("Ωμέγα", "ωμέγα")]
    [InlineData("株式会社", "株式会社")]
    [InlineData("\u0301", "\u0301")] // an accent alone is a name of its own
    public void A_name_is_sorted_and_found_by_its_plain_small_letters(string name, string key) => Assert.Equal(key, NameKey.Of(name));

    [Fact]
    public void Every_letter_of_latin_has_a_plain_one_and_its_capital_the_same()
    {
        for (var letter = '\u00C0'; letter <= '\u017F'; letter++)
        {
            var key = NameKey.Of(letter.ToString());
            Assert.True(letter is '×' or '÷' || key.All(char.IsAsciiLetterLower), $"{letter} gives {key}");
            Assert.Equal(key, NameKey.Of(char.ToUpperInvariant(letter).ToString()));
        }
    }
}
