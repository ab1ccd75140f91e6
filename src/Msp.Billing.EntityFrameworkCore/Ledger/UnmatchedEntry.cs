using Msp.Billing.Ledger;

namespace Msp.Billing.EntityFrameworkCore.Ledger;

/// <summary>A movement of the bank that is not matched.</summary>
/// <param name="Id">Its number in storage.</param>
/// <param name="Entry">The movement.</param>
/// <param name="Proposal">What it is thought to pay; null where nothing speaks for any invoice.</param>
public sealed record UnmatchedEntry(long Id, BankEntry Entry, MatchProposal? Proposal);
