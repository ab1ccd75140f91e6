using Msp.Billing.Catalog;

namespace Msp.Billing.Documents.EInvoicing;

/// <summary>The codes of VAT categories (UNCL 5305).</summary>
internal static class VatCategories
{
    internal static string Code(this VatCategory category) => category switch
    {
        VatCategory.Standard => "S",
        VatCategory.Zero => "Z",
        VatCategory.Exempt => "E",
        VatCategory.ReverseCharge => "AE",
        VatCategory.OutsideScope => "O",
        _ => throw new ArgumentOutOfRangeException(nameof(category), category, "No such VAT category."),
    };

    /// <summary>The category of a supply; null for sales tax, which EN 16931 does not know.</summary>
    internal static VatCategory? Of(TaxCategory category) => category switch
    {
        TaxCategory.Standard or TaxCategory.Reduced => VatCategory.Standard,
        TaxCategory.Zero => VatCategory.Zero,
        TaxCategory.Exempt => VatCategory.Exempt,
        TaxCategory.ReverseCharge => VatCategory.ReverseCharge,
        TaxCategory.OutsideScope => VatCategory.OutsideScope,
        TaxCategory.SalesTax => null,
        _ => throw new ArgumentOutOfRangeException(nameof(category), category, "No such tax category."),
    };
}
