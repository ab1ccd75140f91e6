using Msp.Billing.Amounts;
using Msp.Billing.Catalog;
using Msp.Billing.Cli.Parsing;
using Msp.Billing.Periods;
using Msp.Billing.Plans;

namespace Msp.Billing.Cli.Importing;

/// <summary>Reads a charge, of a contract's line or of a plan.</summary>
internal static class ChargeImport
{
    /// <summary>The fields of a charge without those of its price.</summary>
    public static string[] Fields { get; } =
    [
        "charge", "name", "unit", "service", "cadence", "timing", "day_count", "basis", "increase", "decrease", "tax_category", "account", "unit_cost",
    ];

    /// <summary>The charge; null when a part of it is refused.</summary>
    /// <param name="record">The fields of the charge.</param>
    /// <param name="currency">The currency of its prices.</param>
    public static Charge? Read(SourceRecord record, Currency currency)
    {
        var before = record.ProblemCount;
        var pricing = PricingOf(record, currency);
        var code = record.RequiredText("charge", "managed-user");
        var name = record.RequiredText("name", "Managed users");
        var unit = UnitOf(record, pricing);
        var timing = record.Word("timing", Vocabulary.Timings) ?? ChargeTiming.Advance;
        var basis = record.Word("basis", Vocabulary.Bases) ?? QuantityBasis.Timeline;
        var cadence = CadenceOf(record);
        CheckBasis(record, basis, timing);
        var dayCount = record.Word("day_count", Vocabulary.DayCounts) ?? DayCount.ActualOverActual;
        var increase = record.Word("increase", Vocabulary.ChangePolicies) ?? ChangePolicy.Immediately;
        var decrease = record.Word("decrease", Vocabulary.ChangePolicies) ?? ChangePolicy.Immediately;
        var category = record.Word("tax_category", Vocabulary.TaxCategories) ?? TaxCategory.Standard;
        var account = record.Text("account");
        var service = record.Text("service");
        var cost = record.Number("unit_cost", NumberRange.Price);
        return record.ProblemCount > before || pricing is null || unit is null
            ? null
            : new Charge(code, name, unit, pricing)
            {
                Service = service,
                Cadence = cadence,
                Timing = timing,
                DayCount = dayCount,
                Basis = basis,
                Increase = increase,
                Decrease = decrease,
                TaxCategory = category,
                LedgerAccount = account ?? "",
                UnitCost = cost,
            };
    }

    /// <summary>A cadence in a field; monthly when it is absent or refused.</summary>
    public static Cadence CadenceOf(SourceRecord record)
    {
        if (record.Text("cadence") is not { } text)
        {
            return Cadence.Monthly;
        }

        if (Cadence.TryParse(text, out var cadence))
        {
            return cadence;
        }

        record.Refuse("cadence", $"'{SourceRecord.Shortened(text)}' is not a cadence; write how many months, weeks or days, such as 1M, 3M, 12M, 2W or 10D.");
        return Cadence.Monthly;
    }

    private static Pricing? PricingOf(SourceRecord record, Currency currency)
    {
        if (record is not JsonRecord json)
        {
            return PricingImport.Read(record, currency);
        }

        if (json.Object("pricing", PricingImport.Fields) is { } pricing)
        {
            return PricingImport.Read(pricing, currency);
        }

        json.Missing<int>("pricing", "{\"model\": \"per-unit\", \"price\": 38.50}");
        return null;
    }

    private static BillingUnit? UnitOf(SourceRecord record, Pricing? pricing)
    {
        if (record.Has("unit") || pricing is not { Model: PricingModel.Flat })
        {
            var unit = record.Unit("unit");
            if (unit is null)
            {
                record.Missing<int>("unit", "user");
            }

            return unit;
        }

        return BillingUnit.Flat;
    }

    private static void CheckBasis(SourceRecord record, QuantityBasis basis, ChargeTiming timing)
    {
        if (basis is not (QuantityBasis.Timeline or QuantityBasis.PeriodStart) && timing != ChargeTiming.Arrears)
        {
            record.Refuse("timing", $"a quantity by basis {Vocabulary.Bases.Of(basis)} is known only when the period is over; write arrears.");
        }
    }
}
