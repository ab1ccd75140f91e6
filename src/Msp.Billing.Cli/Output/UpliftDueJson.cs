namespace Msp.Billing.Cli.Output;

/// <summary>The next uplift of a contract; without a day where an index decides that is not recorded yet.</summary>
internal sealed record UpliftDueJson(
    string Contract, string Customer, string Name, string? Day, decimal? Percent, string? NoticeBy, string Currency, decimal Mrr, decimal? Monthly);
