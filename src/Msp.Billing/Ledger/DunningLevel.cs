namespace Msp.Billing.Ledger;

/// <summary>One step of reminding: when, with which words, and what it costs.</summary>
/// <param name="DaysOverdue">From how many days after the due day; 1 or more.</param>
/// <param name="Title">Such as <c>First reminder</c>.</param>
/// <param name="Text">What the customer reads; <c>{invoice}</c>, <c>{open}</c>, <c>{due}</c> and <c>{days}</c> are filled in.</param>
/// <param name="FeeMinorUnits">The fee in minor units of the invoice's currency; zero for none.</param>
/// <param name="ChargesInterest">Whether interest since the due day is claimed with it.</param>
public sealed record DunningLevel(int DaysOverdue, string Title, string Text, long FeeMinorUnits = 0, bool ChargesInterest = false);
