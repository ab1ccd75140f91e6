using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Msp.Billing.EntityFrameworkCore.Sharing;

/// <summary>Something to do for a run. It may be handed out never, once or many times, to anybody: the database knows what is done.</summary>
/// <param name="Kind">What there is to do.</param>
/// <param name="SellerId">The seller's number in storage.</param>
/// <param name="RunId">The run's number in storage.</param>
/// <param name="Plan">The plan that it belongs to; a run that is previewed again has another one.</param>
/// <param name="Chunk">The chunk's number, from 1; 0 for what is not a chunk.</param>
public sealed record RunTask(RunTaskKind Kind, long SellerId, long RunId, long Plan, int Chunk)
{
    /// <summary>A name that no other task has; <see cref="TryParse"/> reads it.</summary>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"{(int)Kind}-{SellerId}-{RunId}-{Plan}-{Chunk}");

    /// <summary>Reads a name.</summary>
    /// <param name="name">What <see cref="Name"/> gave.</param>
    /// <param name="task">The task; null when it is no such name.</param>
    public static bool TryParse(string name, [NotNullWhen(true)] out RunTask? task)
    {
        ArgumentNullException.ThrowIfNull(name);
        var parts = name.Split('-');
        Span<long> numbers = stackalloc long[5];
        task = null;
        if (parts.Length != numbers.Length)
        {
            return false;
        }

        for (var i = 0; i < numbers.Length; i++)
        {
            if (!long.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i]))
            {
                return false;
            }
        }

        if (numbers[0] is < 1 or > 3 || numbers[4] > int.MaxValue)
        {
            return false;
        }

        task = new RunTask((RunTaskKind)numbers[0], numbers[1], numbers[2], numbers[3], (int)numbers[4]);
        return true;
    }
}
