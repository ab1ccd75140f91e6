using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;
using Msp.Billing.EntityFrameworkCore.Insights;
using Msp.Quoting.Web.Hosting;

namespace Msp.Quoting.Web.Insights;

/// <summary>Computes figures behind the pages, one seller after another. What is lost with the process is asked for again by the next page.</summary>
/// <param name="file">The database.</param>
/// <param name="log">Where failures go.</param>
internal sealed partial class InsightWorker(DatabaseFile file, ILogger<InsightWorker> log) : BackgroundService
{
    private readonly Channel<InsightWork> _queue = Channel.CreateUnbounded<InsightWork>();
    private readonly ConcurrentDictionary<InsightWork, bool> _waiting = new();

    /// <summary>Takes work on, unless the same is under way.</summary>
    public void Start(InsightWork work)
    {
        if (_waiting.TryAdd(work, true))
        {
            _queue.Writer.TryWrite(work);
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var work in _queue.Reader.ReadAllAsync(stoppingToken))
        {
            await Task.Run(() => Do(work, stoppingToken), CancellationToken.None);
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "One failure must not end the worker; it is logged, and the next page asks again.")]
    private void Do(InsightWork work, CancellationToken ending)
    {
        try
        {
            using var store = file.Open();
            new InsightWriter(store, work.SellerId).Refresh(work.From, work.Through, work.Today, ending);
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // The program ends; nothing was kept.
        }
        catch (Exception exception)
        {
            Failed(log, work.SellerId, exception);
        }
        finally
        {
            _waiting.TryRemove(work, out _);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Figures of seller {Seller} could not be computed.")]
    private static partial void Failed(ILogger log, long seller, Exception exception);
}
