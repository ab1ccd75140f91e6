using Msp.Billing.Ledger;

namespace Msp.Billing.Cli.Output;

/// <summary>What a customer owes, by how long it is overdue.</summary>
internal sealed record AgeingJson(string Customer, string Currency, decimal Current, decimal Days1To30, decimal Days31To60, decimal Days61To90, decimal Over90, decimal Total)
{
    /// <summary>The shape of a row.</summary>
    public static AgeingJson Of(Ageing row) => new(
        row.Customer, row.Currency.Code, row[AgeingBucket.Current].Amount, row[AgeingBucket.Days1To30].Amount, row[AgeingBucket.Days31To60].Amount, row[AgeingBucket.Days61To90].Amount,
        row[AgeingBucket.Over90].Amount, row.Total.Amount);
}
