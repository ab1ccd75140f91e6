using Microsoft.Extensions.Logging;
using Msp.Billing.EntityFrameworkCore;
using Msp.Billing.EntityFrameworkCore.Sharing;
using Quartz;

namespace Msp.Billing.Cluster;

/// <summary>Begins the run of the last month for every seller that has none.</summary>
internal sealed partial class MonthJob(ClusterSettings settings, TimeProvider clock, ILogger<MonthJob> log) : IJob
{
    internal static readonly JobKey Key = new("ensure-month", "billing-schedule");

    /// <summary>Whom the log names as the one who began it.</summary>
    internal const string Author = "schedule";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await Task.Run(
            () =>
            {
                using var store = BillingStorage.Open(settings.Database);
                foreach (var month in new MonthlyRuns(store, clock) { Only = settings.BeginsMonthsOf }.Ensure(Author))
                {
                    Looked(log, month.Seller, month.Run ?? "none", month.Refusal ?? "");
                }
            },
            CancellationToken.None).ConfigureAwait(false);

    [LoggerMessage(Level = LogLevel.Information, Message = "The month of {Seller}: run {Run}. {Refusal}")]
    private static partial void Looked(ILogger log, string seller, string run, string refusal);
}
