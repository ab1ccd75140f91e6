using System.Globalization;
using System.Net;
using Msp.Billing.Runs;

namespace Msp.Billing.Benchmarks.Web;

/// <summary>Builds a run in review, starts the web tool on it, asks for the pages of the review one request after another, and prints time and weight of each beside those of the emptiest page.</summary>
internal static class ReviewCommand
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
            using var process = await ToolProcess.Start(tool, database).ConfigureAwait(false);
            await Measure(process.Address, run.Number).ConfigureAwait(false);
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
}
