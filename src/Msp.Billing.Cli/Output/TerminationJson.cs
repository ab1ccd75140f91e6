namespace Msp.Billing.Cli.Output;

/// <summary>What it costs to leave a contract, for programs.</summary>
internal sealed record TerminationJson(
    string Contract, DateOnly On, DateOnly NoticeGiven, DateOnly RegularEnd, string Currency, decimal Fee, IReadOnlyList<TerminationLineJson> Lines, ExplanationJson Explanation);
