using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Msp.Billing.Cluster.Tests;

/// <summary>Takes what programs send to a collector of OpenTelemetry over HTTP, and keeps it.</summary>
internal sealed class Collector : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly ConcurrentBag<(string Path, string Text)> _received = [];
    private readonly Task _listening;

    public Collector()
    {
        // A port that was free a moment ago; another program may be quicker, so another is tried.
        while (true)
        {
            try
            {
                Address = $"http://127.0.0.1:{FreePort()}/";
                _listener.Prefixes.Clear();
                _listener.Prefixes.Add(Address);
                _listener.Start();
                break;
            }
            catch (HttpListenerException)
            {
            }
        }

        _listening = Task.Run(Listen);
    }

    /// <summary>Where it listens.</summary>
    public string Address { get; }

    /// <summary>The standard variables that name it.</summary>
    public IReadOnlyDictionary<string, string> Variables => new Dictionary<string, string>
    {
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] = Address,
        ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
        ["OTEL_METRIC_EXPORT_INTERVAL"] = "500",
        ["OTEL_BSP_SCHEDULE_DELAY"] = "500",
    };

    /// <summary>Whether a message came that has every word. Texts stand in it as they are, each after its length.</summary>
    /// <param name="kind"><c>traces</c> or <c>metrics</c>.</param>
    /// <param name="words">The words.</param>
    public bool Has(string kind, params string[] words) =>
        _received.Any(message => message.Path == "/v1/" + kind && words.All(word => message.Text.Contains(word, StringComparison.Ordinal)));

    public void Dispose()
    {
        _listener.Close();
        _listening.Wait();
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private async Task Listen()
    {
        while (true)
        {
            try
            {
                var context = await _listener.GetContextAsync();
                using var body = new StreamReader(context.Request.InputStream, Encoding.Latin1);
                _received.Add((context.Request.Url?.AbsolutePath ?? "", await body.ReadToEndAsync()));
                context.Response.Close();
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException or IOException)
            {
                if (!_listener.IsListening)
                {
                    return;
                }
            }
        }
    }
}
