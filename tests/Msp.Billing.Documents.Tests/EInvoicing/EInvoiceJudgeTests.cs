using System.Diagnostics;
using System.Globalization;
using CsCheck;
using Msp.Billing.Documents.EInvoicing;

namespace Msp.Billing.Documents.Tests.EInvoicing;

/// <summary>
/// Lets others judge what we write. xmllint says whether it is XML at all. The official schemas and rules are not in this repository: <c>MSP_EINVOICE_JUDGE</c> names a
/// program that applies them (see docs/e-invoices.md); where it is not set, the output says so and our own rules stand alone.
/// </summary>
public sealed class EInvoiceJudgeTests(ITestOutputHelper output)
{
    private const string Variable = "MSP_EINVOICE_JUDGE";

    [Fact]
    public void Random_documents_of_every_kind_are_found_good()
    {
        var folder = Directory.CreateTempSubdirectory("msp-einvoices-");
        try
        {
            var (strict, official) = Write(folder.FullName);
            Assert.True(strict.Count + official.Count >= 400, $"Only {strict.Count + official.Count} files.");
            Assert.True(official.Count * 3 <= strict.Count, $"{official.Count} of {strict.Count + official.Count} files are without exact tax.");
            Run("xmllint", ["--nonet", "--noout", .. strict, .. official]);
            if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } judge)
            {
                Run(judge, ["-s", "-w", "-q", .. strict]);
                Run(judge, ["-w", "-q", .. official]);
                output.WriteLine($"{judge} found nothing in {strict.Count} files with strict arithmetic and {official.Count} by the official rules.");
            }
            else
            {
                output.WriteLine($"{Variable} is not set: {strict.Count + official.Count} files were judged by our own rules and by xmllint only.");
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // The strict judge wants tax to be base times rate to half a cent. A last credit takes the rest, and tax taken out of a price is its rest: those are up to a cent beside.
    private static (List<string> Strict, List<string> Official) Write(string folder)
    {
        var (strict, official, seen) = (new List<string>(), new List<string>(), 0);
        RandomDocuments.Any.Sample(
            documents =>
            {
                foreach (var document in documents.Where(document => EInvoiceRules.Check(document).IsEmpty))
                {
                    var invoice = EInvoice.Of(document);
                    var isExact = invoice.Taxes.All(tax => Math.Abs((tax.Base * tax.Rate / 100) - tax.Tax) <= (document.Document.Currency.Decimals == 0 ? 0m : 0.005m));
                    foreach (var (format, bytes) in new[] { ("ubl", UblWriter.Write(invoice)), ("cii", CiiWriter.Write(invoice)) })
                    {
                        var path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{++seen:D5}-{format}.xml"));
                        File.WriteAllBytes(path, bytes);
                        (isExact ? strict : official).Add(path);
                    }
                }
            },
            iter: 100, threads: 1);
        return (strict, official);
    }

    private static void Run(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        var errors = process.StandardError.ReadToEndAsync();
        var found = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program} ended with {process.ExitCode}:\n{found[..Math.Min(found.Length, 4_000)]}{errors.GetAwaiter().GetResult()}");
    }
}
