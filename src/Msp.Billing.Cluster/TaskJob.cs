using Microsoft.Extensions.Logging;
using Msp.Billing.EntityFrameworkCore;
using Msp.Billing.EntityFrameworkCore.Sharing;
using Quartz;

namespace Msp.Billing.Cluster;

/// <summary>Does one task of a run. Its name says which; what became of it is in the database, so nothing is kept with the job.</summary>
internal sealed partial class TaskJob(SharedRunWorker worker, ILogger<TaskJob> log) : IJob
{
    /// <summary>The group of these jobs.</summary>
    internal const string Group = "billing-task";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        if (!RunTask.TryParse(context.JobDetail.Key.Name, out var task))
        {
            return;
        }

        // A task computes for seconds: it has a thread of its own, and the scheduler keeps checking in.
        try
        {
            var outcome = await Task.Run(() => worker.Do(task, cancellationToken), CancellationToken.None).ConfigureAwait(false);
            Done(log, task.Name, outcome);
        }
        catch (StorageException exception)
        {
            // Its message says what to do; who only tries again would say nothing for as long as a disk is full.
            Failed(log, task.Name, exception.Message);
            throw;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Task {Task} could not be done and is tried again. {Reason}")]
    private static partial void Failed(ILogger log, string task, string reason);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Task {Task}: {Outcome}.")]
    private static partial void Done(ILogger log, string task, TaskOutcome outcome);
}
