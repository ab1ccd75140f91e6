namespace Msp.Billing.Runs;

/// <summary>Why one contract of a run cannot be billed, or deserves a look, and what puts it right.</summary>
/// <param name="Contract">The contract's number.</param>
/// <param name="Code">Stable and short, such as <c>tax-rate-missing</c>, for filters and translations.</param>
/// <param name="Message">What is wrong, with the values.</param>
/// <param name="Fix">What to do.</param>
/// <param name="Blocks">Whether the contract is left unbilled; false for a warning.</param>
public sealed record RunProblem(string Contract, string Code, string Message, string Fix, bool Blocks);
