using System.Text;
using Msp.Billing.Amounts;
using Msp.Billing.Contracts;
using Msp.Billing.Documents.Calendars;

namespace Msp.Billing.Documents.Tests.Calendars;

public sealed class RenewalCalendarTests
{
    private static readonly DateTimeOffset WrittenAt = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Decision_renewal_and_last_day_are_entries_in_the_order_of_days()
    {
        var entries = RenewalCalendar.EntriesOf([Summary("C-2", end: new DateOnly(2026, 7, 1)), Summary("C-1", decide: new DateOnly(2026, 5, 2), renews: new DateOnly(2026, 6, 1))], number => $"Name of {number}");

        Assert.Equal(
            [("2026-05-02", "Decide: C-1, Name of K-1"), ("2026-06-01", "Renews: C-1, Name of K-1"), ("2026-06-30", "Ends: C-2, Name of K-1")],
            entries.Select(entry => ($"{entry.Day:yyyy-MM-dd}", entry.Title)));
    }

    [Fact]
    public void Days_that_are_over_and_contracts_that_do_not_run_are_left_out() => Assert.Empty(RenewalCalendar.EntriesOf(
        [Summary("C-1", decide: new DateOnly(2026, 2, 28)), Summary("C-2", decide: new DateOnly(2026, 5, 2)) with { Status = ContractStatus.Ended }], number => number));

    [Fact]
    public void It_is_an_iCalendar_of_whole_days_with_names_that_stay()
    {
        CalendarEntry[] entries = [new("C-1-renewal-20260601@msp-billing", new DateOnly(2026, 6, 1), "Renews: C-1, Nordwind; Söhne", "Look at it.")];

        var text = Encoding.UTF8.GetString(RenewalCalendar.Write(entries, "Contracts", WrittenAt));

        Assert.StartsWith("BEGIN:VCALENDAR\r\n", text, StringComparison.Ordinal);
        Assert.Contains("DTSTART;VALUE=DATE:20260601\r\n", text, StringComparison.Ordinal);
        Assert.Contains("DTEND;VALUE=DATE:20260602\r\n", text, StringComparison.Ordinal);
        Assert.Contains("UID:C-1-renewal-20260601@msp-billing\r\n", text, StringComparison.Ordinal);
        Assert.Contains("DTSTAMP:20260301T080000Z\r\n", text, StringComparison.Ordinal);
        Assert.Contains(@"SUMMARY:Renews: C-1\, Nordwind\; Söhne", text, StringComparison.Ordinal);
        Assert.Equal(text, Encoding.UTF8.GetString(RenewalCalendar.Write(entries, "Contracts", WrittenAt)));
        Assert.All(text.Split("\r\n"), line => Assert.True(Encoding.UTF8.GetByteCount(line) <= 75, line));
    }

    private static ContractSummary Summary(string number, DateOnly? decide = null, DateOnly? renews = null, DateOnly? end = null) => new()
    {
        Number = number,
        Customer = "K-1",
        Currency = Currency.Eur,
        AsOf = new DateOnly(2026, 3, 1),
        Status = ContractStatus.Active,
        Start = new DateOnly(2025, 6, 1),
        DecisionDay = decide,
        RenewalDay = renews,
        End = end,
    };
}
