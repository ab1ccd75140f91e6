using Msp.Billing.Amounts;
using Msp.Billing.Catalog;
using Msp.Billing.Periods;

namespace Msp.Billing.Quotes;

/// <summary>One line of a priced option, for a summary: what a whole period of it costs, before tax.</summary>
/// <param name="Code">The charge's code.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Unit">What the quantity counts.</param>
/// <param name="Quantity">How many.</param>
/// <param name="UnitPrice">The price of one unit for a whole period, in major units; null where steps or blocks set it.</param>
/// <param name="Cadence">How often it is billed; null when it is billed once.</param>
/// <param name="Price">What a whole period costs, or the work once, before the quote's discounts.</param>
/// <param name="Discount">What the lasting discounts take off a whole period; zero or more. The customer pays <see cref="Net"/>.</param>
/// <param name="IsItem">Whether it comes from an item; otherwise from the plan or onboarding.</param>
/// <param name="IsReported">Whether it is billed by what is reported later; its price here is for nothing reported.</param>
public sealed record QuotedLine(
    string Code, string Name, BillingUnit Unit, decimal Quantity, decimal? UnitPrice, Cadence? Cadence, Money Price, Money Discount, bool IsItem, bool IsReported)
{
    /// <summary>What a whole period costs after lasting discounts.</summary>
    public Money Net => Price - Discount;

    /// <summary>Whether it is billed once.</summary>
    public bool IsOneOff => Cadence is null;
}
