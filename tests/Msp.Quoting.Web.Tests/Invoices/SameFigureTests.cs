using System.Diagnostics;
using System.Globalization;
using System.Xml.Linq;
using Microsoft.Extensions.DependencyInjection;
using Msp.Billing.Amounts;
using Msp.Billing.Documents.EInvoicing;
using Msp.Billing.Documents.Pdf;
using Msp.Billing.EntityFrameworkCore.Invoicing;
using Msp.Billing.EntityFrameworkCore.Ledger;
using Msp.Billing.Ledger;
using Msp.Quoting.Web.Hosting;
using Msp.Quoting.Web.Staff;
using Msp.Quoting.Web.Tests.Hosting;

namespace Msp.Quoting.Web.Tests.Invoices;

/// <summary>Every document of the sample company's first run says one figure wherever it is said: on paper, in its electronic invoice, in the books and in the file of the list.</summary>
public sealed class SameFigureTests(Site site) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("msp-figures-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Paper_electronic_invoice_books_and_list_agree_to_the_cent()
    {
        using var store = site.Host.Services.GetRequiredService<DatabaseFile>().Open();
        new LedgerBook(store, site.SellerId, TimeProvider.System).Book();
        var rows = await Rows("/invoices?handler=Csv&run=RUN-0001");
        using var reader = new IssuedDocumentReader(store, site.SellerId);
        using var documents = new DocumentReader(store, site.SellerId);
        var history = new DocumentHistory(store, site.SellerId, TimeZoneInfo.Utc);
        var (sums, electronic) = (new Dictionary<string, decimal>(StringComparer.Ordinal), 0);
        foreach (var (number, row) in rows)
        {
            var stored = documents.Find(number) ?? throw new InvalidOperationException($"{number} is in the list and nowhere else.");
            var issued = reader.Of(stored);
            var total = stored.Document.Total;
            Assert.Equal(total.Amount, row.Total);
            sums[total.Currency.Code] = sums.GetValueOrDefault(total.Currency.Code) + row.Total;

            var path = Path.Combine(_folder, number + ".pdf");
            await File.WriteAllBytesAsync(path, InvoicePdf.Render(issued, new InvoicePdfOptions { Language = "en" }));
            await Run("qpdf", "--check", path);
            Assert.Contains(Math.Abs(total.Amount).ToString("N" + total.Currency.Decimals, CultureInfo.InvariantCulture), await Run("pdftotext", "-layout", path, "-"), StringComparison.Ordinal);

            // Receivable, or what a credit note puts to good: the entry of the document itself.
            var entry = history.Entries(stored).Single(one => one.Source == JournalSource.Document);
            Assert.Equal(total.MinorUnits, entry.On(AccountRole.Receivable) + entry.On(AccountRole.CustomerCredit));
            Assert.Equal(stored.Document.TaxMinorUnits, -entry.On(AccountRole.Tax));
            if (EInvoiceRules.Check(issued).IsEmpty)
            {
                var invoice = EInvoice.Of(issued);
                Assert.Equal(Math.Abs(total.Amount), Figure(UblWriter.Write(invoice), "PayableAmount"));
                Assert.Equal(Math.Abs(total.Amount), Figure(CiiWriter.Write(invoice), "DuePayableAmount"));
                electronic++;
            }
        }

        Assert.True(rows.Count >= 50 && electronic >= rows.Count / 2, $"{rows.Count} documents, {electronic} of them electronic.");
        using var client = await site.Client(StaffRoles.Finance);
        var page = await client.GetStringAsync(new Uri("/invoices?run=RUN-0001", UriKind.Relative));
        foreach (var (currency, sum) in sums)
        {
            Assert.Contains(sum.ToString("N" + Currency.FromCode(currency).Decimals, CultureInfo.InvariantCulture), System.Net.WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        }
    }

    private async Task<Dictionary<string, (decimal Total, string State)>> Rows(string address)
    {
        using var client = await site.Client(StaffRoles.Auditor);
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal("text/csv", answer.Content.Headers.ContentType?.MediaType);
        var rows = new Dictionary<string, (decimal, string)>(StringComparer.Ordinal);
        foreach (var line in (await answer.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1))
        {
            // A name may have commas; the number stands before it, total, open and state are the last three.
            var cells = line.Split(',');
            rows.Add(cells[0], (decimal.Parse(cells[^3], CultureInfo.InvariantCulture), cells[^1]));
        }

        return rows;
    }

    private static decimal Figure(byte[] xml, string name) =>
        decimal.Parse(XDocument.Load(new MemoryStream(xml)).Descendants().Single(one => one.Name.LocalName == name).Value, CultureInfo.InvariantCulture);

    private static async Task<string> Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true }) ?? throw new InvalidOperationException($"{program} did not start.");
        var errors = process.StandardError.ReadToEndAsync();
        var text = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program} ended with {process.ExitCode}: {text}{await errors}");
        return text;
    }
}
