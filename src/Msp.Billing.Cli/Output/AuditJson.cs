namespace Msp.Billing.Cli.Output;

/// <summary>The log for programs.</summary>
/// <param name="Entries">Those that were asked for, the oldest first.</param>
/// <param name="Total">How many the log has.</param>
/// <param name="FirstFault">The place of the first entry that was changed or taken out; null when the chain is whole.</param>
internal sealed record AuditJson(IReadOnlyList<AuditEntryJson> Entries, int Total, long? FirstFault);
