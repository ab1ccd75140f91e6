namespace Msp.Billing.EntityFrameworkCore.Runs;

/// <summary>What a reviewer has to do about a contract of a run. Every contract that a run keeps has exactly one.</summary>
public enum RunNeed
{
    /// <summary>It cannot be billed, has a warning, or is out of the ordinary: see <see cref="RunConcern"/>.</summary>
    Attention = 1,

    /// <summary>It bills another amount than in the run before, for a cause that explains itself.</summary>
    Changed = 2,

    /// <summary>It bills what it billed in the run before.</summary>
    Unchanged = 3,

    /// <summary>It bills nothing, and that needs no repair.</summary>
    NotBilled = 4,

    /// <summary>Somebody left it out of this run or holds it until a day.</summary>
    LeftOut = 5,
}
