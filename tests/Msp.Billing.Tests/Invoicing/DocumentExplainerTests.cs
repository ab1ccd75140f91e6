using System.Globalization;
using Msp.Billing.Amounts;
using Msp.Billing.Contracts;
using Msp.Billing.Invoicing;
using Msp.Billing.Rating;
using Msp.Billing.Tests.Rating;

namespace Msp.Billing.Tests.Invoicing;

public sealed class DocumentExplainerTests
{
    private static Books Changed()
    {
        var books = new Books(Books.Terms("2026-03-01", new ContractLine(1, Books.ManagedUser(), 45)));
        books.Run("2026-03-01");
        books.Contract.ChangeQuantity(Books.From("2026-03-17"), 1, 48);
        books.Contract.ChangeQuantity(Books.From("2026-03-24"), 1, 46);
        return books;
    }

    private static DraftRequest Request(Books books, string day) => new(books.Customer, Books.Day(day))
    {
        KnownAt = Books.At(Books.Day(day), 12),
        Counts = books.Counts,
        Billed = books.Ledger.For("C-1"),
    };

    private static Explanation Explained(Books books, DraftRequest request)
    {
        var draft = new Drafter(new TableTaxCalculator(Books.Taxes)).Draft(books.Contract, request) ?? throw new InvalidOperationException("Nothing is due.");
        var explanation = DocumentExplainer.Explain(draft, request);
        Recomputed.Check(explanation);
        return explanation;
    }

    [Fact]
    public void An_invoice_opens_to_what_is_owed_less_what_was_billed()
    {
        var books = Changed();

        Assert.Equal(
            """
            C-1: net 7,040.32 EUR, tax 1,337.66 EUR, total 8,377.98 EUR
              1.–2. managed-user: 140.32 EUR
                Managed user, 03/01/2026–03/31/2026: 6,890.32 EUR
                  03/01/2026–03/16/2026: 45 users, whole period 6,750.00 EUR, share 16/31 = 3,483.8709677419 EUR
                    45 users since 03/01/2026, as agreed
                    45 × 150.00 EUR = 6,750.00 EUR, price since 03/01/2026
                  03/17/2026–03/23/2026: 48 users, whole period 7,200.00 EUR, share 7/31 = 1,625.8064516129 EUR
                    48 users since 03/17/2026, as amended
                    48 × 150.00 EUR = 7,200.00 EUR, price since 03/01/2026
                  03/24/2026–03/31/2026: 46 users, whole period 6,900.00 EUR, share 8/31 = 1,780.6451612903 EUR
                    46 users since 03/24/2026, as amended
                    46 × 150.00 EUR = 6,900.00 EUR, price since 03/01/2026
                  31 of 31 days held, by the days of the period = 1/1
                  6,890.3225806452 EUR rounded once = 6,890.32 EUR
                billed before for the same period: 6,750.00 EUR
                1. Managed user: +3 users, 17–31 March 2026: 217.74 EUR
                2. Managed user: −2 users, 24–31 March 2026: -77.42 EUR
              3. Managed user: 6,900.00 EUR
                Managed user, 04/01/2026–04/30/2026: 6,900.00 EUR
                  04/01/2026–04/30/2026: 46 users, whole period 6,900.00 EUR, share 1/1 = 6,900.00 EUR
                    46 users since 03/24/2026, as amended
                    46 × 150.00 EUR = 6,900.00 EUR, price since 03/01/2026
                  6,900.00 EUR rounded once = 6,900.00 EUR
              tax standard rate 19 % of 7,040.32 EUR = 1,337.66 EUR
            """,
            string.Join('\n', ExplanationText.Render(Explained(books, Request(books, "2026-04-01")), Currency.Eur, CultureInfo.InvariantCulture)));
    }

    // 119.00 with 19 % in it: net 100.00
    [Fact]
    public void Tax_that_prices_include_is_what_is_left_of_them()
    {
        var books = new Books(new ContractTerms(Currency.Eur, Books.Day("2026-03-01"), new ContractLine(1, Books.BaseFee(119m), 1)) { PricesIncludeTax = true });

        var explanation = Explained(books, Request(books, "2026-03-01"));

        Assert.Equal(119m, explanation.Result);
        var tax = Assert.Single(explanation.Parts, part => part.Rule == ExplanationRule.TaxIncluded);
        Assert.Equal(19m, tax.Result);
    }

    // 200.00 and 300.00 share 100.00 off as 40.00 and 60.00
    [Fact]
    public void A_shared_discount_stands_beside_the_entitlement()
    {
        var books = new Books(new ContractTerms(
            Currency.Eur, Books.Day("2026-03-01"), new ContractLine(1, Books.BaseFee(200m), 1), new ContractLine(2, Books.BaseFee(300m), 1))
        {
            Discounts = [Discount.OfAmount(1, "Bundle", new Money(100m, Currency.Eur))],
        });

        var explanation = Explained(books, Request(books, "2026-03-01"));

        Assert.Equal([200m, -40m], explanation.Parts[0].Parts.Select(part => part.Result));
        Assert.Equal([300m, -60m], explanation.Parts[1].Parts.Select(part => part.Result));
    }

    [Fact]
    public void A_posted_document_is_explained_as_it_was_known_then()
    {
        var books = Changed();
        var draft = books.Run("2026-04-01") ?? throw new InvalidOperationException("Nothing is due.");
        var document = PostedDocument.Of(draft, "main", 1, Books.At(Books.Day("2026-04-01"), 12), CanonicalDocument.NoPredecessor);
        books.Contract.ChangeQuantity(Books.From("2026-03-17", "2026-04-20"), 1, 60);

        var explanation = DocumentExplainer.Explain(document, books.Contract, [], (_, _, _) => 675_000);

        Recomputed.Check(explanation);
        Assert.Equal((ExplanationRule.Document, 8_377.98m), (explanation.Rule, explanation.Result));
    }

    [Fact]
    public void What_does_not_follow_is_refused()
    {
        var books = Changed();
        var draft = books.Run("2026-04-01") ?? throw new InvalidOperationException("Nothing is due.");
        var document = PostedDocument.Of(draft, "main", 1, Books.At(Books.Day("2026-04-01"), 12), CanonicalDocument.NoPredecessor);

        var refusal = Assert.Throws<InvalidOperationException>(() => DocumentExplainer.Explain(document, books.Contract, [], (_, _, _) => 675_001));
        Assert.Equal(
            "INV-2026-0000001, line 1: 140.32 was billed, but 140.31 follows from the contract as it was known at 2026-04-01 12:00:00Z.", refusal.Message);

        var early = PostedDocument.Of(draft, "main", 1, Books.At(Books.Day("2026-03-20"), 12), CanonicalDocument.NoPredecessor);
        Assert.Throws<InvalidOperationException>(() => DocumentExplainer.Explain(early, books.Contract, [], (_, _, _) => 675_000));
    }
}
