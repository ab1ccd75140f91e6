using Microsoft.Extensions.Options;
using Msp.Billing.Cluster;
using Msp.Billing.EntityFrameworkCore.Runs;
using Msp.Billing.EntityFrameworkCore.Sharing;
using Msp.Billing.Runs;
using Msp.Quoting.Web.Hosting;
using Msp.Quoting.Web.Sellers;

namespace Msp.Quoting.Web.Runs;

/// <summary>What workers do for the seller's runs. All of it is in the database, so every program shows the same.</summary>
/// <param name="seller">The seller.</param>
/// <param name="workers">The worker in this program.</param>
/// <param name="options">How much is done at once.</param>
/// <param name="file">The database.</param>
internal sealed class SharedWork(CurrentSeller seller, ClusterWorker workers, IOptions<RunOptions> options, DatabaseFile file)
{
    /// <summary>Whether previews and postings are left to workers. A company of sample data lives in its own month, which workers do not know: this program does its runs.</summary>
    public bool IsOn => workers.IsThere && !seller.Clock.IsBehind;

    private SharedRuns Runs => new(seller.Store, seller.Clock) { ChunkSize = options.Value.ChunkSize };

    /// <summary>How far workers are with a run; null when it is none that they were asked for and have not finished.</summary>
    public SharedRunProgress? Of(RunSummary run) =>
        run.Status is RunStatus.Previewing or RunStatus.Posting && Runs.Progress(seller.Seller.Code) is { } progress && progress.Run == run.Number
        && (run.Status == RunStatus.Previewing || progress.PostingBy is not null)
            ? progress
            : null;

    /// <summary>Which run begins by itself next: the last day that it bills, and when; null where none does.</summary>
    public (DateOnly Through, DateTimeOffset At)? Next() =>
        file.IsOnServer && !seller.Clock.IsBehind && MonthlySchedule.NextLook(seller.Store) is var (look, zone) && look > seller.Clock.GetUtcNow()
            ? new MonthlyRuns(seller.Store, seller.Clock).Next(seller.Id, look, zone)
            : null;

    /// <summary>Asks for a preview.</summary>
    /// <exception cref="RunMoveException">Another run is open, or this one is being posted.</exception>
    public void Preview(RunRequest request) => Runs.Preview(seller.Seller.Code, request, seller.Author);

    /// <summary>Asks for posting.</summary>
    /// <exception cref="RunMoveException">The run is not approved.</exception>
    public void Post() => Runs.Post(seller.Seller.Code, seller.Author);

    /// <summary>Lets nobody begin anything further.</summary>
    /// <exception cref="RunMoveException">There is no open run that workers share.</exception>
    public void Pause() => Runs.Pause(seller.Seller.Code, seller.Author);

    /// <summary>Lets workers go on. A preview that another version of the program planned is planned anew.</summary>
    /// <exception cref="RunMoveException">There is no open run that workers share.</exception>
    public void GoOn(RunSummary run)
    {
        if (run.Status == RunStatus.Previewing)
        {
            Preview(new RunRequest(run.Through) { IssueDay = run.IssueDay });
        }

        Runs.Resume(seller.Seller.Code, seller.Author);
    }
}
