using Msp.Billing.Amounts;
using Msp.Billing.Runs;

namespace Msp.Billing.EntityFrameworkCore.Runs;

/// <summary>Which contracts of a run are wanted. What is null does not restrict.</summary>
public sealed record RunItemFilter
{
    /// <summary>Only those that need this.</summary>
    public RunNeed? Need { get; init; }

    /// <summary>Only those that this cause moved.</summary>
    public VarianceCause? Cause { get; init; }

    /// <summary>Only those with this kind of flag that nobody checked; one of <see cref="RunProblemCodes"/>.</summary>
    public string? Code { get; init; }

    /// <summary>Only those billed in this currency.</summary>
    public Currency? Currency { get; init; }

    /// <summary>Only those with these letters in their number or their customer's name.</summary>
    public string? Search { get; init; }

    /// <summary>How many to leave out from the start.</summary>
    public int Skip { get; init; }

    /// <summary>At most so many; 1 or more.</summary>
    public int Take { get; init; } = 50;
}
