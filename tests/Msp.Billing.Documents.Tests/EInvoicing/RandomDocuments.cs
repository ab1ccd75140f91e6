using CsCheck;
using Msp.Billing.Amounts;
using Msp.Billing.Catalog;
using Msp.Billing.Contracts;
using Msp.Billing.Invoicing;
using Msp.Billing.Tests.Properties;

namespace Msp.Billing.Documents.Tests.EInvoicing;

/// <summary>The documents of random contracts: every price model, part periods, discounts, credits, prices with tax in them, every tax category, and reasons of seller or customer for what is exempt.</summary>
internal static class RandomDocuments
{
    /// <summary>All documents of one contract's life.</summary>
    public static Gen<IssuedDocument[]> Any { get; } =
        from recipe in Recipes.Any
        from category in Gen.Frequency((4, Gen.Const((TaxCategory?)null)), (4, Recipes.Pick<TaxCategory?>(TaxCategory.Zero, TaxCategory.Exempt, TaxCategory.ReverseCharge, TaxCategory.OutsideScope)))
        from reference in Gen.Int[0, 2]
        from isSellersReason in Gen.Bool
        select Of(recipe, category, reference, isSellersReason);

    private static IssuedDocument[] Of(Recipe recipe, TaxCategory? category, int reference, bool isSellersReason)
    {
        var documents = new List<IssuedDocument>();
        recipe.Play(moment =>
        {
            if (moment.Draft is { } draft)
            {
                var posted = PostedDocument.Of(draft, "northwind", documents.Count + 1, moment.KnownAt, CanonicalDocument.NoPredecessor);
                documents.Add(Sample.With(
                    category is { } other ? Untaxed(posted, other) : posted,
                    isSellersReason ? new SellerParty(Sample.Seller.Name, Sample.Seller.Country, Sample.SellerDetailsWith("Services exempt by themselves")) : null,
                    Sample.BuyerWith(Sample.BuyerDetails, reference == 0 ? null : "Cost centre 4711", isSellersReason ? null : "Exempt body")));
            }
        });
        return [.. documents];
    }

    private static PostedDocument Untaxed(PostedDocument posted, TaxCategory category) => new()
    {
        Seller = posted.Seller,
        Series = DocumentSeries.For(posted.SubtotalMinorUnits < 0 ? DocumentKind.CreditNote : DocumentKind.Invoice, posted.IssueDay),
        Sequence = posted.Sequence,
        Kind = posted.SubtotalMinorUnits < 0 ? DocumentKind.CreditNote : DocumentKind.Invoice,
        Contract = posted.Contract,
        Customer = posted.Customer,
        IssueDay = posted.IssueDay,
        DueDay = posted.DueDay,
        Period = posted.Period,
        Currency = posted.Currency,
        Lines = [.. posted.Lines.Select(line => line with { TaxCategory = category, TaxRate = default(Percentage) })],
        Taxes = [new TaxSubtotal(category, default, posted.SubtotalMinorUnits, 0)],
        SubtotalMinorUnits = posted.SubtotalMinorUnits,
        TaxMinorUnits = 0,
        KnownAt = posted.KnownAt,
        PreviousHash = posted.PreviousHash,
    };
}
