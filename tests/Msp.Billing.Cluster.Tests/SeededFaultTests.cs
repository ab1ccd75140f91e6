using System.Diagnostics;
using System.Security.Cryptography;
using Msp.Billing.EntityFrameworkCore.Tests.Postgres;

namespace Msp.Billing.Cluster.Tests;

/// <summary>What goes wrong, where and when, is drawn from a seed, once in the preview and once in the posting; the month is whole each time.</summary>
public sealed class SeededFaultTests(ITestOutputHelper output)
{
    // MSP_FAULT_SEEDS says how many, MSP_FAULT_SEED with which to begin; otherwise each time others.
    [Fact]
    public void Whatever_goes_wrong_and_whenever_the_month_is_whole()
    {
        _ = PostgresServer.Shared;
        var first = Asked.For("MSP_FAULT_SEED", RandomNumberGenerator.GetInt32(1, 1_000_000));
        using var server = Environment.GetEnvironmentVariable("MSP_POSTGRES") is { Length: > 0 } ? null : new PostgresServer();
        for (var seed = first; seed < first + Asked.For("MSP_FAULT_SEEDS", 3); seed++)
        {
            var start = Stopwatch.GetTimestamp();
            var story = new FaultStory(seed, server);
            try
            {
                story.Play();
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException(
                    FormattableString.Invariant($"Seed {seed}: {story}. Again with MSP_FAULT_SEED={seed} MSP_FAULT_SEEDS=1. {exception.Message}{story.Errors}"), exception);
            }

            output.WriteLine(FormattableString.Invariant($"Seed {seed}: {story}: whole after {Stopwatch.GetElapsedTime(start).TotalSeconds:0.0} s."));
        }
    }
}
