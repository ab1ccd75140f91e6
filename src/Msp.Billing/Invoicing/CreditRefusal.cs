namespace Msp.Billing.Invoicing;

/// <summary>Why a posted document cannot be credited as asked.</summary>
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
}
