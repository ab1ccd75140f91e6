using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Sockets;

namespace Msp.Billing.Benchmarks.Web;

/// <summary>Somebody signed in at a running web tool, who asks for a page again and again and notes how long it takes.</summary>
internal sealed class ToolVisitor : IDisposable
{
    private const int WarmUp = 200;
    private const int Rounds = 150;

    private readonly HttpClient _client;

    /// <param name="address">Where the tool listens.</param>
    /// <param name="from">The visitor's own address; null for whichever the system takes.</param>
    [SuppressMessage("Reliability", "CA2000", Justification = "The client disposes of its handler.")]
    internal ToolVisitor(Uri address, IPAddress? from = null)
    {
        var handler = new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None };
        if (from is not null)
        {
            handler.ConnectCallback = (context, cancellation) => Connect(from, context.DnsEndPoint.Port, cancellation);
        }

        _client = new HttpClient(handler) { BaseAddress = address, DefaultRequestHeaders = { { "Accept-Encoding", "br" } } };
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    /// <summary>Signs in.</summary>
    internal async Task SignIn(string email, string password)
    {
        var fields = await FieldsOf("/signin").ConfigureAwait(false);
        Set(fields, "Input.Email", email);
        Set(fields, "Input.Password", password);
        if (await Post("/signin", fields).ConfigureAwait(false) == "/signin")
        {
            throw new InvalidOperationException("The tool did not let us in: is this the administrator's address and password?");
        }
    }

    /// <summary>Makes the first administrator of a new database.</summary>
    internal async Task SetUp(string name, string email, string password, bool withSample = false)
    {
        var fields = await FieldsOf("/setup").ConfigureAwait(false);
        if (withSample)
        {
            Set(fields, "Input.UseSample", "true");
        }

        Set(fields, "Input.Name", name);
        Set(fields, "Input.Email", email);
        Set(fields, "Input.Password", password);
        await Post("/setup", fields).ConfigureAwait(false);
    }

    /// <summary>Asks for a page.</summary>
    internal async Task Get(string path)
    {
        using var answer = await _client.GetAsync(new Uri(path, UriKind.Relative)).ConfigureAwait(false);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Posts a form.</summary>
    /// <returns>The address where that led.</returns>
    internal async Task<string> Post(string path, List<KeyValuePair<string, string>> fields)
    {
        using var content = new FormUrlEncodedContent(fields);
        using var answer = await _client.PostAsync(new Uri(path, UriKind.Relative), content).ConfigureAwait(false);
        return answer.RequestMessage?.RequestUri?.AbsolutePath ?? "";
    }

    /// <summary>Asks for a page, or posts to it what a pause in typing posts, and reads the whole answer.</summary>
    /// <param name="path">The page.</param>
    /// <param name="fields">What is posted; null to ask only.</param>
    /// <returns>What it answered; null when it did not.</returns>
    internal async Task<HttpStatusCode?> Ask(string path, List<KeyValuePair<string, string>>? fields)
    {
        try
        {
            using var request = new HttpRequestMessage(fields is null ? HttpMethod.Get : HttpMethod.Post, new Uri(path, UriKind.Relative));
            if (fields is not null)
            {
                request.Headers.Add("X-Fragment", "live");
                request.Content = new FormUrlEncodedContent(fields);
            }

            using var answer = await _client.SendAsync(request).ConfigureAwait(false);
            await answer.Content.ReadAsByteArrayAsync().ConfigureAwait(false);
            return answer.StatusCode;
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
        {
            return null;
        }
    }

    /// <summary>Asks for a page, or posts to it what a pause in typing posts, and prints weight and time as a row of a table.</summary>
    /// <param name="name">What the row says.</param>
    /// <param name="path">The page.</param>
    /// <param name="fields">What is posted; null to ask only.</param>
    /// <param name="empty">The median of the emptiest page, in milliseconds; null when this is it.</param>
    /// <param name="expected">What it must answer.</param>
    /// <returns>The median in milliseconds.</returns>
    internal async Task<double> Print(
        string name, string path, List<KeyValuePair<string, string>>? fields, double? empty, HttpStatusCode expected = HttpStatusCode.OK)
    {
        var times = new List<double>();
        byte[] last = [];
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

            last = body;
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
            $"| {name} | {Plain(last) / 1024.0:F1} | {last.Length / 1024.0:F1} | {median:F2} | {times[times.Count * 95 / 100]:F2} | {median / (empty ?? median):F1} |"));
        return median;
    }

    [SuppressMessage("Reliability", "CA2000", Justification = "The stream owns the socket.")]
    private static async ValueTask<Stream> Connect(IPAddress from, int port, CancellationToken cancellation)
    {
        var socket = new Socket(from.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            socket.Bind(new IPEndPoint(from, 0));
            await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, port), cancellation).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static long Plain(byte[] brotli)
    {
        using var packed = new MemoryStream(brotli);
        using var unpacking = new BrotliStream(packed, CompressionMode.Decompress);
        using var plain = new MemoryStream();
        unpacking.CopyTo(plain);
        return plain.Length;
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

    /// <summary>What a browser without scripts would post from a page.</summary>
    internal async Task<List<KeyValuePair<string, string>>> FieldsOf(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        request.Headers.AcceptEncoding.Clear();
        request.Headers.AcceptEncoding.Add(new("identity"));
        using var answer = await _client.SendAsync(request).ConfigureAwait(false);
        return PageForm.FieldsOf(await answer.Content.ReadAsStringAsync().ConfigureAwait(false));
    }

    /// <summary>Enters something.</summary>
    internal static void Set(List<KeyValuePair<string, string>> fields, string name, string value)
    {
        fields.RemoveAll(field => field.Key == name);
        fields.Add(new(name, value));
    }
}
