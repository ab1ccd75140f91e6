using Msp.Billing.EntityFrameworkCore.Invoicing;
using Msp.Billing.Runs;

namespace Msp.Billing.EntityFrameworkCore.Runs;

/// <summary>A contract of an approved run as posting found it: a document to store, or why it has none.</summary>
/// <param name="ContractId">The contract's number in storage.</param>
/// <param name="CustomerId">The customer's number in storage.</param>
/// <param name="Document">What was approved, with its number; null where the contract owes something else by now.</param>
/// <param name="Problem">Why it is left out; null where there is a document.</param>
internal sealed record ReadyDocument(long ContractId, long CustomerId, NumberedDocument? Document, RunProblem? Problem);
