using Msp.Billing.Amounts;
using Msp.Billing.EntityFrameworkCore.Insights;
using Msp.Billing.Insights;

namespace Msp.Billing.Cli.Output;

/// <summary>What insights look like in JSON and tables; the pages' downloads are the same.</summary>
internal static class InsightTables
{
    /// <summary>Months of MRR with the bridge to what was posted.</summary>
    public static FigureTable<MrrMonthJson> Mrr { get; } = new(
        ("month", row => row.Month), ("asOf", row => row.AsOf), ("currency", row => row.Currency), ("customers", row => row.Customers), ("contracts", row => row.Contracts),
        ("mrr", row => row.Mrr), ("arr", row => row.Arr), ("lastUsage", row => row.LastUsage), ("proration", row => row.Proration), ("change", row => row.Change),
        ("otherCadence", row => row.OtherCadence), ("usage", row => row.Usage), ("otherMonth", row => row.OtherMonth), ("notBilled", row => row.NotBilled),
        ("adjustment", row => row.Adjustment), ("credit", row => row.Credit), ("oneOff", row => row.OneOff), ("invoiced", row => row.Invoiced));

    /// <summary>Months of movement.</summary>
    public static FigureTable<MovementJson> Movement { get; } = new(
        ("month", row => row.Month), ("currency", row => row.Currency), ("opening", row => row.Opening), ("new", row => row.New), ("reactivation", row => row.Reactivation),
        ("expansion", row => row.Expansion), ("contraction", row => row.Contraction), ("churn", row => row.Churn), ("price", row => row.Price), ("closing", row => row.Closing));

    /// <summary>Customers with their margin.</summary>
    public static FigureTable<MarginJson> Margin { get; } = new(
        ("customer", row => row.Customer), ("name", row => row.Name), ("currency", row => row.Currency), ("revenue", row => row.Revenue), ("covered", row => row.Covered),
        ("uncovered", row => row.Uncovered), ("costs", row => row.Costs), ("grossProfit", row => row.GrossProfit), ("grossMargin", row => row.GrossMargin),
        ("hours", row => row.Hours), ("hourlyRate", row => row.HourlyRate));

    /// <summary>Contracts that renew or end.</summary>
    public static FigureTable<RenewalJson> Renewals { get; } = new(
        ("contract", row => row.Contract), ("customer", row => row.Customer), ("name", row => row.Name), ("termEnd", row => row.TermEnd), ("noticeBy", row => row.NoticeBy),
        ("ends", row => row.Ends), ("currency", row => row.Currency), ("mrr", row => row.Mrr), ("arr", row => row.Arr));

    /// <summary>Contracts whose prices rise next.</summary>
    public static FigureTable<UpliftDueJson> Uplifts { get; } = new(
        ("contract", row => row.Contract), ("customer", row => row.Customer), ("name", row => row.Name), ("day", row => row.Day), ("percent", row => row.Percent),
        ("noticeBy", row => row.NoticeBy), ("currency", row => row.Currency), ("mrr", row => row.Mrr), ("monthly", row => row.Monthly));

    /// <summary>What is counted and not billed.</summary>
    public static FigureTable<LeakJson> Leaks { get; } = new(
        ("contract", row => row.Contract), ("customer", row => row.Customer), ("name", row => row.Name), ("line", row => row.Line), ("charge", row => row.Charge),
        ("unit", row => row.Unit), ("kind", row => row.Kind), ("counted", row => row.Counted), ("billed", row => row.Billed), ("units", row => row.Units),
        ("since", row => row.Since), ("currency", row => row.Currency), ("monthly", row => row.Monthly));

    /// <summary>A month as it is written.</summary>
    public static MrrMonthJson Of(InsightMonth month)
    {
        decimal Part(BridgePart part) => Major(month.Bridge[part], month.Currency);
        return new MrrMonthJson(
            MonthOf(month.Month), Figures.Of(month.AsOf), month.Currency.Code, month.Customers, month.Contracts, month.Mrr.Amount, month.Arr.Amount, month.Usage.Amount,
            Part(BridgePart.Proration), Part(BridgePart.Change), Part(BridgePart.OtherCadence), Part(BridgePart.Usage), Part(BridgePart.OtherMonth),
            Part(BridgePart.NotBilled), Part(BridgePart.Adjustment), Part(BridgePart.Credit), Part(BridgePart.OneOff), month.Invoiced.Amount);
    }

    /// <summary>A movement as it is written.</summary>
    public static MovementJson Of(DateOnly month, Currency currency, in MrrMovement movement) => new(
        MonthOf(month), currency.Code, Major(movement.Opening, currency), Major(movement.New, currency), Major(movement.Reactivation, currency), Major(movement.Expansion, currency),
        Major(movement.Contraction, currency), Major(movement.Churn, currency), Major(movement.Price, currency), Major(movement.Closing, currency));

    /// <summary>A margin as it is written.</summary>
    public static MarginJson Of(MarginRow row) => new(
        row.Customer, row.Name, row.Margin.Revenue.Currency.Code, row.Margin.Revenue.Amount, row.Margin.Covered.Amount, row.Margin.Uncovered.Amount, row.Margin.Costs.Amount,
        row.Margin.GrossProfit.Amount, row.Margin.GrossMargin?.Value, row.Margin.Hours is { } hours ? Figures.Trimmed(hours) : null, row.Margin.HourlyRate?.Amount);

    /// <summary>A renewal as it is written.</summary>
    public static RenewalJson Of(RenewalRow row) => new(
        row.Contract, row.Customer, row.Name, Figures.Of(row.TermEnd), row.NoticeBy is { } day ? Figures.Of(day) : null, row.IsEnding, row.Mrr.Currency.Code, row.Mrr.Amount, (row.Mrr * 12).Amount);

    /// <summary>An uplift as it is written.</summary>
    public static UpliftDueJson Of(UpliftRow row) => new(
        row.Contract, row.Customer, row.Name, row.Uplift.Day is { } day ? Figures.Of(day) : null, row.Uplift.Step is { } step ? Figures.Trimmed(step.Value) : null,
        row.Uplift.NoticeDay is { } notice ? Figures.Of(notice) : null, row.Mrr.Currency.Code, row.Mrr.Amount, row.Uplift.Monthly?.Amount);

    /// <summary>A leak as it is written.</summary>
    public static LeakJson Of(LeakRow row) => new(
        row.Contract, row.Customer, row.Name, row.Leak.LineId, row.Leak.Charge, row.Leak.Unit, EnumText.Name(row.Leak.Kind), Figures.Trimmed(row.Leak.Counted),
        Figures.Trimmed(row.Leak.Billed), Figures.Trimmed(row.Leak.Units), Figures.Of(row.Leak.Since), row.Leak.Monthly.Currency.Code, row.Leak.Monthly.Amount);

    private static string MonthOf(DateOnly month) => month.ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture);

    private static decimal Major(long minorUnits, Currency currency) => Money.FromMinorUnits(minorUnits, currency).Amount;
}
