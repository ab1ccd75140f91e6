using Msp.Billing.Quotes;

namespace Msp.Billing.Cli.Output;

/// <summary>What an option costs, before tax, for programs.</summary>
internal sealed record QuoteOptionJson(
    string Code, string Name, int? TermMonths, string Currency, decimal Monthly, decimal OneOff, decimal YearOne, decimal? WholeTerm, decimal Discount, IReadOnlyList<ForecastMonthJson> Invoices)
{
    /// <summary>A priced option.</summary>
    public static QuoteOptionJson Of(OptionFigures figures) => new(
        figures.Option.Code, figures.Option.Name, figures.Option.TermMonths, figures.Monthly.Currency.Code, figures.Monthly.Amount, figures.OneOff.Amount, figures.YearOne.Amount,
        figures.WholeTerm?.Amount, figures.Discount.Amount,
        [.. figures.Invoices.Select(invoice => new ForecastMonthJson(
            Figures.Of(invoice.Day), invoice.Draft.Currency.Code, invoice.Draft.Lines.Length, invoice.Draft.Subtotal.Amount, invoice.Draft.Tax.Amount, invoice.Draft.Total.Amount))]);
}
