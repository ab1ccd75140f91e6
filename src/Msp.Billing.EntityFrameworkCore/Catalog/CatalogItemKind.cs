namespace Msp.Billing.EntityFrameworkCore.Catalog;

/// <summary>What a document of the catalogue describes. Stored: numbers are never reused.</summary>
public enum CatalogItemKind
{
    /// <summary>A service.</summary>
    Service = 1,

    /// <summary>A plan.</summary>
    Plan = 2,

    /// <summary>A family of plans.</summary>
    PlanFamily = 3,

    /// <summary>A price book.</summary>
    PriceBook = 4,
}
