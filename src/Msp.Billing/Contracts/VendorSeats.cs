using System.Collections.Immutable;
using System.Globalization;

namespace Msp.Billing.Contracts;

/// <summary>What a line's seats commit it to: each batch that was bought, and what was given back of it in its window, the newest first.</summary>
/// <remarks>A pure function of the recorded changes of quantity. Immutable and thread-safe.</remarks>
public sealed class VendorSeats
{
    private readonly List<(SeatBatch Batch, DateOnly From, decimal Left)> _batches = [];
    private readonly List<(DateOnly Day, decimal Change)> _changes = [];

    private VendorSeats()
    {
    }

    /// <summary>The batches of which something is left, in the order of recording, with how many that is.</summary>
    public ImmutableArray<(SeatBatch Batch, decimal Left)> Batches => [.. _batches.Where(one => one.Left > 0).Select(one => (one.Batch, one.Left))];

    /// <summary>The seats of a contract's line.</summary>
    /// <param name="contract">The contract.</param>
    /// <param name="lineId">The line's number.</param>
    /// <param name="knownAt">Only what was recorded by then counts; everything when null.</param>
    public static VendorSeats Of(Contract contract, int lineId, DateTimeOffset? knownAt = null)
    {
        ArgumentNullException.ThrowIfNull(contract);
        var agreed = Array.Find(contract.AllLines(), line => line.Id == lineId)?.Quantity ?? 0m;
        return Of(agreed, contract.Amendments.Where(amendment => !(amendment.RecordedAt > knownAt)).OfType<Amendment.QuantityChanged>().Where(change => change.LineId == lineId));
    }

    /// <summary>How many seats are committed on a day, whatever is used: those that were bought by then, less those given back, until their lock ends.</summary>
    public decimal CommittedOn(DateOnly day) => _changes.Where(change => change.Day <= day).Sum(change => change.Change);

    /// <param name="agreed">The quantity on the line's first day.</param>
    /// <param name="recorded">The changes of the line's quantity, in any order.</param>
    internal static VendorSeats Of(decimal agreed, IEnumerable<Amendment.QuantityChanged> recorded)
    {
        var seats = new VendorSeats();
        var before = new List<Amendment.QuantityChanged>();
        foreach (var change in recorded.OrderBy(change => change.Number))
        {
            var quantity = QuantityOn(agreed, before, change.Day);
            if (change.Bought is { } bought)
            {
                seats._batches.Add((bought, change.Day, bought.Seats));
                seats._changes.Add((change.Day, bought.Seats));
                seats._changes.Add((bought.LockedUntil, -bought.Seats));
            }
            else if (change.Quantity < quantity)
            {
                seats.GiveBack(quantity - change.Quantity, change.Day, change.RecordedAt);
            }

            before.Add(change);
        }

        return seats;
    }

    /// <summary>The quantity of a day by what was recorded so far.</summary>
    internal static decimal QuantityOn(decimal agreed, IEnumerable<Amendment.QuantityChanged> recorded, DateOnly day) =>
        recorded.Where(change => change.Day <= day).MaxBy(change => (change.Day, change.Number))?.Quantity ?? agreed;

    /// <summary>The days on which the commitment changes, rising.</summary>
    internal IEnumerable<DateOnly> Days => _changes.Select(change => change.Day).Distinct().Order();

    /// <summary>How many seats must stay on a day, when that is said at an instant: those whose window is over and whose lock is not.</summary>
    internal decimal LockedOn(DateOnly day, DateTimeOffset at) =>
        _batches.Where(one => one.From <= day && day < one.Batch.LockedUntil && one.Batch.RemovableUntil <= at).Sum(one => one.Left);

    /// <summary>What is locked and what may still be given back, batch by batch.</summary>
    internal string Describe(DateOnly day, DateTimeOffset at) => string.Join("; ", _batches
        .Where(one => one.Left > 0 && one.From <= day && day < one.Batch.LockedUntil)
        .Select(one => one.Batch.RemovableUntil <= at
            ? string.Create(CultureInfo.InvariantCulture, $"{one.Left:0.######} bought {one.Batch.BoughtAt:yyyy-MM-dd HH:mm} are locked until {one.Batch.LockedUntil:yyyy-MM-dd}")
            : string.Create(CultureInfo.InvariantCulture, $"{one.Left:0.######} bought {one.Batch.BoughtAt:yyyy-MM-dd HH:mm} may be removed until {one.Batch.RemovableUntil:yyyy-MM-dd HH:mm}")));

    // The newest first: its window is open longest, and an older batch may be over it. Seats that no batch holds go after those that can be given back.
    private void GiveBack(decimal seats, DateOnly day, DateTimeOffset at)
    {
        for (var i = _batches.Count - 1; i >= 0 && seats > 0; i--)
        {
            var (batch, from, left) = _batches[i];
            if (batch.RemovableUntil > at && day < batch.LockedUntil)
            {
                var given = Math.Min(left, seats);
                seats -= given;
                _batches[i] = (batch, from, left - given);
                _changes.Add((day > from ? day : from, -given));
                _changes.Add((batch.LockedUntil, given));
            }
        }
    }
}
