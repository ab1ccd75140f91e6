using Msp.Billing.EntityFrameworkCore.Runs;

namespace Msp.Billing.Cli.Output;

/// <summary>What a run says of one contract, for programs. Amounts in major units of the currency.</summary>
internal sealed record RunItemJson(
    string Contract, string Customer, string Outcome, int Lines, string Currency, decimal Subtotal, decimal Tax, decimal Total, decimal PreviousTotal,
    decimal Difference, IReadOnlyDictionary<string, decimal> Causes, string? Document)
{
    /// <summary>The same for programs.</summary>
    public static RunItemJson Of(RunItem item)
    {
        var currency = item.Total.Currency;
        return new RunItemJson(
            item.Contract, item.Customer, EnumText.Name(item.Outcome), item.Lines, currency.Code, item.Subtotal.Amount, item.Tax.Amount, item.Total.Amount,
            item.Previous.Amount, (item.Total - item.Previous).Amount, VarianceText.Of(item.Variance, currency), item.Document);
    }
}
