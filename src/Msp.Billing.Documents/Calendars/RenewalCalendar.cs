using System.Collections.Immutable;
using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Msp.Billing.Contracts;

namespace Msp.Billing.Documents.Calendars;

/// <summary>Writes the days on which contracts renew, end, or must be decided about, as an iCalendar file (RFC 5545) that mail programs subscribe to.</summary>
public static class RenewalCalendar
{
    /// <summary>The days of contracts that are still to come: the last day to give notice, the renewal, the end.</summary>
    /// <param name="contracts">The contracts as they stand on a day.</param>
    /// <param name="customerName">The name of a customer by its number.</param>
    public static ImmutableArray<CalendarEntry> EntriesOf(IEnumerable<ContractSummary> contracts, Func<string, string> customerName)
    {
        ArgumentNullException.ThrowIfNull(contracts);
        ArgumentNullException.ThrowIfNull(customerName);
        var entries = ImmutableArray.CreateBuilder<CalendarEntry>();
        foreach (var contract in contracts.Where(contract => ContractLifecycle.IsRunning(contract.Status)))
        {
            var who = $"{contract.Number}, {customerName(contract.Customer)}";
            Add(entries, contract, "decision", contract.DecisionDay, $"Decide: {who}", "Last day to give notice or to offer other terms before the contract renews.");
            Add(entries, contract, "renewal", contract.RenewalDay, $"Renews: {who}", "The contract renews on this day unless notice was given.");

            // The end is the first day that is not billed; people look for the last one that is.
            Add(entries, contract, "end", contract.End?.AddDays(-1), $"Ends: {who}", "Last day of the contract.");
        }

        return [.. entries.OrderBy(entry => entry.Day).ThenBy(entry => entry.Id, StringComparer.Ordinal)];
    }

    /// <summary>Writes a calendar.</summary>
    /// <param name="entries">Its days.</param>
    /// <param name="name">What it is called.</param>
    /// <param name="writtenAt">When it is written: programs keep the entry that was written last.</param>
    /// <returns>UTF-8 with lines ended as RFC 5545 wants them.</returns>
    public static byte[] Write(IEnumerable<CalendarEntry> entries, string name, DateTimeOffset writtenAt)
    {
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        var calendar = new Calendar { ProductId = "-//Msp.Billing//Renewals//EN" };
        calendar.AddProperty("X-WR-CALNAME", name);
        foreach (var entry in entries)
        {
            calendar.Events.Add(new CalendarEvent
            {
                Uid = entry.Id,
                DtStamp = new CalDateTime(writtenAt.UtcDateTime, "UTC"),
                DtStart = new CalDateTime(entry.Day),
                DtEnd = new CalDateTime(entry.Day.AddDays(1)),
                Summary = entry.Title,
                Description = entry.Description,
                Transparency = "TRANSPARENT",
            });
        }

        return Encoding.UTF8.GetBytes(new CalendarSerializer().SerializeToString(calendar) ?? "");
    }

    private static void Add(ImmutableArray<CalendarEntry>.Builder entries, ContractSummary contract, string kind, DateOnly? day, string title, string description)
    {
        if (day is { } known && known >= contract.AsOf)
        {
            entries.Add(new CalendarEntry(FormattableString.Invariant($"{contract.Number}-{kind}-{known:yyyyMMdd}@msp-billing"), known, title, description));
        }
    }
}
