using Msp.Billing.Catalog;
using Msp.Billing.Plans;

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

    /// <summary>Whether there is a service with a code.</summary>
    public Func<string, bool>? HasService { get; init; }

    /// <summary>Whether there is a plan with a code.</summary>
    public Func<string, bool>? HasPlan { get; init; }

    /// <summary>The price books of the seller, which those of a file must not overlap.</summary>
    public IReadOnlyCollection<PriceBook> PriceBooks { get; init; } = [];

    /// <summary>Whether there is a contract with a number.</summary>
    public Func<string, bool>? HasContract { get; init; }

    /// <summary>The units of a contract's lines by line number; null where there is no such contract.</summary>
    public Func<string, IReadOnlyDictionary<int, BillingUnit>?>? LinesOf { get; init; }
}
