using Msp.Billing.Amounts;

namespace Msp.Billing.Ledger;

/// <summary>The next reminder of an invoice.</summary>
/// <param name="Item">The invoice.</param>
/// <param name="Level">Its level, from 1.</param>
/// <param name="Day">The day of the reminder.</param>
/// <param name="Title">Its title.</param>
/// <param name="Text">What the customer reads, filled in.</param>
/// <param name="Fee">What the reminder costs; zero or more.</param>
/// <param name="Interest">Interest since the due day, or since the reminder that claimed it last; zero or more.</param>
public sealed record DunningAction(OpenItem Item, int Level, DateOnly Day, string Title, string Text, Money Fee, Money Interest);
