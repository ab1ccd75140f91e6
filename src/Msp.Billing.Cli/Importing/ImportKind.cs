namespace Msp.Billing.Cli.Importing;

/// <summary>What a file to import holds.</summary>
internal enum ImportKind
{
    /// <summary>What is sold, at which prices, and how it is taxed.</summary>
    Catalog = 1,

    /// <summary>Who buys.</summary>
    Customers = 2,

    /// <summary>What is agreed.</summary>
    Contracts = 3,

    /// <summary>What was counted and reported.</summary>
    Counts = 4,
}
