using System.Collections.Immutable;
using System.Globalization;
using Msp.Billing.Amounts;
using Msp.Billing.Catalog;
using Msp.Billing.Cli.Parsing;
using Msp.Billing.Contracts;
using Msp.Billing.Plans;

namespace Msp.Billing.Cli.Importing;

/// <summary>Reads the line of a contract: a charge with its quantity, its days and its discounts.</summary>
internal static class LineImport
{
    /// <summary>The fields of a line that are not those of its charge and price.</summary>
    public static string[] Fields { get; } = ["line", "quantity", "committed", "site", "line_start", "line_end", "never_uplifted"];

    /// <summary>The properties of a line in JSON.</summary>
    public static string[] Properties { get; } = [.. Fields, .. ChargeImport.Fields, "pricing", "discounts"];

    /// <summary>The line; null when a part of it is refused.</summary>
    /// <param name="record">The fields of the line.</param>
    /// <param name="currency">The contract's currency.</param>
    /// <param name="contractStart">The contract's first day; null when it could not be read.</param>
    /// <param name="numbers">The contract's discount numbers.</param>
    /// <param name="free">The number of a line that names none; null where it must name one.</param>
    public static ContractLine? Read(SourceRecord record, Currency currency, DateOnly? contractStart, DiscountNumbers numbers, int? free = null)
    {
        var before = record.ProblemCount;
        var number = record.Whole("line", 1, int.MaxValue) ?? (record.Has("line") ? null : free) ?? record.Missing<int>("line", "1");
        var charge = ChargeImport.Read(record, currency);
        var quantity = QuantityOf(record, charge, record.ProblemCount == before);
        var committed = record.Number("committed", NumberRange.Quantity) ?? 0m;
        var (start, end) = (record.Day("line_start"), record.Day("line_end"));
        var site = record.Text("site");
        var neverUplifted = record.YesNo("never_uplifted") ?? false;
        var discounts = DiscountsOf(record, currency, numbers);
        CheckUnits(record, charge, quantity, committed);
        if (end is { } last && (start ?? contractStart) is { } first && last < first)
        {
            record.Refuse("line_end", string.Create(CultureInfo.InvariantCulture, $"{last:yyyy-MM-dd} is before the line's first day, {first:yyyy-MM-dd}."));
        }

        return record.ProblemCount > before || charge is null
            ? null
            : new ContractLine(number, charge, quantity)
            {
                CommittedQuantity = committed,
                Site = site,
                Start = start,
                End = end,
                NeverUplifted = neverUplifted,
                Discounts = discounts,
            };
    }

    private static ImmutableArray<Discount> DiscountsOf(SourceRecord record, Currency currency, DiscountNumbers numbers) => record switch
    {
        JsonRecord json => DiscountImport.Read(json, currency, numbers),
        CsvRow row => DiscountImport.Read(row, currency, numbers),
        _ => [],
    };

    // A flat fee is one, and a reported quantity is reported; any other quantity that is left out would bill nothing, silently.
    private static decimal QuantityOf(SourceRecord record, Charge? charge, bool good)
    {
        if (record.Number("quantity", NumberRange.Quantity) is { } quantity)
        {
            return quantity;
        }

        if (record.Has("quantity") || charge is null || !good)
        {
            return 0m;
        }

        if (charge.Basis == QuantityBasis.Reported)
        {
            return 0m;
        }

        return charge.Unit.Equals(BillingUnit.Flat) ? 1m : record.Missing<decimal>("quantity", "45");
    }

    private static void CheckUnits(SourceRecord record, Charge? charge, decimal quantity, decimal committed)
    {
        if (charge is null)
        {
            return;
        }

        if (!charge.Unit.AllowsFractions)
        {
            CheckWhole(record, "quantity", quantity, charge.Unit);
            CheckWhole(record, "committed", committed, charge.Unit);
        }

        if (!IsPayable(charge.Pricing, Math.Max(quantity, committed)))
        {
            record.Refuse("quantity", string.Create(
                CultureInfo.InvariantCulture, $"{quantity} {charge.Unit.Plural} at {charge.Pricing} are more than an amount can hold; check quantity and price."));
        }
    }

    private static void CheckWhole(SourceRecord record, string field, decimal quantity, BillingUnit unit)
    {
        if (decimal.Truncate(quantity) != quantity)
        {
            record.Refuse(field, string.Create(CultureInfo.InvariantCulture, $"{quantity} is not whole; {unit.Plural} are counted in whole numbers."));
        }
    }

    private static bool IsPayable(Pricing pricing, decimal quantity)
    {
        try
        {
            Rounding.ToMinorUnits(Math.Max(pricing.Exact(quantity), pricing.MinimumSpend), 1, pricing.Currency.Decimals, RoundingMode.HalfAwayFromZero);
            return true;
        }
        catch (OverflowException)
        {
            return false;
        }
    }
}
