namespace Msp.Billing.Contracts;

/// <summary>Seats of a vendor that were bought together: they may be given back for 168 hours, then they are locked to the end of the vendor's term.</summary>
public sealed record SeatBatch
{
    /// <summary>Creates a batch.</summary>
    /// <param name="seats">How many; above zero.</param>
    /// <param name="boughtAt">When they were bought from the vendor; kept in UTC.</param>
    /// <param name="lockedUntil">The first day on which they are no longer locked: the day of the vendor's renewal.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no seat.</exception>
    public SeatBatch(decimal seats, DateTimeOffset boughtAt, DateOnly lockedUntil)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(seats);
        Seats = seats;
        BoughtAt = boughtAt.ToUniversalTime();
        LockedUntil = lockedUntil;
    }

    /// <summary>How long after the purchase seats may be given back: to the hour, and at its end no more.</summary>
    public static TimeSpan Window { get; } = TimeSpan.FromHours(168);

    /// <summary>How many were bought.</summary>
    public decimal Seats { get; }

    /// <summary>When they were bought, in UTC.</summary>
    public DateTimeOffset BoughtAt { get; }

    /// <summary>The first day on which they are no longer locked.</summary>
    public DateOnly LockedUntil { get; }

    /// <summary>From this instant on they can no longer be given back.</summary>
    public DateTimeOffset RemovableUntil => BoughtAt + Window;
}
