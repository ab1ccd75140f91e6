using Msp.Billing.Amounts;
using Msp.Billing.Catalog;

namespace Msp.Billing.Invoicing;

/// <summary>A tax rate of a jurisdiction from a day on.</summary>
/// <param name="Jurisdiction">The key that customers' tax profiles name, such as <c>DE</c>.</param>
/// <param name="Category">Standard, reduced or sales tax; the others are always zero.</param>
/// <param name="From">The first day on which it holds, until the next one of the same jurisdiction and category.</param>
/// <param name="Rate">The rate.</param>
public sealed record TaxRate(string Jurisdiction, TaxCategory Category, DateOnly From, Percentage Rate);
