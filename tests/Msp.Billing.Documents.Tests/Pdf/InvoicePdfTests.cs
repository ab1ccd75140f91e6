using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using CsCheck;
using Msp.Billing.Amounts;
using Msp.Billing.Catalog;
using Msp.Billing.Contracts;
using Msp.Billing.Documents.Pdf;
using Msp.Billing.Invoicing;
using Msp.Billing.Periods;

namespace Msp.Billing.Documents.Tests.Pdf;

public sealed class InvoicePdfTests
{
    [Fact]
    public void It_says_who_bills_whom_for_what_and_how_much()
    {
        var texts = TextsOf(SampleDocuments.Ordinary(), new InvoicePdfOptions { Language = "en" });
        string[] expected =
        [
            "Invoice INV-2026-0000042", "Nordlicht Systemhaus GmbH", "Hafenkontor Vermögensverwaltung AG", "20457 Hamburg", "1\u00A0April\u00A02026", "15\u00A0April\u00A02026",
            "1–30\u00A0April\u00A02026", "PO-4711", "Kostenstelle 300", "Managed workplace Standard", "+3 users, 17–31\u00A0March\u00A02026", "× 15/31", "217.74", "−77.42", "6,890.32",
            "VAT 19% on 6,890.32", "1,309.16", "EUR\u00A08,199.48", "Please pay EUR\u00A08,199.48 by 15\u00A0April\u00A02026.", "DE89 3704 0044 0532 0130 00", "Page 1 of 1",
        ];
        Assert.All(expected, text => Assert.Contains(text, texts));
    }

    [Theory]
    [InlineData("de", "DE", "8.199,48\u00A0EUR", "15.\u00A0April\u00A02026", "+3 Benutzer, 17.–31.\u00A0März\u00A02026", "USt. 19\u00A0% auf 6.890,32")]
    [InlineData("de", "CH", "8’199.48\u00A0EUR", "15.\u00A0April\u00A02026", "+3 Benutzer, 17.–31.\u00A0März\u00A02026", "USt. 19\u00A0% auf 6’890.32")]
    [InlineData("fr", "FR", "8\u00A0199,48\u00A0EUR", "15\u00A0avril\u00A02026", "+3 utilisateurs, 17–31\u00A0mars\u00A02026", "TVA 19\u00A0% sur 6\u00A0890,32")]
    [InlineData("en", "US", "EUR\u00A08,199.48", "April\u00A015,\u00A02026", "+3 users, March\u00A017–31,\u00A02026", "VAT 19% on 6,890.32")]
    public void It_is_written_as_the_reader_writes(string language, string country, string total, string due, string change, string tax)
    {
        var texts = TextsOf(SampleDocuments.Ordinary(SampleDocuments.Seller(country)), new InvoicePdfOptions { Language = language });
        Assert.All([total, due, change, tax], text => Assert.Contains(text, texts));
    }

    [Fact]
    public void The_language_is_the_customers_unless_another_is_asked_for()
    {
        var french = new CustomerParty("Atelier Lyon SARL", new TaxProfile("FR"), new CustomerDetails { Language = "fr" });
        Assert.Contains("Facture INV-2026-0000042", TextsOf(SampleDocuments.Ordinary(customer: french)));
        Assert.Contains("Rechnung INV-2026-0000042", TextsOf(SampleDocuments.Ordinary(customer: french), new InvoicePdfOptions { Language = "de" }));
    }

    [Fact]
    public void The_same_document_is_the_same_bytes_in_any_culture_and_zone()
    {
        var first = Convert.ToHexString(SHA256.HashData(InvoicePdf.Render(SampleDocuments.Ordinary())));
        var culture = CultureInfo.CurrentCulture;
        try
        {
            foreach (var other in new[] { "tr-TR", "ar-SA", "de-DE", "" })
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(other);
                Assert.Equal(first, Convert.ToHexString(SHA256.HashData(InvoicePdf.Render(SampleDocuments.Ordinary()))));
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    /// <summary>Where this fails, every document that was ever rendered comes out with another hash: say so in the change log.</summary>
    [Fact]
    public void The_bytes_are_those_of_this_version() =>
        Assert.Equal("64FC17A6E130BCE2", Convert.ToHexString(SHA256.HashData(InvoicePdf.Render(SampleDocuments.Ordinary())))[..16]);

    [Fact]
    public void Letters_of_many_scripts_come_out_as_they_went_in()
    {
        const string name = "Żółć Ελλάδα Информация Nguyễn Thị Ḩạ Straße Ümläut ő ș ț ﬁ";
        var texts = TextsOf(SampleDocuments.Ordinary(customer: SampleDocuments.Customer(name)));
        Assert.Contains(name, string.Concat(texts), StringComparison.Ordinal);
    }

    [Fact]
    public void An_accent_that_stands_alone_is_joined_with_its_letter() =>
        Assert.Contains("Büro Müller", TextsOf(SampleDocuments.Ordinary(customer: SampleDocuments.Customer("Bu\u0308ro Mu\u0308ller"))));

    [Theory]
    [InlineData("株式会社", 0x682A)]
    [InlineData("שלום", 0x05E9)]
    [InlineData("Firma 🚀", 0x1F680)]
    public void A_letter_that_cannot_be_printed_is_refused_by_name(string name, int codePoint)
    {
        var refusal = Assert.Throws<MissingGlyphException>(() => InvoicePdf.Render(SampleDocuments.Ordinary(customer: SampleDocuments.Customer(name))));
        Assert.Equal(codePoint, refusal.CodePoint);
        Assert.Contains(name, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_credit_note_is_printed_without_the_ledgers_sign()
    {
        var document = new IssuedDocument
        {
            Document = SampleDocuments.Posted(
                [SampleDocuments.Line(1, "Managed workplace", -2, 150m, -30000)], [new TaxSubtotal(TaxCategory.Standard, new Percentage(19), -30000, -5700)], kind: DocumentKind.CreditNote),
            Corrected = [new DocumentReference("INV-2026-0000007", new DateOnly(2026, 3, 1))],
            Seller = SampleDocuments.Seller(),
            Customer = SampleDocuments.Customer(),
        };
        var texts = TextsOf(document, new InvoicePdfOptions { Language = "en" });
        Assert.All(["Credit note CN-2026-0000042", "2", "300.00", "57.00", "EUR\u00A0357.00"], text => Assert.Contains(text, texts));
        Assert.Contains("INV-2026-0000007 of 1\u00A0March\u00A02026", string.Concat(texts), StringComparison.Ordinal);
        Assert.DoesNotContain(texts, text => text.Contains('\u2212', StringComparison.Ordinal) || text.Contains("Please pay", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_carried_over_is_the_sum_of_the_lines_before()
    {
        var document = SampleDocuments.WithLines(60);
        var pages = new PdfReader(InvoicePdf.Render(document, new InvoicePdfOptions { Language = "en" })).Texts();
        var carried = pages.Index().Where(text => text.Item == "Carried over").Select(text => pages[text.Index + 1]).ToList();
        var sums = document.Document.Lines.Select(line => line.NetMinorUnits).Aggregate((Sums: ImmutableList<long>.Empty, Sum: 0L), (all, next) => (all.Sums.Add(all.Sum + next), all.Sum + next)).Sums;
        Assert.True(carried.Count >= 4);
        for (var i = 0; i < carried.Count; i += 2)
        {
            Assert.Equal(carried[i], carried[i + 1]);
            Assert.Contains(sums, sum => (sum / 100m).ToString("N2", CultureInfo.InvariantCulture) == carried[i]);
        }
    }

    [Fact]
    public void Everything_on_every_page_is_marked_and_has_one_place_in_the_tree()
    {
        var reader = new PdfReader(InvoicePdf.Render(SampleDocuments.WithLines(60)));
        var elements = reader.OfType("StructElem").ToList();
        var pages = reader.OfType("Page").ToList();
        var inTree = new List<(int Page, int Content)>();
        foreach (var (_, body) in elements)
        {
            var page = Regex.Match(body, @"/Pg (\d+) 0 R/K\[").Groups[1];
            var kids = Regex.Match(body, @"/K\[(.*?)\]").Groups[1].Value;
            inTree.AddRange(Regex.Matches(kids, @"/Pg (\d+) 0 R/MCID (\d+)").Select(match => (Number(match.Groups[1].Value), Number(match.Groups[2].Value))));
            var own = Regex.Replace(kids, @"<<.*?>>|\d+ 0 R", " ");
            inTree.AddRange(Regex.Matches(own, @"\d+").Select(match => (Number(page.Value), Number(match.Value))));
        }

        var onPages = reader.Contents().SelectMany((content, index) => Regex.Matches(content, @"/MCID (\d+)").Select(match => (pages[index].Id, Number(match.Groups[1].Value)))).ToList();
        Assert.Equal(onPages.Order(), inTree.Order());
        foreach (var content in reader.Contents())
        {
            var unmarked = Regex.Replace(content, @"/\w+<<[^>]*>>BDC\n.*?EMC\n", "", RegexOptions.Singleline);
            Assert.Equal("", unmarked);
        }
    }

    [Fact]
    public void Headings_do_not_skip_a_level_and_rows_of_a_table_have_as_many_cells()
    {
        var reader = new PdfReader(InvoicePdf.Render(SampleDocuments.Ordinary()));
        var elements = reader.OfType("StructElem").ToDictionary(one => one.Id, one => one.Body);
        var headings = elements.Values.Select(body => Regex.Match(body, @"/S/H(\d)")).Where(match => match.Success).Select(match => Number(match.Groups[1].Value)).ToList();
        Assert.Equal(1, headings.Min());
        Assert.Equal(Enumerable.Range(1, headings.Max()), headings.Distinct().Order());
        foreach (var table in elements.Values.Where(body => body.Contains("/S/Table", StringComparison.Ordinal)))
        {
            var rows = Kids(table).Select(row => Kids(elements[row]).Count).Distinct().ToList();
            Assert.Single(rows);
        }
    }

    [Fact]
    public void A_whole_month_of_random_documents_is_printed_with_the_total_of_each() =>
        Documents.Sample(
            document =>
            {
                var reader = new PdfReader(InvoicePdf.Render(document, new InvoicePdfOptions { Language = "en" }));
                var money = Money.FromMinorUnits(Math.Abs(document.Document.TotalMinorUnits), document.Document.Currency);
                var total = document.Document.Currency.Code + "\u00A0" + money.Amount.ToString("N" + money.Currency.Decimals, CultureInfo.InvariantCulture);
                Assert.Contains(total, reader.Texts());
            },
            iter: 60, threads: 1);

    private static readonly Gen<IssuedDocument> Documents =
        from count in Gen.Int[1, 45]
        from currency in Gen.OneOf(Currency.Eur, Currency.Jpy, Currency.FromCode("KWD"), Currency.Chf)
        from amounts in Gen.Long[0, 9_999_999_999].Array[count]
        from quantities in Gen.Decimal[0, 100_000].Array[count]
        from lengths in Gen.Int[1, 300].Array[count]
        from isCredit in Gen.Bool
        from category in Gen.Enum<TaxCategory>()
        let sign = isCredit ? -1 : 1
        let lines = amounts.Select((amount, i) => SampleDocuments.Line(
            i + 1, string.Concat(Enumerable.Repeat("Łączność β ", (lengths[i] / 11) + 1)).TrimEnd(), decimal.Round(quantities[i], 3, MidpointRounding.ToZero) * sign, i % 3 == 0 ? null : 12.345678m, amount * sign, 0,
            category: category, share: i % 4 == 0 ? new Share(15, 31) : Share.One)).ToImmutableArray()
        select new IssuedDocument
        {
            Document = SampleDocuments.Posted(
                lines, [new TaxSubtotal(category, new Percentage(0), lines.Sum(line => line.NetMinorUnits), 0)], currency, isCredit ? DocumentKind.CreditNote : DocumentKind.Invoice),
            Seller = SampleDocuments.Seller(),
            Customer = SampleDocuments.Customer(),
        };

    private static List<int> Kids(string body) =>
        [.. Regex.Matches(Regex.Match(body, @"/K\[(.*?)\]").Groups[1].Value, @"(\d+) 0 R").Select(match => Number(match.Groups[1].Value))];

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static IReadOnlyList<string> TextsOf(IssuedDocument document, InvoicePdfOptions? options = null) => new PdfReader(InvoicePdf.Render(document, options)).Texts();
}
