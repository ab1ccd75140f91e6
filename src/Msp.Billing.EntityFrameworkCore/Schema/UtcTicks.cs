using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Msp.Billing.EntityFrameworkCore.Schema;

/// <summary>Keeps an instant as ticks of UTC: orders, compares and adds up the same on every provider.</summary>
internal sealed class UtcTicks() : ValueConverter<DateTimeOffset, long>(instant => instant.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
