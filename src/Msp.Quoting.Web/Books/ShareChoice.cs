namespace Msp.Quoting.Web.Books;

/// <summary>How an amount is applied.</summary>
internal enum ShareChoice
{
    /// <summary>To what fell due first.</summary>
    OldestFirst = 1,

    /// <summary>To chosen documents.</summary>
    Chosen = 2,

    /// <summary>To nothing: it stays the customer's credit.</summary>
    Keep = 3,
}
