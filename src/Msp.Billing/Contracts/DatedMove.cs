namespace Msp.Billing.Contracts;

/// <summary>A move on its day, without who recorded it and why: what the course of a contract is computed from.</summary>
/// <param name="Day">The day from which it holds.</param>
/// <param name="Action">What happens.</param>
/// <param name="End">For notice: the first day not billed that it asks for; null for the earliest.</param>
/// <param name="Number">Its amendment's number.</param>
internal readonly record struct DatedMove(DateOnly Day, ContractAction Action, DateOnly? End, int Number);
