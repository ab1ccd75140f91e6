using System.Diagnostics.CodeAnalysis;
using Msp.Billing.Periods;
using Msp.Billing.Plans;

namespace Msp.Billing.Rating;

/// <summary>Walks the natural periods of a line that fall due by a day, without allocating.</summary>
[SuppressMessage("Performance", "CA1815:Override equals and operator equals on value types", Justification = "An enumerator is walked, never compared.")]
public struct DuePeriods
{
    private readonly LineHistory _line;
    private readonly DateOnly _through;
    private readonly DateOnly _after;
    private int _index;
    private DateOnly _next;
    private bool _started;

    internal DuePeriods(LineHistory line, DateOnly through, DateOnly after)
    {
        _line = line;
        _through = through;
        _after = after;
    }

    /// <summary>The natural period.</summary>
    public ServicePeriod Current { get; private set; }

    /// <summary>Itself, for a loop.</summary>
    public readonly DuePeriods GetEnumerator() => this;

    /// <summary>Goes to the next due period.</summary>
    /// <returns>False when there is none.</returns>
    public bool MoveNext()
    {
        var held = _line.Held;
        if (held.IsEmpty)
        {
            return false;
        }

        if (_line.Line.Charge.Timing == ChargeTiming.Once)
        {
            return MoveOnce(held[0].Start);
        }

        var cadence = _line.Line.Charge.Cadence;
        var arrears = _line.Line.Charge.Timing == ChargeTiming.Arrears;
        if (!_started)
        {
            _started = true;
            _index = _line.Anchor.IndexOf(cadence, _after > held[0].Start ? _after : held[0].Start, out _next);
        }

        var last = held[^1].End;
        while (_next < last && (arrears ? _next < _through : _next <= _through))
        {
            var start = _next;
            _next = _line.Anchor.Boundary(cadence, ++_index);
            var natural = new ServicePeriod(start, _next);
            if (_next > _after && _line.IsHeldIn(natural) && _line.DueDay(natural) <= _through)
            {
                Current = natural;
                return true;
            }
        }

        return false;
    }

    private bool MoveOnce(DateOnly day)
    {
        if (_started || day > _through || day < _after)
        {
            return false;
        }

        _started = true;
        Current = new ServicePeriod(day, day.AddDays(1));
        return true;
    }
}
