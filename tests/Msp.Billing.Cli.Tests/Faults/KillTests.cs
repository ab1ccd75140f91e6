using System.Diagnostics;

namespace Msp.Billing.Cli.Tests.Faults;

/// <summary>Posting is killed at instants spread over its whole length; each time nothing is lost, doubled or left half done, and posting again finishes it.</summary>
public sealed class KillTests
{
    private const int Kills = 60;

    [Fact]
    public void A_kill_at_any_instant_of_posting_costs_nothing_but_time()
    {
        using var approved = new ApprovedRun();
        var folder = Directory.CreateTempSubdirectory("msp-kill-").FullName;
        try
        {
            var whole = TimeOf(approved.Copy(folder));
            var seen = new SortedSet<int>();
            var killed = 0;
            for (var attempt = 0; killed < Kills && attempt < Kills * 4; attempt++)
            {
                var path = approved.Copy(folder);
                if (attempt % 3 == 2)
                {
                    // Posting is short beside the start of a process: a third of the kills wait for it to be under way.
                    if (!KillAtTenth(path, 1 + (attempt / 3 % 9)))
                    {
                        continue;
                    }
                }
                else if (!KillAfter(path, InstantOf(attempt, whole), out var ended))
                {
                    // The machine is less busy than when it was measured: aim at the shorter length from now on.
                    whole = ended < whole ? ended : whole;
                    continue;
                }

                killed++;
                seen.Add(approved.CheckWhole(path));
                if (attempt % 4 == 0)
                {
                    // Killed a second time on the way back, then let through.
                    KillAfter(path, whole * 0.8, out _);
                    approved.CheckWhole(path);
                }

                if (!ApprovedRun.IsPosted(path))
                {
                    Assert.Equal((0, ""), MspProcess.Run("run", "post", "--db", path, "--author", "bruno", "--quiet"));
                }

                Assert.Equal(ApprovedRun.Contracts, approved.CheckWhole(path));
            }

            Assert.Equal(Kills, killed);
            Assert.True(seen.Count > 3, $"The kills hit only {seen.Count} different places of posting: {string.Join(", ", seen)} documents.");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // The golden ratio spreads the instants evenly over the last four fifths, where the process has started, in an order that does not repeat.
    private static TimeSpan InstantOf(int attempt, TimeSpan whole) => whole * (0.2 + (0.8 * (attempt * 0.6180339887 % 1)));

    private static TimeSpan TimeOf(string path)
    {
        var start = Stopwatch.GetTimestamp();
        Assert.Equal((0, ""), Post(path));
        return Stopwatch.GetElapsedTime(start);
    }

    private static (int Code, string Error) Post(string path) =>
        MspProcess.Run("run", "post", "--db", path, "--author", "bruno", "--chunk", "5", "--quiet");

    private static bool KillAtTenth(string path, int tenth)
    {
        const int Killed = 128 + 9;
        using var process = MspProcess.Start("run", "post", "--db", path, "--author", "bruno", "--chunk", "5");
        for (var line = 0; line < tenth; line++)
        {
            process.StandardError.ReadLine();
        }

        process.Kill();
        process.WaitForExit();
        return process.ExitCode == Killed;
    }

    private static bool KillAfter(string path, TimeSpan delay, out TimeSpan elapsed)
    {
        var start = Stopwatch.GetTimestamp();
        using var process = MspProcess.Start("run", "post", "--db", path, "--author", "bruno", "--chunk", "5", "--quiet");
        var ended = process.WaitForExit(delay);
        elapsed = Stopwatch.GetElapsedTime(start);
        if (ended)
        {
            return false;
        }

        process.Kill();
        process.WaitForExit();
        return true;
    }
}
