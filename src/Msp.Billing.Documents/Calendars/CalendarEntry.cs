namespace Msp.Billing.Documents.Calendars;

/// <summary>A day that somebody should not miss.</summary>
/// <param name="Id">The same for the same thing each time the calendar is written, so that a program moves the entry and does not add another.</param>
/// <param name="Day">The day, in the seller's time zone.</param>
/// <param name="Title">What happens on it.</param>
/// <param name="Description">What to do about it.</param>
public sealed record CalendarEntry(string Id, DateOnly Day, string Title, string Description);
