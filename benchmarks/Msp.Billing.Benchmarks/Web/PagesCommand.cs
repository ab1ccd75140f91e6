using System.Globalization;
using System.Net;

namespace Msp.Billing.Benchmarks.Web;

/// <summary>Asks a running web tool for its pages, one request after another, and prints time and weight of each beside those of the emptiest page.</summary>
/// <remarks>Recalculation is what the quote builder sends after each pause in typing. A quote is made for it in the tool's database: use one with sample data.</remarks>
internal static class PagesCommand
{
    private const int FirstRequests = 100;

    private static readonly string[] FirstPages = ["/", "/quotes", "/customers", "/contracts", "/catalog", "/runs", "/invoices", "/insights"];

    /// <summary>Measures and prints.</summary>
    /// <param name="address">Where the tool listens.</param>
    /// <param name="email">Who signs in.</param>
    /// <param name="password">With which password.</param>
    /// <param name="process">The number of the tool's process, whose resident memory is printed; null for none. Start it afresh: its first requests count.</param>
    /// <returns>The exit code.</returns>
    internal static async Task<int> Run(string address, string email, string password, int? process)
    {
        using var visitor = new ToolVisitor(new Uri(address));
        await visitor.SignIn(email, password).ConfigureAwait(false);
        var quote = await NewQuote(visitor, "Measured Ltd").ConfigureAwait(false);
        if (process is { } first)
        {
            await Visit(visitor, quote).ConfigureAwait(false);
            PrintMemory(first, string.Create(CultureInfo.InvariantCulture, $"{FirstRequests} requests"));
        }

        PrintHead();
        var empty = await visitor.Print("the emptiest page: an address that is not there", "/nothing-is-here", null, null, HttpStatusCode.NotFound).ConfigureAwait(false);
        await visitor.Print("list of quotes", "/quotes", null, empty).ConfigureAwait(false);
        await visitor.Print("quote builder", quote, null, empty).ConfigureAwait(false);
        await visitor.Print("recalculation while typing", quote, await visitor.FieldsOf(quote).ConfigureAwait(false), empty).ConfigureAwait(false);
        await visitor.Print("list of contracts", "/contracts", null, empty).ConfigureAwait(false);
        if (process is { } last)
        {
            PrintMemory(last, "all of them");
        }

        return 0;
    }

    // Four requests a turn: the builder, a change and the page to which its answer leads, and one of the pages that a day needs.
    private static async Task Visit(ToolVisitor visitor, string quote)
    {
        for (var i = 0; i < FirstRequests / 4; i++)
        {
            var fields = await visitor.FieldsOf(quote).ConfigureAwait(false);
            ToolVisitor.Set(fields, "Counts.user", (40 + i).ToString(CultureInfo.InvariantCulture));
            await visitor.Post(quote, fields).ConfigureAwait(false);
            await visitor.Get(FirstPages[i % FirstPages.Length]).ConfigureAwait(false);
        }
    }

    private static void PrintMemory(int process, string when) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Resident memory of process {process} after {when}: {ResidentMemory.Of(process)} MB"));

    /// <summary>Prints the head of the table.</summary>
    internal static void PrintHead()
    {
        Console.WriteLine("| page | HTML kB | Brotli kB | median ms | 95 of 100 ms | ratio |");
        Console.WriteLine("|---|---|---|---|---|---|");
    }

    /// <summary>Begins a quote.</summary>
    /// <param name="visitor">Who is signed in.</param>
    /// <param name="customer">For whom.</param>
    /// <returns>Its page.</returns>
    internal static async Task<string> NewQuote(ToolVisitor visitor, string customer)
    {
        var fields = await visitor.FieldsOf("/quotes/new").ConfigureAwait(false);
        ToolVisitor.Set(fields, "From", "blank");
        ToolVisitor.Set(fields, "Name", customer);
        return await visitor.Post("/quotes/new", fields).ConfigureAwait(false) is var path && path.StartsWith("/quotes/Q-", StringComparison.Ordinal)
            ? path
            : throw new InvalidOperationException("The tool made no quote: load the sample data in its set-up.");
    }
}
