using System.Globalization;
using Msp.Billing.Runs;

namespace Msp.Billing.Cluster.Tests;

/// <summary>The clock of a machine is off, and the engine on it believes that clock, too.</summary>
public sealed class ClockTests
{
    [Fact]
    public void Workers_whose_clocks_are_off_stand_aside_and_the_others_do_the_month()
    {
        using var month = new SharedMonth();
        using var late = new Workers(month, 1, Shifted(-120));
        using var early = new Workers(month, 1, Shifted(20));
        using var earlier = new Workers(month, 1, Shifted(120));
        using var right = new Workers(month, 1);
        month.Plan();
        month.WaitFor(RunStatus.Previewed);
        month.CheckPreview();
        Assert.Equal(SharedMonth.Chunks, month.Scalar($"SELECT count(*) FROM run_chunk WHERE worker = '{right[0].Name}'"));

        month.PlanPosting();
        month.WaitFor(RunStatus.Posted);
        month.CheckPosted();
        Assert.Equal(right[0].Name, month.Progress.Poster);
        Assert.All((WorkerProcess[])[late[0], early[0], earlier[0]], worker => Assert.False(worker.HasExited));
    }

    // Four seconds are tolerated, and more than a worker of these tests waits for another: it may think one dead that is not, and work is done again, and kept once.
    [Theory]
    [InlineData(4)]
    [InlineData(-4)]
    public void A_clock_that_is_off_by_less_costs_repeats_and_nothing_else(int seconds)
    {
        using var month = new SharedMonth();
        using var off = new Workers(month, 1, Shifted(seconds));
        using var right = new Workers(month, 1);
        month.Plan();
        month.WaitFor(RunStatus.Previewed);
        month.CheckPreview();

        month.PlanPosting();
        month.WaitFor(RunStatus.Posted);
        month.CheckPosted();
    }

    private static Dictionary<string, string> Shifted(int seconds) => new()
    {
        ["DOTNET_STARTUP_HOOKS"] = typeof(ClockTests).Assembly.Location,
        [StartupHook.Variable] = seconds.ToString(CultureInfo.InvariantCulture),
    };
}
