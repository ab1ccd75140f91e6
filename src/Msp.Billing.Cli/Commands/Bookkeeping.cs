using System.CommandLine;
using System.Globalization;
using Msp.Billing.Amounts;
using Msp.Billing.Contracts;
using Msp.Billing.EntityFrameworkCore;

namespace Msp.Billing.Cli.Commands;

/// <summary>What the commands of the books have in common: days that default to today, amounts in the seller's currency, invoices with amounts.</summary>
internal static class Bookkeeping
{
    /// <summary>Today where the seller is.</summary>
    public static DateOnly Today(CommandContext context, Seller seller)
    {
        var now = context.Clock.GetUtcNow();
        return TimeZoneInfo.TryFindSystemTimeZoneById(seller.TimeZone, out var zone)
            ? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime)
            : DateOnly.FromDateTime(now.UtcDateTime);
    }

    /// <summary>The open database and its seller.</summary>
    public static (BillingStore Store, long SellerId, Seller Seller) Open(CommandContext context)
    {
        var store = context.OpenStore();
        try
        {
            var (id, seller) = context.SellerOf(store);
            return (store, id, seller);
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    /// <summary>An amount such as <c>119.00</c> in the seller's currency, or <c>119.00 USD</c>.</summary>
    /// <exception cref="CommandException">It is no amount.</exception>
    public static Money Amount(string? text, Currency currency)
    {
        var whole = text?.Trim() is { } trimmed && trimmed.Contains(' ', StringComparison.Ordinal) ? trimmed : $"{text?.Trim()} {currency}";
        return Money.TryParse(whole, out var money)
            ? money
            : throw CommandException.Usage(string.Create(
                CultureInfo.InvariantCulture, $"'{text}' is not an amount; write it as {new Money(119m, currency).ToString()[..^4]} or \"{new Money(119m, currency)}\"."));
    }

    /// <summary>Invoices as <c>INV-2026-0000001</c> or <c>INV-2026-0000001=50.00</c>.</summary>
    public static IReadOnlyList<(string Invoice, Money? Amount)> Invoices(string[]? values, Currency currency) =>
    [
        .. (values ?? []).Select(value => value.Split('=', 2) is [var number, var amount] ? (number, (Money?)Amount(amount, currency)) : (value, null)),
    ];

    /// <summary>An option for invoices and amounts.</summary>
    public static Option<string[]> InvoiceOption(string description) => new("--invoice") { Description = description, HelpName = "NUMBER[=AMOUNT]", AllowMultipleArgumentsPerToken = false };
}
