using Msp.Billing.Amounts;
using Msp.Billing.Catalog;

namespace Msp.Billing.Invoicing;

/// <summary>The tax of one category and rate on a document: rounded once, as EN 16931 wants it.</summary>
/// <param name="Category">The category.</param>
/// <param name="Rate">The rate.</param>
/// <param name="BaseMinorUnits">The sum of the lines' net amounts.</param>
/// <param name="TaxMinorUnits">The tax on it.</param>
public readonly record struct TaxSubtotal(TaxCategory Category, Percentage Rate, long BaseMinorUnits, long TaxMinorUnits);
