namespace Msp.Billing.Rating;

/// <summary>Room for the pieces of one period, used again for the next: rating allocates nothing once it has grown.</summary>
/// <remarks>Not thread-safe: each thread brings its own.</remarks>
public sealed class RatedPieces
{
    private RatedPiece[] _pieces = new RatedPiece[4];

    /// <summary>How many pieces the period has; zero when no day is held.</summary>
    public int Count { get; private set; }

    /// <summary>A piece by its place, from zero, in the order of days.</summary>
    public ref readonly RatedPiece this[int index] => ref AsSpan()[index];

    /// <summary>The pieces in the order of days; valid until the next period is rated.</summary>
    public ReadOnlySpan<RatedPiece> AsSpan() => _pieces.AsSpan(0, Count);

    internal void Clear() => Count = 0;

    internal void Add(in RatedPiece piece)
    {
        if (Count == _pieces.Length)
        {
            Array.Resize(ref _pieces, Count * 2);
        }

        _pieces[Count++] = piece;
    }
}
