using Msp.Billing.Amounts;

namespace Msp.Billing.EntityFrameworkCore.Ledger;

/// <summary>Something that is owed or gives something, as it is now, or as it was by the end of a day that was asked for.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Its number in storage.</param>
/// <param name="CustomerId">The customer's number in storage.</param>
/// <param name="Customer">The customer's number.</param>
/// <param name="Number">Its number.</param>
/// <param name="IssueDay">The day on it.</param>
/// <param name="DueDay">The last day to pay.</param>
/// <param name="Amount">What it was: above zero is owed to the seller, below zero to the customer.</param>
/// <param name="Open">What is left of it, with the same sign.</param>
public sealed record SettlementItem(
    OpenItemKind Kind, long Id, long CustomerId, string Customer, string Number, DateOnly IssueDay, DateOnly DueDay, Money Amount, Money Open);
