namespace Msp.Billing.EntityFrameworkCore.Runs;

/// <summary>How much the flags of a contract matter that nobody checked yet; the most of them decides.</summary>
public enum RunConcern
{
    /// <summary>It must be put right, checked where it can be billed as it is, or left out, before the run can be approved.</summary>
    Blocked = 1,

    /// <summary>It can be billed, but it may be wrong.</summary>
    Warning = 2,

    /// <summary>It is out of the ordinary, and right as far as anybody can tell.</summary>
    Notice = 3,
}
