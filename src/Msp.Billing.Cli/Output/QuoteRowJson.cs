using Msp.Billing.EntityFrameworkCore.Quotes;

namespace Msp.Billing.Cli.Output;

/// <summary>A quote in a list, for programs.</summary>
internal sealed record QuoteRowJson(
    string Number, int Revision, string Customer, string CustomerName, string Title, string Owner, string Status, string? Currency, decimal? Monthly, DateOnly? ValidUntil,
    DateTimeOffset UpdatedAt, DateTimeOffset? SeenAt)
{
    /// <summary>A row as it is listed.</summary>
    public static QuoteRowJson Of(QuoteListRow row) => new(
        row.Number, row.Revision, row.Customer, row.CustomerName, row.Title, row.Owner, EnumText.Name(row.Status), row.Monthly?.Currency.Code, row.Monthly?.Amount, row.ValidUntil,
        row.UpdatedAt, row.SeenAt);
}
