using Msp.Billing.EntityFrameworkCore.Ledger;

namespace Msp.Billing.Cli.Output;

/// <summary>A reminder, proposed or recorded.</summary>
internal sealed record DunningJson(
    string? Number, string Customer, string CustomerName, string Email, string Invoice, int Level, string Day, string Title, string Text, string Currency, decimal Open, decimal Fee, decimal Interest)
{
    /// <summary>The shape of a reminder.</summary>
    public static DunningJson Of(DunningNotice notice) => new(
        notice.Number, notice.Action.Item.Customer, notice.CustomerName, notice.Email, notice.Action.Item.Invoice, notice.Action.Level, Output.Text.Day(notice.Action.Day), notice.Action.Title,
        notice.Action.Text, notice.Action.Item.Open.Currency.Code, notice.Action.Item.Open.Amount, notice.Action.Fee.Amount, notice.Action.Interest.Amount);
}
