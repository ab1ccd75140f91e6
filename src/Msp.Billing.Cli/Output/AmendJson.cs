namespace Msp.Billing.Cli.Output;

/// <summary>What an amendment command recorded, or would record, and what the next run bills then.</summary>
/// <param name="Contract">The contract's number.</param>
/// <param name="DryRun">Whether nothing was recorded.</param>
/// <param name="Amendments">One, or two for a pause.</param>
/// <param name="NextRun">What the next run bills; null when it cannot be drafted, which a preview lists as a problem.</param>
internal sealed record AmendJson(string Contract, bool DryRun, IReadOnlyList<AmendmentRowJson> Amendments, NextRunJson? NextRun);
