using System.Collections.Immutable;
using System.Globalization;
using Msp.Billing.Amounts;
using Msp.Billing.Cli.Parsing;
using Msp.Billing.Contracts;

namespace Msp.Billing.Cli.Importing;

/// <summary>Reads the discounts of a line or a contract.</summary>
internal static class DiscountImport
{
    /// <summary>The properties of a discount in JSON.</summary>
    public static string[] Properties { get; } = ["discount", "name", "percent", "amount", "from", "until", "first_periods", "cadence"];

    private static readonly NumberRange Amount = NumberRange.Price with { What = "an amount" };

    /// <summary>The discounts of the list in a property; those that are refused are left out.</summary>
    public static ImmutableArray<Discount> Read(JsonRecord record, Currency currency, DiscountNumbers numbers)
    {
        var discounts = ImmutableArray.CreateBuilder<Discount>();
        foreach (var one in record.Objects("discounts", Properties))
        {
            if (One(one, currency, numbers) is { } discount)
            {
                discounts.Add(discount);
            }
        }

        return discounts.ToImmutable();
    }

    /// <summary>The discounts of a CSV row: a percentage, an amount, or both in this order.</summary>
    public static ImmutableArray<Discount> Read(CsvRow row, Currency currency, DiscountNumbers numbers)
    {
        var percent = row.Number("discount_percent", NumberRange.Discount);
        var amount = AmountOf(row, "discount_amount", currency);
        return (percent, amount) switch
        {
            (null, null) => [],
            ({ } share, null) => [Discount.OfPercent(numbers.Next(), "Discount", share)],
            (null, { } money) => [Discount.OfAmount(numbers.Next(), "Discount", money)],
            ({ } share, { } money) => [Discount.OfPercent(numbers.Next(), "Discount", share), Discount.OfAmount(numbers.Next(), "Discount", money)],
        };
    }

    /// <summary>One discount; null when a part of it is refused.</summary>
    public static Discount? One(JsonRecord record, Currency currency, DiscountNumbers numbers)
    {
        var before = record.ProblemCount;
        var number = NumberOf(record, numbers);
        var name = record.Text("name") ?? "Discount";
        var percent = record.Number("percent", NumberRange.Discount);
        var amount = AmountOf(record, "amount", currency);
        if (record.Has("percent") == record.Has("amount"))
        {
            record.Refuse("a discount is a percent or an amount: write exactly one of the two.");
        }

        var (from, until) = (record.Day("from"), record.Day("until"));
        if (until < from)
        {
            record.Refuse("until", string.Create(CultureInfo.InvariantCulture, $"{until:yyyy-MM-dd} is before the first day, {from:yyyy-MM-dd}."));
        }

        var first = record.Whole("first_periods", 1, 1_200);
        var cadence = ChargeImport.CadenceOf(record);
        if (record.ProblemCount > before)
        {
            return null;
        }

        var discount = percent is { } share ? Discount.OfPercent(number, name, share) : Discount.OfAmount(number, name, amount ?? Money.Zero(currency));
        return discount.Within(from, until, first).Every(cadence);
    }

    private static int NumberOf(JsonRecord record, DiscountNumbers numbers)
    {
        if (record.Whole("discount", 1, int.MaxValue) is not { } number)
        {
            return numbers.Next();
        }

        if (!numbers.Take(number))
        {
            record.Refuse("discount", string.Create(CultureInfo.InvariantCulture, $"number {number} is taken by another discount of the contract."));
        }

        return number;
    }

    private static Money? AmountOf(SourceRecord record, string field, Currency currency)
    {
        var range = Amount with { Decimals = currency.Decimals, Most = decimal.Floor(long.MaxValue * currency.MinorUnit) };
        return record.Number(field, range) is { } amount ? new Money(amount, currency) : null;
    }
}
