using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Msp.Billing.EntityFrameworkCore;
using Msp.Billing.EntityFrameworkCore.Sharing;
using Quartz;

namespace Msp.Billing.Cluster;

/// <summary>A worker: does, beside any number of others on the same database, what <see cref="SharedRuns"/> planned.</summary>
/// <remarks>
/// Quartz hands tasks out and notices who died; the database knows what is done. A look every few seconds compares the two and hands out what is missing,
/// so whatever Quartz loses, forgets or hands out twice costs time and nothing else.
/// </remarks>
public sealed partial class ClusterNode : IAsyncDisposable
{
    /// <summary>What the workers of a database call themselves together.</summary>
    internal const string SchedulerName = "msp-billing";

    private const int MostHandedOut = 256;
    private const int Attempts = 5;

    private readonly ClusterSettings _settings;
    private readonly SharedRunWorker _worker;
    private readonly StandaloneSchedulerFactory _factory;
    private readonly IScheduler _scheduler;
    private readonly ILogger _log;
    private readonly CancellationTokenSource _stop = new();
    private Task _looking = Task.CompletedTask;

    private ClusterNode(ClusterSettings settings, string name, SharedRunWorker worker, StandaloneSchedulerFactory factory, IScheduler scheduler)
    {
        (_settings, Name, _worker, _factory, _scheduler) = (settings, name, worker, factory, scheduler);
        _log = settings.Log.CreateLogger<ClusterNode>();
    }

    /// <summary>What it is called in what is recorded: the machine, the process and a number that no other worker has.</summary>
    public string Name { get; }

    /// <summary>How it is.</summary>
    public NodeState State { get; private set; } = NodeState.Working;

    /// <summary>Starts a worker.</summary>
    /// <param name="settings">How it takes part.</param>
    /// <param name="clock">Gives the instants that are recorded, and is compared with the server's.</param>
    /// <param name="cancellation">Gives up starting.</param>
    /// <exception cref="StorageException">The database cannot be reached, or its tables are not those of this program.</exception>
    /// <exception cref="ArgumentException">The database is a file: one program works on a file, and needs no worker.</exception>
    public static async Task<ClusterNode> Start(ClusterSettings settings, TimeProvider clock, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(clock);
        if (BillingStorage.ServerOf(settings.Database) is not { } server)
        {
            throw new ArgumentException($"'{settings.Database}' is a file, and workers share a PostgreSQL server. A file needs none: msp run preview and post do all of it.", nameof(settings));
        }

        bool hasTables;
        using (var store = BillingStorage.Open(settings.Database))
        {
            // Says in a user's words what is wrong with the database, before Quartz says it in its own. Whoever may not make tables may still use those that are there.
            hasTables = store.Scalar("SELECT count(to_regclass('qrtz_locks'))") > 0;
        }

        var name = string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName}-{Environment.ProcessId}-{Guid.NewGuid().ToString("N")[..6]}");
        var worker = new SharedRunWorker(settings.Database, name, clock) { PostingChunk = settings.PostingChunk, Checks = settings.Checks };
        for (var attempt = 1; ; attempt++)
        {
            var factory = Build(settings, server, name, worker, clock, provisions: !hasTables);
            try
            {
                var scheduler = await factory.GetScheduler(cancellation).ConfigureAwait(false);
                var node = new ClusterNode(settings, name, worker, factory, scheduler);
                await node.Schedule(cancellation).ConfigureAwait(false);
                if (await node.IsClockRight().ConfigureAwait(false))
                {
                    await scheduler.Start(cancellation).ConfigureAwait(false);
                }

                node._looking = Task.Run(node.Look, CancellationToken.None);
                return node;
            }
            catch (Exception exception)
            {
                // Nobody else holds it, and whoever tries again makes another.
                await factory.DisposeAsync().ConfigureAwait(false);
                if (exception is not SchedulerException || attempt == Attempts)
                {
                    throw;
                }
            }

            // Workers that start together on a new database make Quartz's tables together, and one of them is first.
            await Task.Delay(TimeSpan.FromMilliseconds(200 * attempt), cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Stops: what is being computed is handed back at once, and a transaction of posting that is under way is finished.</summary>
    public async Task Stop()
    {
        if (State == NodeState.Stopped)
        {
            return;
        }

        State = NodeState.Stopped;
        await _stop.CancelAsync().ConfigureAwait(false);
        await _looking.ConfigureAwait(false);
        await _scheduler.Shutdown(waitForJobsToComplete: true).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Stop().ConfigureAwait(false);
        await _factory.DisposeAsync().ConfigureAwait(false);
        _stop.Dispose();
    }

    private static StandaloneSchedulerFactory Build(ClusterSettings settings, string server, string name, SharedRunWorker worker, TimeProvider clock, bool provisions) =>
        QuartzSchedulerBuilder.Create(quartz =>
        {
            quartz.Services.AddSingleton(settings.Log);
            quartz.Services.AddSingleton(settings);
            quartz.Services.AddSingleton(worker);
            quartz.UseTimeProvider(clock);

            // Loggers by hand: those that Quartz gives to jobs say nothing.
            quartz.AddJobType(_ => new TaskJob(worker, settings.Log.CreateLogger<TaskJob>()));
            quartz.AddJobType(_ => new MonthJob(settings, clock, settings.Log.CreateLogger<MonthJob>()));
            quartz.UseDefaultThreadPool(settings.Slots);
            quartz.UseDefaultRetryPolicy(RetryPolicy.Exponential(8, settings.CheckIn / 5, 2, settings.CheckIn * 4));
            quartz.ConfigureScheduler(scheduler =>
            {
                scheduler.InstanceName = SchedulerName;
                scheduler.InstanceId = name;
                scheduler.IdleWaitTime = settings.CheckIn < TimeSpan.FromSeconds(1) ? TimeSpan.FromSeconds(1) : settings.CheckIn;
                scheduler.MaxBatchSize = 1;
                scheduler.ShutdownJobInterruption = ShutdownJobInterruption.Always;
            });
            quartz.UsePersistentStore(store =>
            {
                store.UsePostgres(Npgsql.NpgsqlFactory.Instance, server);
                if (provisions)
                {
                    store.ProvisionSchema();
                }

                store.UseClustering(cluster =>
                {
                    cluster.CheckinInterval = settings.CheckIn;
                    cluster.CheckinMisfireThreshold = settings.Patience;
                });
                store.ConfigureStore(options =>
                {
                    options.StoreJobDataAsStrings = true;
                    options.UseBackgroundThreads = true;
                    options.RecoverFiringsCancelledByShutdown = false;
                    options.DbRetryInterval = settings.CheckIn;

                    // What waited for more than a minute, because the server was away, is not fired as what is new is, but found by a look of its own: once a minute otherwise.
                    options.MisfireHandlerFrequency = settings.CheckIn;
                });
            });
        }).Build();

    // The trigger is stored once and left alone: one that is declared at every start would forget a day that was missed while nobody ran.
    private async Task Schedule(CancellationToken cancellation)
    {
        var key = new TriggerKey(MonthJob.Key.Name, MonthJob.Key.Group);
        if (_settings.EndsMonthly)
        {
            await _scheduler.UnscheduleJob(key, cancellation).ConfigureAwait(false);
        }

        if (_settings.Monthly is not { } monthly)
        {
            return;
        }

        if (await _scheduler.GetTrigger(key, cancellation).ConfigureAwait(false) is ICronTrigger stored && stored.CronExpressionString == monthly.Cron && stored.TimeZone.Equals(monthly.Zone))
        {
            return;
        }

        var job = JobBuilder.Create<MonthJob>().WithIdentity(MonthJob.Key).Build();
        var trigger = TriggerBuilder.Create().WithIdentity(key)
            .WithSchedule(CronScheduleBuilder.Create(monthly.Cron).InTimeZone(monthly.Zone).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed))
            .Build();
        await _scheduler.ScheduleJob(job, [trigger], ScheduleJobOptions.Replacing, cancellation).ConfigureAwait(false);
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever fails in a look is logged, and the next look is in seconds; a worker that stopped looking would leave work lying.")]
    private async Task Look()
    {
        using var timer = new PeriodicTimer(_settings.Look);
        do
        {
            try
            {
                if (await IsClockRight().ConfigureAwait(false))
                {
                    await HandOut().ConfigureAwait(false);
                    if (_worker.EndSilent() is > 0 and var ended)
                    {
                        SilentEnded(_log, Name, ended);
                    }
                }
            }
            catch (OperationCanceledException) when (_stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                State = State == NodeState.Stopped ? State : NodeState.Unreachable;
                LookFailed(_log, Name, exception);
            }
        }
        while (await Tick(timer).ConfigureAwait(false));
    }

    private async Task<bool> Tick(PeriodicTimer timer)
    {
        try
        {
            return await timer.WaitForNextTickAsync(_stop.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    // A clock that is off makes this worker think others dead, and others think that of it: it stands aside until it is right.
    private async Task<bool> IsClockRight()
    {
        var state = _worker.Measure();
        var isRight = state.Skew.Duration() <= _settings.SkewLimit;
        if (!isRight && State != NodeState.ClockOff)
        {
            ClockOff(_log, Name, state.Skew.TotalSeconds, _settings.SkewLimit.TotalSeconds);
            await _scheduler.Standby(_stop.Token).ConfigureAwait(false);
        }
        else if (isRight && State == NodeState.ClockOff)
        {
            await _scheduler.Start(_stop.Token).ConfigureAwait(false);
        }

        State = State == NodeState.Stopped ? State : isRight ? NodeState.Working : NodeState.ClockOff;
        return isRight;
    }

    private async Task HandOut()
    {
        var waiting = _worker.Waiting(MostHandedOut);
        if (waiting.IsEmpty)
        {
            return;
        }

        var handedOut = new HashSet<string>(StringComparer.Ordinal);
        foreach (var key in await _scheduler.GetJobKeys(GroupMatcher<JobKey>.GroupEquals(TaskJob.Group), _stop.Token).ConfigureAwait(false))
        {
            handedOut.Add(key.Name);
        }

        foreach (var task in waiting.Where(task => !handedOut.Contains(task.Name)))
        {
            var job = JobBuilder.Create<TaskJob>().WithIdentity(task.Name, TaskJob.Group).RequestRecovery(true).Build();
            var trigger = TriggerBuilder.Create().WithIdentity(task.Name, TaskJob.Group).StartNow().Build();
            try
            {
                await _scheduler.ScheduleJob(job, trigger, cancellationToken: _stop.Token).ConfigureAwait(false);
            }
            catch (ObjectAlreadyExistsException)
            {
                // Another worker was first.
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Worker {Name} could not look for work; it looks again.")]
    private static partial void LookFailed(ILogger log, string name, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Worker {Name} ended {Count} sessions of programs that slept while they sent rows and held what others wait for. What they sent is taken back.")]
    private static partial void SilentEnded(ILogger log, string name, int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "The clock of worker {Name} is {Skew} s from the database's, more than {Limit} s. It takes no work until the clock is right.")]
    private static partial void ClockOff(ILogger log, string name, double skew, double limit);
}
