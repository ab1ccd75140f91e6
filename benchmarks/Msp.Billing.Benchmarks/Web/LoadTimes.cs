using System.Collections.Concurrent;
using System.Globalization;
using System.Net;

namespace Msp.Billing.Benchmarks.Web;

/// <summary>How long each kind of request took, from every user together.</summary>
internal sealed class LoadTimes
{
    private readonly ConcurrentDictionary<string, ConcurrentBag<double>> _times = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _failures = new(StringComparer.Ordinal);

    /// <summary>How many requests failed.</summary>
    internal int Failures => _failures.Values.Sum();

    /// <summary>Notes one request.</summary>
    /// <param name="kind">What was asked for.</param>
    /// <param name="milliseconds">From sending it until the whole answer was there.</param>
    /// <param name="status">What it answered; null for no answer.</param>
    internal void Add(string kind, double milliseconds, HttpStatusCode? status)
    {
        _times.GetOrAdd(kind, _ => []).Add(milliseconds);
        if (status != HttpStatusCode.OK)
        {
            _failures.AddOrUpdate(string.Create(CultureInfo.InvariantCulture, $"{kind}: {(status is { } code ? (int)code : "no answer")}"), 1, (_, count) => count + 1);
        }
    }

    /// <summary>Prints a table of them.</summary>
    /// <param name="heading">What happened meanwhile.</param>
    /// <param name="seconds">How long they were collected.</param>
    internal void Print(string heading, double seconds)
    {
        var all = _times.Values.SelectMany(times => times).ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{heading}: {all.Count:N0} requests in {seconds:F1} s, {all.Count / seconds:F1} a second, {Failures} failed"));
        Console.WriteLine();
        Console.WriteLine("| request | number | median ms | 95 of 100 ms | 99 of 100 ms | most ms |");
        Console.WriteLine("|---|---|---|---|---|---|");
        foreach (var (kind, times) in _times.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            PrintRow(kind, [.. times]);
        }

        PrintRow("all", all);
        foreach (var (what, count) in _failures.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"failed: {what}, {count} times"));
        }

        Console.WriteLine();
    }

    private static void PrintRow(string kind, List<double> times)
    {
        if (times.Count == 0)
        {
            return;
        }

        times.Sort();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"| {kind} | {times.Count:N0} | {Of(times, 50):F0} | {Of(times, 95):F0} | {Of(times, 99):F0} | {times[^1]:F0} |"));
    }

    private static double Of(List<double> sorted, int percent) => sorted[Math.Min(sorted.Count - 1, sorted.Count * percent / 100)];
}
