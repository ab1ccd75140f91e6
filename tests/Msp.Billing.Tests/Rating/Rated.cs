using System.Globalization;
using Msp.Billing.Amounts;
using Msp.Billing.Catalog;
using Msp.Billing.Contracts;
using Msp.Billing.Plans;
using Msp.Billing.Rating;
using Msp.Billing.Tests.Invoicing;
using Msp.Billing.Usage;

namespace Msp.Billing.Tests.Rating;

/// <summary>What a line owes, for a test: terms, a history, an amount as text.</summary>
internal static class Rated
{
    public static DateOnly Day(string day) => Books.Day(day);

    public static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    public static Charge Per(BillingUnit unit, Pricing pricing) => new("charge", "Charge", unit, pricing);

    public static Charge Flat(decimal price) => Per(BillingUnit.Flat, Pricing.Flat(price, Currency.Eur));

    public static Contract Contract(ContractTerms terms) => new("C-1", "K-1", terms, Books.At(terms.Start.AddYears(-1)), ContractStatus.Scheduled);

    /// <summary>A contract of one line from a day, to a first day not billed.</summary>
    public static Contract Contract(Charge charge, decimal quantity, string start, string? end = null, string? anchorStart = null) => Contract(
        new ContractTerms(Currency.Eur, Day(anchorStart ?? start), new ContractLine(1, charge, quantity)
        {
            Start = Day(start),
            End = end is null ? null : Day(end),
        }));

    public static ContractHistory History(Contract contract, params UsageCount[] counts) => ContractHistory.Of(contract, counts, null);

    public static UsageCount Count(string day, decimal quantity) => new(1, Day(day), quantity, Books.At(Day(day)));

    /// <summary>What line 1 owes for the natural period that holds the day.</summary>
    public static RatedPeriod Period(Contract contract, string day, params UsageCount[] counts)
    {
        var line = History(contract, counts).Lines[0];
        return Rater.Rate(line, line.PeriodFrom(Day(day)), contract.Terms, new RatedPieces());
    }

    public static string Amount(Contract contract, string day, params UsageCount[] counts) =>
        Money.FromMinorUnits(Period(contract, day, counts).MinorUnits, contract.Terms.Currency).Amount.ToString(CultureInfo.InvariantCulture);

    /// <summary>The due periods as <c>2026-01-31..2026-02-27 due 2026-01-31</c>.</summary>
    public static string[] Due(LineHistory line, string through, string? after = null)
    {
        var due = new List<string>();
        foreach (var natural in line.Due(Day(through), after is null ? null : Day(after)))
        {
            due.Add($"{natural.Start:yyyy-MM-dd}..{natural.LastDay:yyyy-MM-dd} due {line.DueDay(natural):yyyy-MM-dd}");
        }

        return [.. due];
    }
}
