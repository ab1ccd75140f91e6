using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace Msp.Billing.Benchmarks.Web;

/// <summary>Asks a running web tool for its pages, one request after another, and prints time and weight of each beside those of the emptiest page.</summary>
/// <remarks>Recalculation is what the quote builder sends after each pause in typing. A quote is made for it in the tool's database: use one with sample data.</remarks>
internal sealed class PagesCommand : IDisposable
{
    private const int WarmUp = 200;
    private const int Rounds = 150;

    private readonly HttpClientHandler _handler = new() { AutomaticDecompression = DecompressionMethods.None, CheckCertificateRevocationList = true };
    private readonly HttpClient _client;

    private PagesCommand(Uri address) =>
        _client = new HttpClient(_handler) { BaseAddress = address, DefaultRequestHeaders = { { "Accept-Encoding", "br" } } };

    /// <inheritdoc/>
    public void Dispose()
    {
        _client.Dispose();
        _handler.Dispose();
    }

    /// <summary>Measures and prints.</summary>
    /// <returns>The exit code.</returns>
    internal static async Task<int> Run(string address, string email, string password)
    {
        using var command = new PagesCommand(new Uri(address));
        await command.SignIn(email, password).ConfigureAwait(false);
        var quote = await command.NewQuote().ConfigureAwait(false);
        Console.WriteLine("| page | Brotli kB | median ms | 95 of 100 ms | ratio |");
        Console.WriteLine("|---|---|---|---|---|");
        var empty = await command.Print("the emptiest page: an address that is not there", "/nothing-is-here", null, null, HttpStatusCode.NotFound).ConfigureAwait(false);
        await command.Print("list of quotes", "/quotes", null, empty).ConfigureAwait(false);
        await command.Print("quote builder", quote, null, empty).ConfigureAwait(false);
        await command.Print("recalculation while typing", quote, await command.FieldsOf(quote).ConfigureAwait(false), empty).ConfigureAwait(false);
        await command.Print("list of contracts", "/contracts", null, empty).ConfigureAwait(false);
        return 0;
    }

    private async Task SignIn(string email, string password)
    {
        var fields = await FieldsOf("/signin").ConfigureAwait(false);
        Set(fields, "Input.Email", email);
        Set(fields, "Input.Password", password);
        using var content = new FormUrlEncodedContent(fields);
        using var answer = await _client.PostAsync(new Uri("/signin", UriKind.Relative), content).ConfigureAwait(false);
        if (answer.RequestMessage?.RequestUri?.AbsolutePath == "/signin")
        {
            throw new InvalidOperationException("The tool did not let us in: is this the administrator's address and password?");
        }
    }

    private async Task<string> NewQuote()
    {
        var fields = await FieldsOf("/quotes/new").ConfigureAwait(false);
        Set(fields, "From", "blank");
        Set(fields, "Name", "Measured Ltd");
        using var content = new FormUrlEncodedContent(fields);
        using var answer = await _client.PostAsync(new Uri("/quotes/new", UriKind.Relative), content).ConfigureAwait(false);
        return answer.RequestMessage?.RequestUri?.AbsolutePath is { } path && path.StartsWith("/quotes/Q-", StringComparison.Ordinal)
            ? path
            : throw new InvalidOperationException("The tool made no quote: load the sample data in its set-up.");
    }

    private async Task<double> Print(
        string name, string path, List<KeyValuePair<string, string>>? fields, double? empty, HttpStatusCode expected = HttpStatusCode.OK)
    {
        var times = new List<double>();
        var weight = 0L;
        for (var i = 0; i < WarmUp + Rounds; i++)
        {
            var start = Stopwatch.GetTimestamp();
            using var request = new HttpRequestMessage(fields is null ? HttpMethod.Get : HttpMethod.Post, new Uri(path, UriKind.Relative));
            if (fields is not null)
            {
                Set(fields, "Counts.user", (40 + i).ToString(CultureInfo.InvariantCulture));
                request.Headers.Add("X-Fragment", "live");
                request.Content = new FormUrlEncodedContent(fields);
            }

            using var answer = await _client.SendAsync(request).ConfigureAwait(false);
            var body = await answer.Content.ReadAsByteArrayAsync().ConfigureAwait(false);
            var elapsed = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            if (answer.StatusCode == HttpStatusCode.TooManyRequests)
            {
                // The tool defends itself; what it refuses is not measured.
                await Task.Delay(TimeSpan.FromSeconds(1)).ConfigureAwait(false);
                i--;
                continue;
            }

            if (answer.StatusCode != expected)
            {
                throw new InvalidOperationException($"{path} answered {(int)answer.StatusCode}.");
            }

            weight = body.Length;
            if (fields is not null)
            {
                await Refresh(fields, path).ConfigureAwait(false);
            }

            if (i >= WarmUp)
            {
                times.Add(elapsed);
            }
        }

        times.Sort();
        var median = times[times.Count / 2];
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {weight / 1024.0:F1} | {median:F2} | {times[times.Count * 95 / 100]:F2} | {median / (empty ?? median):F1} |"));
        return median;
    }

    // Each save makes a version, and the next must know it.
    private async Task Refresh(List<KeyValuePair<string, string>> fields, string path)
    {
        var now = await FieldsOf(path).ConfigureAwait(false);
        foreach (var (name, value) in now.Where(field => field.Key.Equals("version", StringComparison.OrdinalIgnoreCase)))
        {
            Set(fields, name, value);
        }
    }

    private async Task<List<KeyValuePair<string, string>>> FieldsOf(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        request.Headers.AcceptEncoding.Clear();
        request.Headers.AcceptEncoding.Add(new("identity"));
        using var answer = await _client.SendAsync(request).ConfigureAwait(false);
        return PageForm.FieldsOf(await answer.Content.ReadAsStringAsync().ConfigureAwait(false));
    }

    private static void Set(List<KeyValuePair<string, string>> fields, string name, string value)
    {
        fields.RemoveAll(field => field.Key == name);
        fields.Add(new(name, value));
    }
}
