namespace Msp.Billing.Cli.Output;

/// <summary>The MRR of a month in one currency, and how it leads to what was posted: mrr and the parts after it sum to invoiced.</summary>
internal sealed record MrrMonthJson(
    string Month, string AsOf, string Currency, int Customers, int Contracts, decimal Mrr, decimal Arr, decimal LastUsage, decimal Proration, decimal Change,
    decimal OtherCadence, decimal Usage, decimal OtherMonth, decimal NotBilled, decimal Adjustment, decimal Credit, decimal OneOff, decimal Invoiced);
