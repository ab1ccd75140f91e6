namespace Msp.Quoting.Web.Sellers;

/// <summary>The seller's clock and calendar. A company of sample data lives in its own month; every other one in ours.</summary>
/// <param name="world">The clock of the machine.</param>
/// <param name="behind">By how much the seller's clock is behind it.</param>
/// <param name="zone">Where its service days begin and end.</param>
internal sealed class SellerClock(TimeProvider world, TimeSpan behind, TimeZoneInfo zone) : TimeProvider
{
    /// <summary>Whether it is another time than everybody's.</summary>
    public bool IsBehind => behind != TimeSpan.Zero;

    /// <summary>The seller's day.</summary>
    public DateOnly Today => DayOf(GetUtcNow());

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => zone;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => world.GetUtcNow() - behind;

    /// <summary>The seller's day at an instant.</summary>
    public DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);
}
