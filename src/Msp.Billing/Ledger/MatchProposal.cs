using System.Collections.Immutable;
using Msp.Billing.Amounts;

namespace Msp.Billing.Ledger;

/// <summary>Which invoices a movement of the bank is thought to pay, and why.</summary>
/// <param name="Customer">The customer's number.</param>
/// <param name="Shares">The invoices and what each gets; empty where only the customer is known.</param>
/// <param name="Reasons">Why, in the order of their weight.</param>
/// <param name="IsCertain">Whether it may be booked without asking: the payer named invoices of one customer, and the amount is theirs.</param>
public sealed record MatchProposal(string Customer, ImmutableArray<(string Invoice, Money Amount)> Shares, ImmutableArray<MatchReason> Reasons, bool IsCertain);
