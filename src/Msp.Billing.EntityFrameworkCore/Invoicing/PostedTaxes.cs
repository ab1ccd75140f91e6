using Msp.Billing.EntityFrameworkCore.Contracts;
using Msp.Billing.Invoicing;

namespace Msp.Billing.EntityFrameworkCore.Invoicing;

/// <summary>Reads what credits of a contract can give back of the tax.</summary>
public static class PostedTaxes
{
    /// <summary>The tax of all that was posted for a contract: for <see cref="DraftRequest.PostedTax"/>, which asks only when something is credited.</summary>
    /// <param name="store">Where from.</param>
    /// <param name="sellerId">The seller's number in storage.</param>
    /// <param name="stored">The contract.</param>
    public static PostedTax Of(BillingStore store, long sellerId, StoredContract stored)
    {
        ArgumentNullException.ThrowIfNull(stored);
        using var reader = new DocumentReader(store, sellerId);
        return new PostedTax(stored.Contract.Terms, reader.OfContract(stored.Id).Select(document => document.Document));
    }
}
