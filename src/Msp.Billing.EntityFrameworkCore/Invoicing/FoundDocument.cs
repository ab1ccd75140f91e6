using Msp.Billing.Amounts;
using Msp.Billing.Invoicing;

namespace Msp.Billing.EntityFrameworkCore.Invoicing;

/// <summary>A posted document in a list, with what is open of it.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Kind">Invoice or credit note.</param>
/// <param name="Contract">The contract's number.</param>
/// <param name="Customer">The customer's number.</param>
/// <param name="CustomerName">The customer's name.</param>
/// <param name="Run">The run that posted it; empty for a correction outside a run.</param>
/// <param name="IssueDay">The day on it.</param>
/// <param name="DueDay">The last day to pay.</param>
/// <param name="Net">Before tax.</param>
/// <param name="Tax">The tax.</param>
/// <param name="Open">What is owed; below zero what a credit note has left to give.</param>
/// <param name="State">How it stands.</param>
public sealed record FoundDocument(
    string Number, DocumentKind Kind, string Contract, string Customer, string CustomerName, string Run, DateOnly IssueDay, DateOnly DueDay, Money Net, Money Tax, Money Open,
    DocumentState State)
{
    /// <summary>With tax.</summary>
    public Money Total => Net + Tax;
}
