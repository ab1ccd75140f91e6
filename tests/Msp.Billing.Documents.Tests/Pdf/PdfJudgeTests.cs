using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using CsCheck;
using Msp.Billing.Amounts;
using Msp.Billing.Documents.EInvoicing;
using Msp.Billing.Documents.Pdf;
using Msp.Billing.Documents.Pdf.Invoices;
using Msp.Billing.Documents.Tests.EInvoicing;
using Msp.Billing.Invoicing;
using Msp.Billing.Periods;

namespace Msp.Billing.Documents.Tests.Pdf;

/// <summary>
/// Lets readers that we did not write judge what we write: qpdf the structure, mutool whether every page can be drawn, poppler the text and what it
/// is set in. <c>MSP_PDF_JUDGE</c> names a program that knows more (see docs/pdf.md); where it is not set, the output says so.
/// </summary>
public sealed class PdfJudgeTests(ITestOutputHelper output) : IDisposable
{
    private const string Variable = "MSP_PDF_JUDGE";
    private readonly string _folder = Directory.CreateTempSubdirectory("msp-pdf-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Other_readers_find_nothing_wrong_and_read_the_total()
    {
        var files = 0;
        foreach (var (name, document, options) in Documents())
        {
            var path = Path.Combine(_folder, name + ".pdf");
            File.WriteAllBytes(path, InvoicePdf.Render(document, options));
            Run("qpdf", ["--check", path]);
            Run("mutool", ["draw", "-q", "-F", "pgm", "-r", "30", "-o", Path.Combine(_folder, "page%d.pgm"), path]);
            var text = Run("pdftotext", ["-layout", path, "-"]);
            Assert.Contains(document.Document.Number, text, StringComparison.Ordinal);
            var amount = new InvoiceFormats(options.Language ?? document.Language, document.Seller.Country)
                .Amount(Money.FromMinorUnits(Math.Abs(document.Document.TotalMinorUnits), document.Document.Currency));
            Assert.Contains(amount.Replace('\u00A0', ' '), text.Replace('\u00A0', ' '), StringComparison.Ordinal);
            foreach (var font in Run("pdffonts", [path]).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2))
            {
                // Embedded, a part of the font, and with a map to characters.
                Assert.Matches("CID TrueType +Identity-H +yes yes yes", font);
            }

            Assert.Matches("Tagged: +yes", Run("pdfinfo", [path]));
            if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } judge)
            {
                Run(judge, ["-u", "-a", .. options.ElectronicInvoice.IsEmpty ? Array.Empty<string>() : ["-x"], path]);
            }

            files++;
        }

        output.WriteLine($"{files} files. {Variable} is {(Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } used ? used : "not set: archive rules were not judged")}.");
    }

    [Fact]
    public void The_electronic_invoice_comes_out_as_it_went_in()
    {
        var document = Electronic();
        var xml = CiiWriter.Write(EInvoice.Of(document));
        var path = Path.Combine(_folder, "factur-x.pdf");
        File.WriteAllBytes(path, InvoicePdf.Render(document, new InvoicePdfOptions { ElectronicInvoice = xml }));
        Run("pdfdetach", ["-save", "1", "-o", Path.Combine(_folder, "out.xml"), path]);
        Assert.Equal(xml, File.ReadAllBytes(Path.Combine(_folder, "out.xml")));
        Assert.Contains("factur-x.xml", Run("pdfdetach", ["-list", path]), StringComparison.Ordinal);
    }

    [Fact]
    public void The_words_are_read_in_the_order_in_which_people_read()
    {
        var path = Path.Combine(_folder, "order.pdf");
        File.WriteAllBytes(path, InvoicePdf.Render(SampleDocuments.Ordinary(), new InvoicePdfOptions { Language = "en" }));
        var text = Run("pdftotext", ["-raw", path, "-"]);
        string[] inOrder = ["Nordlicht Systemhaus GmbH", "Hafenkontor", "Your order", "Invoice INV-2026-0000042", "Description", "Managed workplace Standard", "× 15/31", "Total before tax", "Total due", "Payment", "IBAN", "Page 1 of 1"];
        var places = inOrder.Select(word => text.IndexOf(word, StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    private static IssuedDocument Electronic() => Sample.Document(Sample.Line(1, 45, 150m, 675000), Sample.Line(2, 3, 150m, 21774, new Share(15, 31)));

    private static IEnumerable<(string Name, IssuedDocument Document, InvoicePdfOptions Options)> Documents()
    {
        foreach (var language in (string[])["en", "de", "fr"])
        {
            yield return ("ordinary-" + language, SampleDocuments.Ordinary(), new InvoicePdfOptions { Language = language });
        }

        yield return ("letter", SampleDocuments.Ordinary(SampleDocuments.Seller("US")), new InvoicePdfOptions());
        yield return ("long", SampleDocuments.WithLines(200), new InvoicePdfOptions { Language = "de" });
        yield return ("scripts", SampleDocuments.Ordinary(customer: SampleDocuments.Customer("Żółta Łódź Ελλάδα Информация Nguyễn Straße")), new InvoicePdfOptions());
        var random = new List<IssuedDocument>();
        RandomDocuments.Any.Sample(documents => random.AddRange(documents), iter: 12, threads: 1);
        foreach (var (index, document) in random.Take(24).Index())
        {
            yield return (string.Create(CultureInfo.InvariantCulture, $"random-{index}"), document, new InvoicePdfOptions());
        }

        var electronic = Electronic();
        yield return ("factur-x", electronic, new InvoicePdfOptions { ElectronicInvoice = CiiWriter.Write(EInvoice.Of(electronic)) });
    }

    private static string Run(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8 };
        try
        {
            using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
            var errors = process.StandardError.ReadToEndAsync();
            var found = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Assert.True(process.ExitCode == 0, $"{program} ended with {process.ExitCode}:\n{found[..Math.Min(found.Length, 4_000)]}{errors.GetAwaiter().GetResult()}");
            return found;
        }
        catch (Win32Exception exception)
        {
            throw new InvalidOperationException($"{program} is not installed; .ci/run installs it: apt-get install qpdf mupdf-tools poppler-utils.", exception);
        }
    }
}
