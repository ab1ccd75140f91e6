using Msp.Billing.Catalog;

namespace Msp.Billing.Cli.Importing;

/// <summary>What is stored already, as far as a file must fit to it. What is null is not checked, as in a dry run without a database.</summary>
internal sealed class KnownRecords
{
    /// <summary>Nothing is known; every reference is taken as right.</summary>
    public static KnownRecords Unchecked { get; } = new();

    /// <summary>Whether there is a customer with a number.</summary>
    public Func<string, bool>? HasCustomer { get; init; }

    /// <summary>Whether a customer has a site with a code.</summary>
    public Func<string, string, bool>? HasSite { get; init; }

    /// <summary>The catalogue that is stored; what a file brings anew takes the place of what has the same code.</summary>
    public ImportedCatalog Catalog { get; init; } = ImportedCatalog.Empty;

    /// <summary>The seller's day: prices up to and including it do not change. Null to allow any.</summary>
    public DateOnly? Today { get; init; }

    /// <summary>Whether there is a contract with a number.</summary>
    public Func<string, bool>? HasContract { get; init; }

    /// <summary>The units of a contract's lines by line number; null where there is no such contract.</summary>
    public Func<string, IReadOnlyDictionary<int, BillingUnit>?>? LinesOf { get; init; }
}
