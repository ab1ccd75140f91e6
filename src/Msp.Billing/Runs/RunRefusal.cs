namespace Msp.Billing.Runs;

/// <summary>Why a run does not do what it was asked, for those who say it in another language.</summary>
public enum RunRefusal
{
    /// <summary>Its status does not allow it; <see cref="RunMoveException.Allowed"/> says what it does allow.</summary>
    Status = 1,

    /// <summary>There is no such run, or none that is open.</summary>
    NoRun = 2,

    /// <summary>Another run is open.</summary>
    OtherRun = 3,

    /// <summary>The same person made it.</summary>
    SamePerson = 4,

    /// <summary>The same person decided what it bills.</summary>
    SameDecider = 5,

    /// <summary>Something that blocks is neither put right nor checked nor left out.</summary>
    Unresolved = 6,

    /// <summary>A credit was given after the preview was built.</summary>
    CreditNotPreviewed = 7,

    /// <summary>The run says nothing of that contract.</summary>
    NotInRun = 8,

    /// <summary>The contract cannot be billed, so there is nothing to check.</summary>
    CannotBeChecked = 9,

    /// <summary>The day would hold back nothing.</summary>
    HoldsNothing = 10,

    /// <summary>The credit is more than what the run bills for the line's kind of tax.</summary>
    CreditTooLarge = 11,

    /// <summary>The credit would not be billed by the run.</summary>
    CreditNotDue = 12,

    /// <summary>There is no such decision, or it was taken back.</summary>
    NoDecision = 13,

    /// <summary>The run has gone on since.</summary>
    TooLate = 14,

    /// <summary>A customer that it is to be for is unknown.</summary>
    NoCustomer = 15,
}
