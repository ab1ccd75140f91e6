using Msp.Billing.Catalog;

namespace Msp.Billing.Invoicing;

/// <summary>Thrown when a line cannot be taxed because the seller's table has no rate for it. The message can be shown to a user.</summary>
public sealed class MissingTaxRateException : InvalidOperationException
{
    internal MissingTaxRateException(string jurisdiction, TaxCategory category, DateOnly taxPoint)
        : base(FormattableString.Invariant(
            $"There is no {category} tax rate for jurisdiction '{jurisdiction}' on {taxPoint:yyyy-MM-dd}. Import one with the catalogue, or correct the customer's jurisdiction."))
    {
        Jurisdiction = jurisdiction;
        Category = category;
        TaxPoint = taxPoint;
    }

    /// <summary>The jurisdiction that was asked for.</summary>
    public string Jurisdiction { get; }

    /// <summary>The category that was asked for.</summary>
    public TaxCategory Category { get; }

    /// <summary>The day that was asked for.</summary>
    public DateOnly TaxPoint { get; }
}
