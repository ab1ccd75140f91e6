using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Msp.Billing.Documents.EInvoicing;
using Msp.Billing.Documents.Pdf;
using Msp.Billing.Invoicing;

namespace Msp.Billing.Benchmarks.Documents;

/// <summary>What printing and electronic invoices cost for each document, and how large they are; the files can be kept for judges.</summary>
internal static class DocumentsCommand
{
    private const int Rounds = 5;
    private const int WarmUp = 50;

    private static readonly (string Name, string Ending, Func<IssuedDocument, byte[]> Write)[] Formats =
    [
        ("UBL", "-ubl.xml", document => UblWriter.Write(EInvoice.Of(document))),
        ("CII", "-cii.xml", document => CiiWriter.Write(EInvoice.Of(document))),
        ("rules only", "", document => new byte[EInvoiceRules.Check(document).Length]),
        ("PDF", ".pdf", document => InvoicePdf.Render(document)),
        ("PDF with CII inside", "-facturx.pdf", document => InvoicePdf.Render(document, new InvoicePdfOptions { ElectronicInvoice = CiiWriter.Write(EInvoice.Of(document)) })),
    ];

    /// <summary>Measures, prints, and keeps the files where a folder is given.</summary>
    /// <param name="count">How many documents.</param>
    /// <param name="folder">Where the files go; null to keep none.</param>
    public static int Run(int count, string? folder)
    {
        var documents = WorkloadDocuments.First(count);
        Console.WriteLine($"{count:N0} invoices of MSP-MONTH-1, {documents.Sum(document => document.Document.Lines.Length):N0} lines; the median of {Rounds} rounds");
        Console.WriteLine($"{"",-22}{"ms each",10}{"bytes each",12}{"× UBL time",12}");
        var first = 0d;
        foreach (var (name, _, write) in Formats)
        {
            var (milliseconds, bytes) = Measure(documents, write);
            first = first == 0 ? milliseconds : first;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-22}{milliseconds / count,10:0.000}{bytes / count,12:N0}{milliseconds / first,12:0.0}"));
        }

        return folder is null ? 0 : Keep(documents, folder);
    }

    private static (double Milliseconds, long Bytes) Measure(ImmutableArray<IssuedDocument> documents, Func<IssuedDocument, byte[]> write)
    {
        foreach (var document in documents.Take(WarmUp))
        {
            write(document);
        }

        var (times, bytes) = (new List<double>(), 0L);
        for (var round = 0; round < Rounds; round++)
        {
            var (start, size) = (Stopwatch.GetTimestamp(), 0L);
            foreach (var document in documents)
            {
                size += write(document).Length;
            }

            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            if (round > 0 && size != bytes)
            {
                throw new InvalidOperationException($"The same documents had {bytes} bytes and then {size}.");
            }

            bytes = size;
        }

        times.Sort();
        return (times[Rounds / 2], bytes);
    }

    // Written twice and compared: the same document has the same bytes.
    private static int Keep(ImmutableArray<IssuedDocument> documents, string folder)
    {
        Directory.CreateDirectory(folder);
        var (files, different) = (0, 0);
        foreach (var (_, ending, write) in Formats.Where(format => format.Ending.Length > 0))
        {
            foreach (var document in documents)
            {
                var content = write(document);
                different += SHA256.HashData(content).AsSpan().SequenceEqual(SHA256.HashData(write(document))) ? 0 : 1;
                File.WriteAllBytes(Path.Combine(folder, document.Document.Number + ending), content);
                files++;
            }
        }

        Console.WriteLine($"{files:N0} files are in '{folder}'; {different:N0} were not the same when they were written again.");
        return different == 0 ? 0 : 1;
    }
}
