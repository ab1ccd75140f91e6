using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;

namespace Msp.Billing.Benchmarks.Web;

/// <summary>A salesperson with a session, an address and a quote of their own: types, looks something up, pauses.</summary>
internal sealed class LoadUser : IDisposable
{
    private const int ShortestPause = 3_000;
    private const int LongestPause = 7_000;

    // Half of what they do is to write a quote; the rest is looking up.
    private static readonly string[] Pages = ["/quotes", "/customers", "/contracts", "/catalog", "/"];

    private readonly ToolVisitor _visitor;
    private readonly Random _random;
    private readonly int _number;
    private string _quote = "";
    private List<KeyValuePair<string, string>> _fields = [];
    private int _turn;

    /// <param name="address">Where the tool listens.</param>
    /// <param name="number">Their number, from 0; also of their address in the network of this machine.</param>
    [SuppressMessage("Security", "CA5394:Do not use insecure randomness", Justification = "Each user is to pause the same way in every measurement.")]
    internal LoadUser(Uri address, int number)
    {
        _number = number;
        _visitor = new ToolVisitor(address, new IPAddress([127, 0, (byte)(1 + (number / 250)), (byte)(1 + (number % 250))]));
        _random = new Random(number);
    }

    /// <summary>Under which address they sign in.</summary>
    internal static string EmailOf(int number) => string.Create(CultureInfo.InvariantCulture, $"sales{number:D3}@workload.example");

    /// <inheritdoc/>
    public void Dispose() => _visitor.Dispose();

    /// <summary>Signs in and begins a quote.</summary>
    internal async Task Begin(string password)
    {
        await _visitor.SignIn(EmailOf(_number), password).ConfigureAwait(false);
        _quote = await PagesCommand.NewQuote(_visitor, string.Create(CultureInfo.InvariantCulture, $"Prospect {_number:D3}")).ConfigureAwait(false);
        _fields = await _visitor.FieldsOf(_quote).ConfigureAwait(false);
    }

    /// <summary>Works until it is over.</summary>
    /// <param name="times">Where the times go now; asked for each request.</param>
    /// <param name="over">When to stop; a request that was sent is waited for.</param>
    [SuppressMessage("Security", "CA5394:Do not use insecure randomness", Justification = "Each user is to pause the same way in every measurement.")]
    internal async Task Work(Func<LoadTimes> times, CancellationToken over)
    {
        try
        {
            // Nobody begins at the same moment.
            await Task.Delay(_random.Next(LongestPause), over).ConfigureAwait(false);
            while (!over.IsCancellationRequested)
            {
                if (_random.Next(2) == 0)
                {
                    await Type(times).ConfigureAwait(false);
                }
                else
                {
                    var page = Pages[_random.Next(Pages.Length)];
                    await Ask(page, page, null, times).ConfigureAwait(false);
                }

                await Task.Delay(_random.Next(ShortestPause, LongestPause), over).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            // It is over.
        }
    }

    private async Task Type(Func<LoadTimes> times)
    {
        ToolVisitor.Set(_fields, "Counts.user", (20 + (_turn++ % 60)).ToString(CultureInfo.InvariantCulture));
        await Ask("recalculation while typing, saved", _quote, _fields, times).ConfigureAwait(false);

        // Each save makes a version, and the next must know it.
        var start = Stopwatch.GetTimestamp();
        try
        {
            _fields = await _visitor.FieldsOf(_quote).ConfigureAwait(false);
            times().Add("quote builder", Stopwatch.GetElapsedTime(start).TotalMilliseconds, HttpStatusCode.OK);
        }
        catch (Exception exception) when (exception is HttpRequestException or InvalidOperationException)
        {
            times().Add("quote builder", Stopwatch.GetElapsedTime(start).TotalMilliseconds, null);
        }
    }

    private async Task Ask(string kind, string path, List<KeyValuePair<string, string>>? fields, Func<LoadTimes> times)
    {
        var start = Stopwatch.GetTimestamp();
        var status = await _visitor.Ask(path, fields).ConfigureAwait(false);
        times().Add(kind, Stopwatch.GetElapsedTime(start).TotalMilliseconds, status);
    }
}
