namespace Msp.Billing.Runs;

/// <summary>What somebody decided about a contract while reviewing a run. Stored: numbers are never reused.</summary>
public enum RunDecisionKind
{
    /// <summary>A flag was looked at, and what the contract is billed is right. Holds while it is billed exactly that.</summary>
    Checked = 1,

    /// <summary>It is left out of this run; the next one bills what is due by then.</summary>
    LeftOut = 2,

    /// <summary>It is left out of every run through a day before the given one.</summary>
    Held = 3,

    /// <summary>An amount was given to the customer, by an amendment of the contract.</summary>
    Credited = 4,

    /// <summary>An earlier decision was taken back.</summary>
    Undone = 5,
}
