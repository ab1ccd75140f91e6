using Msp.Billing.Amounts;
using Msp.Billing.Catalog;
using Msp.Billing.Periods;

namespace Msp.Billing.Quotes;

/// <summary>A line of an invoice as a customer sees it.</summary>
/// <param name="Description">What it says.</param>
/// <param name="Days">The days it is for.</param>
/// <param name="Quantity">The billed quantity.</param>
/// <param name="Unit">What the quantity counts.</param>
/// <param name="UnitPrice">The price of one unit for a whole period, in major units; null where steps or blocks set it.</param>
/// <param name="Net">The amount before tax.</param>
/// <param name="TaxRate">The rate of its tax.</param>
public sealed record ProposalInvoiceLine(string Description, ServicePeriod Days, decimal Quantity, BillingUnit Unit, decimal? UnitPrice, Money Net, Percentage TaxRate);
