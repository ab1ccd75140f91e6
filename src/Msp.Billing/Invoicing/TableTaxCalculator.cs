using Msp.Billing.Amounts;
using Msp.Billing.Catalog;
using Msp.Billing.Contracts;

namespace Msp.Billing.Invoicing;

/// <summary>Tax by the seller's table and the customer's exemptions.</summary>
/// <param name="table">The seller's rates.</param>
public sealed class TableTaxCalculator(TaxTable table) : ITaxCalculator
{
    /// <inheritdoc/>
    public (TaxCategory Category, Percentage Rate) TaxOf(TaxProfile customer, TaxCategory category, DateOnly taxPoint)
    {
        ArgumentNullException.ThrowIfNull(customer);
        if (TaxTable.IsZeroRated(category))
        {
            return (category, default);
        }

        if (customer.ExemptionReason is not null)
        {
            return (TaxCategory.Exempt, default);
        }

        return customer.ReverseCharge
            ? (TaxCategory.ReverseCharge, default)
            : (category, table.RateOn(customer.Jurisdiction, category, taxPoint));
    }
}
