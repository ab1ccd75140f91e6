using System.Globalization;
using System.Text.RegularExpressions;
using Msp.Quoting.Web.Localization;
using Msp.Quoting.Web.Tests.Hosting;

namespace Msp.Quoting.Web.Tests.Localization;

/// <summary>What pages say is said in every language.</summary>
public sealed partial class TextsTests
{
    public static TheoryData<string> Languages => ["de", "fr"];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_text_of_a_page_is_translated(string language)
    {
        var culture = CultureInfo.GetCultureInfo(language);
        var texts = Directory.EnumerateFiles(Sources.Web, "*.cs*", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/Dev/", StringComparison.Ordinal))
            .SelectMany(file => Keys().Matches(File.ReadAllText(file))).Select(match => match.Groups[1].Value).Distinct().ToList();
        Assert.True(texts.Count > 150, "The search found too few texts to mean anything.");
        Assert.Empty(texts.Where(text => Texts.Find(text, culture) is null).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("de-DE", "3 Verträge enden", "1 Vertrag endet")]
    [InlineData("fr-FR", "3 contrats se terminent", "1 contrat se termine")]
    [InlineData("en-GB", "3 contracts end", "1 contract ends")]
    public void One_is_said_otherwise_than_several(string culture, string several, string one)
    {
        var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(several, new Texts().Count(3, "1 contract ends", "{0} contracts end"));
            Assert.Equal(one, new Texts().Count(1, "1 contract ends", "{0} contracts end"));
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
        }
    }

    [GeneratedRegex("""\b(?:T|texts|_texts)\["([^"]+)"[,\]]""")]
    private static partial Regex Keys();
}
