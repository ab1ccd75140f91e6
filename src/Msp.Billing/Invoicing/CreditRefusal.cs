namespace Msp.Billing.Invoicing;

/// <summary>Why a posted document cannot be corrected as asked.</summary>
public enum CreditRefusal
{
    /// <summary>There is no document of this number.</summary>
    NoDocument = 1,

    /// <summary>The document has no such line.</summary>
    NoLine = 2,

    /// <summary>Everything of it was given back already, by credit notes or by adjustments.</summary>
    NothingLeft = 3,

    /// <summary>The credit note would stand on a day before its document.</summary>
    TooEarly = 4,

    /// <summary>The document was not billed for the contract as it is stored.</summary>
    OtherContract = 5,

    /// <summary>The lines are a credit themselves; only the whole document can be credited.</summary>
    LinesAreCredit = 6,

    /// <summary>Nothing is open of it, so there is nothing to give up.</summary>
    NothingOpen = 7,

    /// <summary>There is no correction of this number.</summary>
    NoCorrection = 8,

    /// <summary>Another correction of the document waits for a decision.</summary>
    OneIsWaiting = 9,

    /// <summary>The correction was issued or declined already.</summary>
    Decided = 10,

    /// <summary>Who proposed it may not issue it too.</summary>
    SamePerson = 11,

    /// <summary>Something was posted or paid since it was proposed, and its figures would be others now.</summary>
    FiguresChanged = 12,
}
