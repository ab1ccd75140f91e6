using Msp.Billing.EntityFrameworkCore.Delivery;

namespace Msp.Billing.Cli.Output;

/// <summary>How far the documents of a run are on their way, for programs.</summary>
/// <param name="Run">The run's number.</param>
/// <param name="Documents">How many it posted.</param>
/// <param name="Sent">How many were handed over, now or before.</param>
/// <param name="WithoutAddress">Those whose customer has no e-mail address.</param>
/// <param name="Failed">Those that were not taken.</param>
internal sealed record RunDeliveryJson(string Run, int Documents, int Sent, IReadOnlyList<string> WithoutAddress, IReadOnlyList<RunDeliveryFailureJson> Failed)
{
    /// <summary>The same for programs.</summary>
    public static RunDeliveryJson Of(DeliveryReport report) => new(
        report.Run, report.Documents, report.Sent, report.WithoutAddress, [.. report.Failed.Select(one => new RunDeliveryFailureJson(one.Document, one.Reason))]);
}
