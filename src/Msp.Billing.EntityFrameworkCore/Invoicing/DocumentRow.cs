using Msp.Billing.Amounts;
using Msp.Billing.Invoicing;

namespace Msp.Billing.EntityFrameworkCore.Invoicing;

/// <summary>A posted document in a list.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Kind">Invoice or credit note.</param>
/// <param name="Contract">The contract's number.</param>
/// <param name="Customer">The customer's number.</param>
/// <param name="CustomerName">The customer's name as it is now.</param>
/// <param name="Run">The number of the run that posted it; empty for a correction outside a run.</param>
/// <param name="IssueDay">The day on it.</param>
/// <param name="DueDay">The last day to pay.</param>
/// <param name="Subtotal">Before tax; below zero on a credit note.</param>
/// <param name="Tax">The tax; below zero on a credit note.</param>
public sealed record DocumentRow(
    string Number, DocumentKind Kind, string Contract, string Customer, string CustomerName, string Run, DateOnly IssueDay, DateOnly DueDay, Money Subtotal, Money Tax)
{
    /// <summary>What is to be paid; below zero on a credit note.</summary>
    public Money Total => Subtotal + Tax;
}
