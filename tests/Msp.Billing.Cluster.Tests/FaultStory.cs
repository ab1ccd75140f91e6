using System.Text;
using Msp.Billing.EntityFrameworkCore.Tests.Postgres;
using Msp.Billing.Runs;

namespace Msp.Billing.Cluster.Tests;

/// <summary>A month in which two things go wrong, as a seed says: one in the preview, one in the posting.</summary>
internal sealed class FaultStory
{
    private const int Workers = 3;
    private readonly PostgresServer? _server;
    private readonly DrawnFault _preview;
    private readonly DrawnFault _posting;
    private readonly List<WorkerProcess> _workers = [];
    private readonly List<WorkerProcess> _asleep = [];

    public FaultStory(int seed, PostgresServer? server)
    {
        _server = server;
        var lots = new Lots(seed);
        var last = server is null ? Fault.Pause : Fault.Outage;
        _preview = DrawnFault.Of(lots, Workers, last, FaultPlace.Taking, FaultPlace.Reading, FaultPlace.Keeping, FaultPlace.Telling, FaultPlace.Finishing, FaultPlace.Anywhere);
        _posting = DrawnFault.Of(lots, Workers, last, FaultPlace.Beginning, FaultPlace.Posting, FaultPlace.Posting, FaultPlace.Anywhere);
    }

    /// <summary>What the workers wrote to their error streams; there when they have ended.</summary>
    public string Errors { get; private set; } = "";

    public override string ToString() => $"{_preview}, {_posting}";

    /// <summary>Plays it, and checks what came of it.</summary>
    public void Play()
    {
        using var month = new SharedMonth(_server, patience: 3);
        try
        {
            _workers.AddRange(WorkerProcess.Start(month.Database, Workers));
            Action? then;
            using (PlanPreview(month))
            {
                then = Strike(month, _preview, RunStatus.Previewing);
            }

            then?.Invoke();
            month.WaitFor(RunStatus.Previewed);
            month.CheckPreview();
            Wake();

            using (PlanPosting(month))
            {
                then = Strike(month, _posting, RunStatus.Posting);
            }

            then?.Invoke();
            month.WaitFor(RunStatus.Posted);
            month.CheckPosted();
            Wake();
        }
        finally
        {
            End();
        }
    }

    // Plans, and holds the workers where the fault finds them.
    private Blocker? PlanPreview(SharedMonth month)
    {
        var blocker = _preview.Place switch
        {
            FaultPlace.Reading => Blocker.OfReading(month.Direct),
            FaultPlace.Keeping or FaultPlace.Telling => Blocker.OfChunks(month.Direct),
            _ => null,
        };
        month.Plan();
        switch (_preview.Place)
        {
            case FaultPlace.Taking:
                blocker = Blocker.OfTaking(month.Direct);
                break;
            case FaultPlace.Finishing:
                blocker = Blocker.OfSellers(month.Direct);
                break;
            case FaultPlace.Telling:
                month.WaitFor("each worker has a chunk", () => month.Standing("run_item") == Workers);
                var told = Blocker.OfEngine(month.Direct);
                blocker?.Dispose();
                blocker = told;
                break;
        }

        WaitUntilThere(month, _preview, RunStatus.Previewed);
        return blocker;
    }

    private Blocker? PlanPosting(SharedMonth month)
    {
        var blocker = _posting.Place == FaultPlace.Posting ? Blocker.OfPosting(month.Direct, _posting.At) : null;
        month.PlanPosting();
        blocker ??= _posting.Place == FaultPlace.Beginning ? Blocker.OfSellers(month.Direct) : null;
        WaitUntilThere(month, _posting, RunStatus.Posted);
        return blocker;
    }

    // Somebody is there, or was quicker than whoever wanted to hold it.
    private static void WaitUntilThere(SharedMonth month, DrawnFault fault, RunStatus end)
    {
        var table = fault.Place switch
        {
            FaultPlace.Taking => "run_chunk",
            FaultPlace.Reading => "contract_line",
            FaultPlace.Keeping => "run_item",
            FaultPlace.Telling => "qrtz_",
            FaultPlace.Finishing or FaultPlace.Beginning => "seller",
            FaultPlace.Posting => "contract_billing",
            _ => null,
        };
        if (table is null)
        {
            Thread.Sleep(fault.At);
        }
        else
        {
            month.WaitFor($"somebody is at {fault.Place}", () => month.Standing(table) >= 1 || month.Status?.Status == end);
        }
    }

    /// <returns>What is to be done when nobody is held any more; null for nothing.</returns>
    private Action? Strike(SharedMonth month, DrawnFault fault, RunStatus underWay)
    {
        switch (fault.Fault)
        {
            case Fault.Kill:
                Whom(month, fault).Kill();
                return null;
            case Fault.KillAll:
                _workers.ForEach(worker => worker.Kill());
                return () => _workers.AddRange(WorkerProcess.Start(month.Database, Workers));
            case Fault.Terminate:
                var ended = Whom(month, fault);
                ended.Signal("TERM");
                return () => Assert.Equal(0, ended.Wait());
            case Fault.Sleep:
                var sleeper = Whom(month, fault);
                sleeper.Signal("STOP");
                _asleep.Add(sleeper);
                return null;
            case Fault.CutOff:
                month.CutOff();
                return null;
            case Fault.Forget when fault.Place == FaultPlace.Telling:
                return month.Forget;
            case Fault.Forget:
                month.Forget();
                return null;
            case Fault.AskAgain:
                return Beside(() => month.AskAgain(underWay));
            case Fault.Pause:
                var pause = Beside(() => month.Pause(isPaused: true));
                return () =>
                {
                    pause();
                    month.Pause(isPaused: false);
                };
            case Fault.Outage:
                _server?.Crash(TimeSpan.FromSeconds(fault.Seconds));
                return null;
            default:
                throw new InvalidOperationException($"{fault.Fault} is not played.");
        }
    }

    // Who writes may have to wait for who is held, and is waited for after that.
    private static Action Beside(Action action)
    {
        var task = Task.Run(action);
        return () => task.GetAwaiter().GetResult();
    }

    // Where one posts, it is that one.
    private WorkerProcess Whom(SharedMonth month, DrawnFault fault)
    {
        var there = _workers.Where(worker => !worker.HasExited).ToList();
        var poster = month.Progress.Poster;
        return there.Find(worker => worker.Name == poster) ?? there[fault.Whom % there.Count];
    }

    private void Wake()
    {
        foreach (var worker in _asleep)
        {
            worker.Signal("CONT");
            Assert.False(worker.HasExited, "A worker that slept has ended.");
        }

        _asleep.Clear();
    }

    private void End()
    {
        var errors = new StringBuilder();
        foreach (var worker in _workers)
        {
            worker.Kill();
            errors.AppendLine().Append(worker.Name).Append(": ").Append(worker.Error);
            worker.Dispose();
        }

        Errors = errors.ToString();
    }
}
