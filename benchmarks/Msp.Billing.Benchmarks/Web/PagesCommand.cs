using System.Net;

namespace Msp.Billing.Benchmarks.Web;

/// <summary>Asks a running web tool for its pages, one request after another, and prints time and weight of each beside those of the emptiest page.</summary>
/// <remarks>Recalculation is what the quote builder sends after each pause in typing. A quote is made for it in the tool's database: use one with sample data.</remarks>
internal static class PagesCommand
{
    /// <summary>Measures and prints.</summary>
    /// <returns>The exit code.</returns>
    internal static async Task<int> Run(string address, string email, string password)
    {
        using var visitor = new ToolVisitor(new Uri(address));
        await visitor.SignIn(email, password).ConfigureAwait(false);
        var quote = await NewQuote(visitor).ConfigureAwait(false);
        PrintHead();
        var empty = await visitor.Print("the emptiest page: an address that is not there", "/nothing-is-here", null, null, HttpStatusCode.NotFound).ConfigureAwait(false);
        await visitor.Print("list of quotes", "/quotes", null, empty).ConfigureAwait(false);
        await visitor.Print("quote builder", quote, null, empty).ConfigureAwait(false);
        await visitor.Print("recalculation while typing", quote, await visitor.FieldsOf(quote).ConfigureAwait(false), empty).ConfigureAwait(false);
        await visitor.Print("list of contracts", "/contracts", null, empty).ConfigureAwait(false);
        return 0;
    }

    /// <summary>Prints the head of the table.</summary>
    internal static void PrintHead()
    {
        Console.WriteLine("| page | HTML kB | Brotli kB | median ms | 95 of 100 ms | ratio |");
        Console.WriteLine("|---|---|---|---|---|---|");
    }

    private static async Task<string> NewQuote(ToolVisitor visitor)
    {
        var fields = await visitor.FieldsOf("/quotes/new").ConfigureAwait(false);
        ToolVisitor.Set(fields, "From", "blank");
        ToolVisitor.Set(fields, "Name", "Measured Ltd");
        return await visitor.Post("/quotes/new", fields).ConfigureAwait(false) is var path && path.StartsWith("/quotes/Q-", StringComparison.Ordinal)
            ? path
            : throw new InvalidOperationException("The tool made no quote: load the sample data in its set-up.");
    }
}
