using Msp.Billing.Invoicing;
using Msp.Billing.Runs;

namespace Msp.Billing.EntityFrameworkCore.Runs;

/// <summary>What a run found for one contract.</summary>
/// <param name="Outcome">Billed, explained or a problem.</param>
/// <param name="Draft">What it bills; null when nothing.</param>
/// <param name="Problem">Why it cannot be billed; null when it can.</param>
internal readonly record struct ContractDraft(RunOutcome Outcome, InvoiceDraft? Draft, RunProblem? Problem);
