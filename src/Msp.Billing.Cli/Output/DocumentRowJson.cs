using Msp.Billing.EntityFrameworkCore.Invoicing;

namespace Msp.Billing.Cli.Output;

/// <summary>A posted document in a list.</summary>
internal sealed record DocumentRowJson(
    string Number, string Kind, string Contract, string Customer, string CustomerName, string Run, string IssueDay, string DueDay, string Currency,
    decimal Subtotal, decimal Tax, decimal Total)
{
    /// <summary>The shape of a row.</summary>
    public static DocumentRowJson Of(DocumentRow row) => new(
        row.Number, EnumText.Name(row.Kind), row.Contract, row.Customer, row.CustomerName, row.Run, Text.Day(row.IssueDay), Text.Day(row.DueDay),
        row.Total.Currency.Code, row.Subtotal.Amount, row.Tax.Amount, row.Total.Amount);
}
