using Msp.Billing.Amounts;
using Msp.Billing.Catalog;
using Msp.Billing.Contracts;

namespace Msp.Billing.Invoicing;

/// <summary>Decides category and rate of a line; the seller's own <see cref="TaxTable"/> unless an outside engine is asked.</summary>
/// <remarks>Must give the same answer for the same question: a draft is computed again when it is posted.</remarks>
public interface ITaxCalculator
{
    /// <summary>The category and rate of a line.</summary>
    /// <param name="customer">The customer's tax profile.</param>
    /// <param name="category">The category of the charge.</param>
    /// <param name="taxPoint">The day that decides the rate.</param>
    /// <exception cref="MissingTaxRateException">There is no rate.</exception>
    (TaxCategory Category, Percentage Rate) TaxOf(TaxProfile customer, TaxCategory category, DateOnly taxPoint);
}
