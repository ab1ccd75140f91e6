using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Msp.Billing.Runs;

namespace Msp.Billing.Benchmarks.Web;

/// <summary>Builds a run in review, starts the web tool on it, asks for the pages of the review one request after another, and prints time and weight of each beside those of the emptiest page.</summary>
internal static partial class ReviewCommand
{
    private const string Email = "maria@workload.example";
    private const string Password = "four plain words here";

    /// <summary>Measures and prints.</summary>
    /// <param name="invoices">About how many documents the run has, and not fewer.</param>
    /// <param name="tool">The tool's <c>Msp.Quoting.Web.dll</c>, built for release.</param>
    /// <returns>The exit code.</returns>
    internal static async Task<int> Run(int invoices, string tool)
    {
        var folder = Directory.CreateTempSubdirectory("msp-billing-review-");
        try
        {
            var database = Path.Combine(folder.FullName, "review.db");
            var run = ReviewMonth.Create(database, invoices);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{run.Number}: {run.Documents:N0} documents, {run.Lines:N0} lines, {run.Problems:N0} flags, {run.Contracts.Values.Sum():N0} contracts"));
            Console.WriteLine();
            using var process = Start(Path.GetFullPath(tool), database);
            try
            {
                await Measure(await AddressOf(process).ConfigureAwait(false), run.Number).ConfigureAwait(false);
            }
            finally
            {
                process.Kill();
                await process.WaitForExitAsync().ConfigureAwait(false);
            }

            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task Measure(Uri address, string number)
    {
        using var visitor = new ToolVisitor(address);
        // Whoever sets it up is signed in.
        await visitor.SetUp("Maria Park", Email, Password).ConfigureAwait(false);
        PagesCommand.PrintHead();
        var page = "/runs/" + number;
        var empty = await visitor.Print("the emptiest page: an address that is not there", "/nothing-is-here", null, null, HttpStatusCode.NotFound).ConfigureAwait(false);
        await visitor.Print("the review, as it opens", page, null, empty).ConfigureAwait(false);
        await visitor.Print("what changed, its last page", page + "?need=Changed&p=1000", null, empty).ConfigureAwait(false);
        await visitor.Print("what one cause moved", $"{page}?cause={VarianceCause.Quantity}&currency=USD", null, empty).ConfigureAwait(false);
        await visitor.Print("one kind of flag", $"{page}?flag={RunProblemCodes.LargeChange}", null, empty).ConfigureAwait(false);
        await visitor.Print("a search", page + "?q=customer+00001", null, empty).ConfigureAwait(false);
        await visitor.Print("one contract, line by line", page + "/contracts/C-0000001", null, empty).ConfigureAwait(false);
        await visitor.Print("control totals before approval", page + "/approve", null, empty).ConfigureAwait(false);
        await visitor.Print("the list of runs", "/runs", null, empty).ConfigureAwait(false);
    }

    private static Process Start(string tool, string database)
    {
        var start = new ProcessStartInfo("dotnet", [tool, "--urls=http://127.0.0.1:0", "--Database:Path=" + database])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = Path.GetDirectoryName(tool),
        };
        start.Environment["Logging__LogLevel__Default"] = "Information";
        start.Environment["Logging__LogLevel__Microsoft"] = "Warning";
        start.Environment["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information";
        return Process.Start(start) ?? throw new InvalidOperationException("The tool did not start.");
    }

    private static async Task<Uri> AddressOf(Process process)
    {
        while (await process.StandardOutput.ReadLineAsync().ConfigureAwait(false) is { } line)
        {
            if (Listening().Match(line) is { Success: true } found)
            {
                // What it says from now on is not read, and must not fill the pipe.
                _ = process.StandardOutput.ReadToEndAsync();
                return new Uri(found.Groups[1].Value);
            }
        }

        throw new InvalidOperationException("The tool ended before it listened: was it built, and is this its Msp.Quoting.Web.dll?");
    }

    [GeneratedRegex(@"Now listening on: (http://127\.0\.0\.1:\d+)")]
    private static partial Regex Listening();
}
