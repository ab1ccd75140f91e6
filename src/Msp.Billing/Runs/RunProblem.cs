using System.Collections.Immutable;

namespace Msp.Billing.Runs;

/// <summary>Why one contract of a run cannot be billed, or deserves a look, and what puts it right.</summary>
/// <param name="Contract">The contract's number.</param>
/// <param name="Code">Stable and short, one of <see cref="RunProblemCodes"/>, for filters and translations.</param>
/// <param name="Message">What is wrong, with the values, in English.</param>
/// <param name="Fix">What to do, in English.</param>
/// <param name="Blocks">Whether it must be put right, checked or left out before the run can be approved; false for a warning.</param>
public sealed record RunProblem(string Contract, string Code, string Message, string Fix, bool Blocks)
{
    /// <summary>Whether it only says what is out of the ordinary, and nothing may be wrong.</summary>
    public bool IsNotice { get; init; }

    /// <summary>The values of the message, to say it in another language.</summary>
    public ImmutableArray<RunFact> Facts { get; init; } = [];
}
