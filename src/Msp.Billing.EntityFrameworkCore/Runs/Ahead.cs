using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;

namespace Msp.Billing.EntityFrameworkCore.Runs;

/// <summary>Makes batches on other threads, a little ahead of who uses them: contracts are read and rated while those before them are stored.</summary>
/// <remarks>The order does not depend on the threads. What goes wrong in making is thrown where it is used. Who stops half way stops the making too.</remarks>
internal static class Ahead
{
    private const int MostWaiting = 16;

    /// <summary>The batches of several sources in turn: the first of each, the second of each, until the source whose turn it is has no more.</summary>
    /// <param name="sources">Each is begun, gone through and ended on a thread of its own.</param>
    internal static IEnumerable<T> Of<T>(params IReadOnlyList<IEnumerable<T>> sources)
    {
        using var stop = new CancellationTokenSource();
        var makers = new List<Maker<T>>(sources.Count);
        try
        {
            foreach (var source in sources)
            {
                makers.Add(new Maker<T>(source, stop.Token));
            }

            for (var turn = 0; makers[turn].TryTake(out var batch); turn = (turn + 1) % makers.Count)
            {
                yield return batch;
            }
        }
        finally
        {
            stop.Cancel();
            foreach (var maker in makers)
            {
                maker.Dispose();
            }
        }
    }

    private sealed class Maker<T> : IDisposable
    {
        private readonly IEnumerable<T> _source;
        private readonly CancellationToken _stop;
        private readonly BlockingCollection<T> _made = new(MostWaiting);
        private readonly Thread _thread;
        private ExceptionDispatchInfo? _failure;

        internal Maker(IEnumerable<T> source, CancellationToken stop)
        {
            (_source, _stop) = (source, stop);
            _thread = new Thread(Make) { IsBackground = true, Name = "billing-ahead" };
            _thread.Start();
        }

        public void Dispose()
        {
            _thread.Join();
            _made.Dispose();
        }

        internal bool TryTake([MaybeNullWhen(false)] out T batch)
        {
            if (_made.TryTake(out batch, Timeout.Infinite))
            {
                return true;
            }

            _failure?.Throw();
            return false;
        }

        [SuppressMessage("Design", "CA1031", Justification = "Nothing is swallowed: it is thrown where the batches are used.")]
        private void Make()
        {
            try
            {
                foreach (var batch in _source)
                {
                    _made.Add(batch, _stop);
                }
            }
            catch (OperationCanceledException) when (_stop.IsCancellationRequested)
            {
                // Nobody waits for the rest.
            }
            catch (Exception exception)
            {
                _failure = ExceptionDispatchInfo.Capture(exception);
            }
            finally
            {
                _made.CompleteAdding();
            }
        }
    }
}
