using Msp.Billing.Amounts;

namespace Msp.Billing.Ledger;

/// <summary>An invoice that is not settled.</summary>
/// <param name="Invoice">Its number.</param>
/// <param name="Customer">The customer's number.</param>
/// <param name="IssueDay">The day on it.</param>
/// <param name="DueDay">The last day to pay.</param>
/// <param name="Open">What is still to be paid, tax included; above zero.</param>
public readonly record struct OpenItem(string Invoice, string Customer, DateOnly IssueDay, DateOnly DueDay, Money Open)
{
    /// <summary>How many days it is overdue on a day; zero or less when it is not.</summary>
    public int DaysOverdue(DateOnly day) => day.DayNumber - DueDay.DayNumber;
}
