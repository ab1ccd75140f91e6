namespace Msp.Billing.Documents.Banking;

/// <summary>What can be wrong with a bank's file.</summary>
public enum BankFileFault
{
    /// <summary>The file is empty.</summary>
    Empty = 1,

    /// <summary>The file is larger than <see cref="BankFile.Limit"/>.</summary>
    TooLarge = 2,

    /// <summary>It is no XML that is read here.</summary>
    NoXml = 3,

    /// <summary>It is XML, and not camt.053.</summary>
    NoStatement = 4,

    /// <summary>A statement does not say of which account it is.</summary>
    NoAccount = 5,

    /// <summary>A column that is needed is missing.</summary>
    NoColumn = 6,

    /// <summary>A row cannot be taken apart.</summary>
    NoRow = 7,

    /// <summary>It is not an amount.</summary>
    NoAmount = 8,

    /// <summary>It is not a currency code of ISO 4217.</summary>
    NoCurrency = 9,

    /// <summary>It is an amount, and not one in its currency: it has too many decimals, or is too large.</summary>
    NotInCurrency = 10,

    /// <summary>It is not a day.</summary>
    NoDay = 11,

    /// <summary>It does not say whether money came in or went out.</summary>
    NoDirection = 12,
}
