namespace Msp.Billing.Cli.Exporting;

/// <summary>For which program a journal is written.</summary>
internal enum JournalFormat
{
    /// <summary>hledger; ledger reads the same file.</summary>
    Hledger = 1,

    /// <summary>ledger; hledger reads the same file.</summary>
    Ledger = 2,

    /// <summary>beancount.</summary>
    Beancount = 3,
}
