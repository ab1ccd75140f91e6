namespace Msp.Billing.Documents.Accounting;

/// <summary>What a column of a bookkeeping program's file holds. One row is one line of a document.</summary>
public enum CsvField
{
    /// <summary>The customer's name.</summary>
    Customer = 1,

    /// <summary>Where the customer's documents go.</summary>
    Email = 2,

    /// <summary>Street and number.</summary>
    Street = 3,

    /// <summary>Building, floor or department.</summary>
    AdditionalStreet = 4,

    /// <summary>Town.</summary>
    City = 5,

    /// <summary>County, state or province.</summary>
    Region = 6,

    /// <summary>Postcode.</summary>
    PostCode = 7,

    /// <summary>Two-letter country.</summary>
    Country = 8,

    /// <summary>The document's number.</summary>
    Number = 9,

    /// <summary>The customer's order or reference, or else the contract.</summary>
    Reference = 10,

    /// <summary>The day on the document.</summary>
    IssueDay = 11,

    /// <summary>The last day to pay.</summary>
    DueDay = 12,

    /// <summary>The charge's code.</summary>
    Item = 13,

    /// <summary>What the line is called, with the days it is for.</summary>
    Description = 14,

    /// <summary>How many; 1 where the price of one does not give the amount.</summary>
    Quantity = 15,

    /// <summary>The price of one before tax.</summary>
    UnitAmount = 16,

    /// <summary>The line's amount before tax.</summary>
    Amount = 17,

    /// <summary>The account in the program's books.</summary>
    Account = 18,

    /// <summary>The tax's name in the program.</summary>
    Tax = 19,

    /// <summary>The document's currency.</summary>
    Currency = 20,

    /// <summary>The first day that the line is for.</summary>
    ServiceDay = 21,

    /// <summary>How long the customer has to pay.</summary>
    Terms = 22,

    /// <summary>The contract's number.</summary>
    Contract = 23,

    /// <summary>Nothing, or the same text in every row.</summary>
    Fixed = 24,
}
