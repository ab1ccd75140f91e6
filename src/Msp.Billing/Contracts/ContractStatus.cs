namespace Msp.Billing.Contracts;

/// <summary>Where a contract is on a day. Stored nowhere: it is derived from dated moves.</summary>
public enum ContractStatus
{
    /// <summary>Being written; binds nobody.</summary>
    Draft = 1,

    /// <summary>Sent, not yet signed.</summary>
    AwaitingSignature = 2,

    /// <summary>Signed; its first day is still to come.</summary>
    Scheduled = 3,

    /// <summary>Running and billed.</summary>
    Active = 4,

    /// <summary>Paused: not served, not billed.</summary>
    Suspended = 5,

    /// <summary>Running and billed, with its end known.</summary>
    NoticeGiven = 6,

    /// <summary>Over: expired, terminated, or withdrawn before it began.</summary>
    Ended = 7,

    /// <summary>Over because a successor took its place.</summary>
    Renewed = 8,

    /// <summary>Paused, and under notice: not served, not billed, with its end known.</summary>
    SuspendedInNotice = 9,
}
