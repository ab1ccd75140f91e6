using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;
using Microsoft.Extensions.Options;
using Msp.Billing.Cli.Exporting;
using Msp.Billing.EntityFrameworkCore;
using Msp.Billing.EntityFrameworkCore.Contracts;
using Msp.Billing.EntityFrameworkCore.Delivery;
using Msp.Billing.EntityFrameworkCore.Ledger;
using Msp.Billing.EntityFrameworkCore.Runs;
using Msp.Billing.Ledger;
using Msp.Billing.Runs;
using Msp.Quoting.Web.Hosting;

namespace Msp.Quoting.Web.Runs;

/// <summary>Builds previews, posts runs and sends letters behind the pages, one after another. The database keeps what was done: a restart loses nothing but the queue.</summary>
/// <param name="file">The database.</param>
/// <param name="options">How much is done at once.</param>
/// <param name="log">Where failures go.</param>
/// <param name="letters">Writes the letters that documents are sent with.</param>
/// <param name="outbox">Carries them away.</param>
internal sealed partial class RunWorker(
    DatabaseFile file, IOptions<RunOptions> options, ILogger<RunWorker> log, IDocumentLetters letters, IDocumentOutbox outbox) : BackgroundService
{
    private readonly Channel<RunWork> _queue = Channel.CreateUnbounded<RunWork>();
    private readonly ConcurrentDictionary<string, RunWork> _last = new(StringComparer.Ordinal);
    private readonly Lock _starting = new();

    /// <summary>What previews ask about each draft.</summary>
    public static IDraftChecks Checks { get; } = new EInvoiceChecks();

    /// <summary>Takes work on, unless the seller has some under way.</summary>
    /// <returns>False when something is under way already: pressing a button twice does one thing.</returns>
    public bool TryStart(RunWork work)
    {
        lock (_starting)
        {
            if (_last.TryGetValue(work.Lane, out var last) && !last.IsOver)
            {
                return false;
            }

            _last[work.Lane] = work;
            return _queue.Writer.TryWrite(work);
        }
    }

    /// <summary>What is under way or ended last for a seller's runs in this process; null when nothing was.</summary>
    public RunWork? Of(string seller) => _last.GetValueOrDefault(seller);

    /// <summary>Forgets what ended last for a seller's runs: workers do the next thing.</summary>
    public void Forget(string seller)
    {
        if (_last.TryGetValue(seller, out var last) && last.IsOver)
        {
            _last.TryRemove(KeyValuePair.Create(seller, last));
        }
    }

    /// <summary>What is under way or ended last for a seller's reminders in this process; null when nothing was.</summary>
    public RunWork? RemindersOf(string seller) => _last.GetValueOrDefault(RunWork.LaneOf(seller, RunWorkKind.Remind));

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var work in _queue.Reader.ReadAllAsync(stoppingToken))
        {
            await Task.Run(() => Do(work, stoppingToken), CancellationToken.None);
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "One failed run must not end the worker; what failed is logged and said on the page.")]
    private void Do(RunWork work, CancellationToken ending)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ending);
        string? failure = null;
        RunRefusal? refusal = null;
        try
        {
            using var store = file.Open();
            var progress = new Watch(work, either);
            var engine = new RunEngine(store, work.Clock) { ChunkSize = options.Value.ChunkSize, Checks = Checks };
            switch (work.Kind)
            {
                case RunWorkKind.Preview:
                    engine.Preview(work.Seller, new RunRequest(work.Through) { IssueDay = work.IssueDay, Key = work.Key, Customers = work.Customers }, work.Author, progress, either.Token);
                    break;
                case RunWorkKind.Post:
                    engine.Post(work.Seller, work.Author, progress, either.Token);
                    break;
                case RunWorkKind.Send:
                    work.Unsent = new RunDelivery(store, work.Clock, letters, outbox).Deliver(work.Seller, work.Number, work.Author, progress, either.Token).Failed;
                    break;
                case RunWorkKind.Remind:
                    work.Reminded = Remind(store, work, progress, either.Token);
                    break;
                default:
                    work.Rehearsed = engine.RehearsePost(work.Seller, either.Token);
                    break;
            }
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested)
        {
            // The run stands where it stopped, and its page says how it goes on.
        }
        catch (RunMoveException exception)
        {
            (failure, refusal) = (exception.Message, exception.Refusal);
            Refused(log, work.Kind, work.Seller, exception);
        }
        catch (Exception exception) when (exception is StorageException or ClosedPeriodException or AllocationException)
        {
            failure = exception.Message;
            Refused(log, work.Kind, work.Seller, exception);
        }
        catch (Exception exception)
        {
            failure = "";
            Failed(log, work.Kind, work.Seller, exception);
        }
        finally
        {
            work.End(failure, refusal);
        }
    }

    // What is recorded is recorded whole; killed or stopped between two letters, the next call mails the others.
    private (int, ReminderReport) Remind(BillingStore store, RunWork work, IProgress<RunProgress> progress, CancellationToken cancellation)
    {
        var (id, _, _) = new SellerBook(store).All().First(one => one.Seller.Code == work.Seller);
        var recorded = new DunningBook(store, id, work.Clock).Run(work.Through, null, work.Author).Length;
        return (recorded, new ReminderDelivery(store, id, work.Clock, outbox).Send(work.Author, progress, cancellation));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Kind} for {Seller} was refused.")]
    private static partial void Refused(ILogger log, RunWorkKind kind, string seller, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Kind} for {Seller} failed.")]
    private static partial void Failed(ILogger log, RunWorkKind kind, string seller, Exception exception);

    /// <summary>Notes how far the work is after each chunk, and ends it there when somebody asked for it.</summary>
    private sealed class Watch(RunWork work, CancellationTokenSource stop) : IProgress<RunProgress>
    {
        public void Report(RunProgress value)
        {
            work.Note(value);
            if (work.IsStopped)
            {
                stop.Cancel();
            }
        }
    }
}
