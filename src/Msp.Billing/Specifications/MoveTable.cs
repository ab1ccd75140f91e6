using System.Collections.Frozen;
using System.Collections.Immutable;
using Stateless;
using Stateless.Graph;

namespace Msp.Billing.Specifications;

/// <summary>The moves of a state machine, read into a table once: asking costs a lookup, and the diagram is printed from the same machine.</summary>
/// <typeparam name="TStatus">Where it can be.</typeparam>
/// <typeparam name="TAction">What can be done.</typeparam>
internal sealed class MoveTable<TStatus, TAction>
    where TStatus : struct, Enum
    where TAction : struct, Enum
{
    private readonly Func<TStatus, StateMachine<TStatus, TAction>> _machine;
    private readonly FrozenDictionary<(TStatus, TAction), TStatus> _moves;

    /// <summary>Reads a machine.</summary>
    /// <param name="machine">Makes it, standing in a status.</param>
    internal MoveTable(Func<TStatus, StateMachine<TStatus, TAction>> machine)
    {
        _machine = machine;
        var moves = new Dictionary<(TStatus, TAction), TStatus>();
        foreach (var status in Enum.GetValues<TStatus>())
        {
            foreach (var action in Enum.GetValues<TAction>())
            {
                var standing = machine(status);
                if (standing.CanFire(action))
                {
                    standing.Fire(action);
                    moves.Add((status, action), standing.State);
                }
            }
        }

        _moves = moves.ToFrozenDictionary();
    }

    /// <summary>What can be done in a status, in the order of the actions' numbers.</summary>
    internal ImmutableArray<TAction> Allowed(TStatus status) => [.. Enum.GetValues<TAction>().Where(action => _moves.ContainsKey((status, action)))];

    /// <summary>The status after an action; null where there is no such move.</summary>
    internal TStatus? Next(TStatus status, TAction action) => _moves.TryGetValue((status, action), out var next) ? next : null;

    /// <summary>The machine as a Mermaid state diagram, with a line feed at each line's end.</summary>
    /// <param name="initial">Where it begins.</param>
    internal string ToMermaid(TStatus initial) => MermaidGraph.Format(_machine(initial).GetInfo(), null).ReplaceLineEndings("\n").Trim() + "\n";
}
