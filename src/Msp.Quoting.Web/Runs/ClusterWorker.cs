using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Options;
using Msp.Billing.Cluster;
using Msp.Quoting.Web.Hosting;
using Msp.Quoting.Web.Staff;

namespace Msp.Quoting.Web.Runs;

/// <summary>The worker in this program that takes part in the runs of a server. On a file there is none.</summary>
/// <param name="file">The database.</param>
/// <param name="options">Where workers are, and how much is done at once.</param>
/// <param name="clock">The clock of the machine.</param>
/// <param name="logs">Where failures go.</param>
internal sealed partial class ClusterWorker(DatabaseFile file, IOptions<RunOptions> options, TimeProvider clock, ILoggerFactory logs) : BackgroundService
{
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(30);
    private readonly ILogger _log = logs.CreateLogger<ClusterWorker>();
    private volatile ClusterNode? _node;

    /// <summary>Whether somebody does what is planned for workers.</summary>
    public bool IsThere => file.IsOnServer && (options.Value.Workers == WorkersPlace.Elsewhere || _node is { State: NodeState.Working });

    /// <inheritdoc/>
    [SuppressMessage("Design", "CA1031", Justification = "Pages work without a worker; what stood in its way is logged, and it is tried again.")]
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!file.IsOnServer || options.Value.Workers != WorkersPlace.Here)
        {
            return;
        }

        var settings = new ClusterSettings(file.Path)
        {
            Slots = options.Value.Slots,
            PostingChunk = options.Value.ChunkSize,
            Checks = RunWorker.Checks,
            Monthly = options.Value.ReadSchedule(),
            EndsMonthly = options.Value.EndsMonthly,
            BeginsMonthsOf = IsOfToday,
            Log = logs,
        };
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var node = await ClusterNode.Start(settings, clock, stoppingToken);
                _node = node;
                await Task.Delay(Timeout.InfiniteTimeSpan, clock, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                NotStarted(_log, exception);
                await Task.Delay(Again, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            finally
            {
                _node = null;
            }
        }
    }

    // A company of sample data lives in another month.
    private bool IsOfToday(long seller)
    {
        using var web = WebDbOptions.Create(file.Path);
        return !web.Settings.Any(settings => settings.SellerId == seller && settings.ClockBehindTicks != 0);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "No worker could be started in this program; runs are made by itself until one is. It is tried again.")]
    private static partial void NotStarted(ILogger log, Exception exception);
}
