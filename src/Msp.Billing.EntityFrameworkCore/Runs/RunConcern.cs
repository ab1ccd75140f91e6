namespace Msp.Billing.EntityFrameworkCore.Runs;

/// <summary>Why a contract of a run deserves a look before it is approved.</summary>
public enum RunConcern
{
    /// <summary>It cannot be billed until something is put right.</summary>
    Blocked = 1,

    /// <summary>It can be billed, but something it bills by is missing.</summary>
    Warning = 2,

    /// <summary>It is given money back.</summary>
    CreditNote = 3,

    /// <summary>It is billed for the first time, while others have been before.</summary>
    FirstInvoice = 4,

    /// <summary>Its amount moved by more than a quarter of what the run before billed; periods longer than a run's do not count.</summary>
    LargeChange = 5,
}
