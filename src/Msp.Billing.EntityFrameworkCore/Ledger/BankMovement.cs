using System.Collections.Immutable;
using Msp.Billing.Ledger;

namespace Msp.Billing.EntityFrameworkCore.Ledger;

/// <summary>A movement of the bank that is dealt with: as a payment, or set aside.</summary>
/// <param name="Id">Its number in storage.</param>
/// <param name="Entry">The movement.</param>
/// <param name="Payment">The payment that it is; null where it was set aside.</param>
/// <param name="Reasons">What speaks for the invoices that the payment pays now; empty where nothing does, or it was set aside.</param>
/// <param name="Author">Who recorded it, or set it aside.</param>
/// <param name="Reason">Why it was set aside; null where it is a payment.</param>
public sealed record BankMovement(long Id, BankEntry Entry, RecordedPayment? Payment, ImmutableArray<MatchReason> Reasons, string Author, string? Reason);
