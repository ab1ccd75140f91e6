using System.Globalization;
using System.Text.RegularExpressions;
using Msp.Billing.EntityFrameworkCore.Auditing;
using Msp.Billing.Runs;
using Msp.Quoting.Web.Localization;
using Msp.Quoting.Web.Quoting;
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

    [Theory]
    [MemberData(nameof(Languages))]
    public void Everything_that_a_run_finds_refuses_and_remembers_is_translated(string language)
    {
        var culture = CultureInfo.GetCultureInfo(language);
        var codes = typeof(RunProblemCodes).GetFields().Select(field => (string?)field.GetRawConstantValue() ?? "").ToList();
        Assert.True(codes.Count > 15);
        string[] texts =
        [
            .. codes.Select(RunWords.TitleOf), .. codes.Select(RunWords.FixOf), .. Enum.GetValues<RunRefusal>().Select(RunWords.Of),
            .. Enum.GetValues<RunDecisionKind>().Select(RunWords.Of), .. Enum.GetValues<RunStatus>().Select(RunWords.Of), .. Enum.GetValues<RunOutcome>().Select(RunWords.Of),
            .. typeof(AuditActions).GetFields().Select(field => (string?)field.GetRawConstantValue() ?? "").Where(action => action.StartsWith("run-", StringComparison.Ordinal)).Select(RunWords.OfAction),
            .. Enum.GetValues<VarianceCause>().Select(Words.NameOf),
        ];
        Assert.DoesNotContain(texts, text => text is "Problem" or "Look at the contract." || text.StartsWith("run-", StringComparison.Ordinal));
        Assert.Empty(texts.Where(text => Texts.Find(text, culture) is null).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Everything_about_documents_and_their_corrections_is_translated(string language)
    {
        var culture = CultureInfo.GetCultureInfo(language);
        string[] texts =
        [
            .. Enum.GetValues<Msp.Billing.EntityFrameworkCore.Invoicing.DocumentState>().Select(InvoiceWords.Of),
            .. Enum.GetValues<Msp.Billing.EntityFrameworkCore.Invoicing.DocumentMomentKind>().Select(InvoiceWords.Of),
            .. Enum.GetValues<Msp.Billing.EntityFrameworkCore.Ledger.CorrectionKind>().Select(InvoiceWords.Of), .. Enum.GetValues<Msp.Billing.Invoicing.CreditRefusal>().Select(InvoiceWords.Of),
            .. Enum.GetValues<Msp.Billing.Ledger.JournalSource>().Select(InvoiceWords.Of), .. Enum.GetValues<Msp.Billing.Ledger.AccountRole>().Select(InvoiceWords.Of),
            .. Directory.EnumerateFiles(Path.Combine(Sources.Web, "Parties"), "*.cs").SelectMany(file => Quoted().Matches(File.ReadAllText(file))).Select(match => match.Groups[1].Value),
        ];
        Assert.True(texts.Length > 80, "The search found too few texts to mean anything.");
        Assert.Empty(texts.Where(text => Texts.Find(text, culture) is null).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_criterion_of_a_fit_is_translated(string language) =>
        Assert.All(Enum.GetValues<Msp.Billing.BreakFix.FitCriterion>().Select(FitWords.Of), text => Assert.NotNull(Texts.Find(text, CultureInfo.GetCultureInfo(language))));

    [GeneratedRegex("(?:Name = |ErrorMessage = |TooLong = |, )\"([A-Z][^\"{}|]+)\"")]
    private static partial Regex Quoted();

    [GeneratedRegex("""\b(?:T|texts|_texts)\["([^"]+)"[,\]]""")]
    private static partial Regex Keys();
}
