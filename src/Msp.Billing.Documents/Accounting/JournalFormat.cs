namespace Msp.Billing.Documents.Accounting;

/// <summary>For which program a journal is written.</summary>
public enum JournalFormat
{
    /// <summary>hledger; ledger reads the same file.</summary>
    Hledger = 1,

    /// <summary>ledger; hledger reads the same file.</summary>
    Ledger = 2,

    /// <summary>beancount.</summary>
    Beancount = 3,
}
