using CsCheck;
using Msp.Billing.Amounts;
using Msp.Billing.Catalog;
using Msp.Billing.Contracts;
using Msp.Billing.Invoicing;
using Msp.Billing.Plans;
using Msp.Billing.Tests.Invoicing;

namespace Msp.Billing.Tests.Properties;

/// <summary>Credits together never give back more than was invoiced, tax included, and all of it where nothing stays billed. Number 7 of the design's list.</summary>
public sealed class CreditProperties
{
    // One invoice, then credit notes of random parts, whole or from a day, the last for what is left.
    [Fact]
    public void Random_partial_credits_give_back_what_was_invoiced_and_no_more() => Gen.Select(
        Gen.Int[1, 4_000].Array[1, 3], Gen.Int[1, 40], Gen.Select(Gen.Int[0, 2], Gen.Int[0, 39], Gen.Int[1, 31]).Array[0, 9], Gen.Bool, Gen.Enum<RoundingMode>()).Sample(
        (cents, users, credits, gross, mode) =>
        {
            var terms = new ContractTerms(
                Currency.Eur, Books.Day("2026-03-01"),
                [.. cents.Select((price, i) => new ContractLine(i + 1, Charge(price / 100m, i), users))])
            { PricesIncludeTax = gross, Rounding = mode };
            var books = new Books(terms);
            var left = Sums(books.Run("2026-03-01"), default);
            Assert.True(left.Net >= 0 && left.Tax >= 0);
            for (var i = 0; i < credits.Length; i++)
            {
                var (line, to, day) = credits[i];
                Reduce(books, (line % cents.Length) + 1, Math.Min(to, users), $"2026-03-{day:00}", $"2026-03-{i + 2:00}");
                var draft = books.Run($"2026-03-{i + 2:00}");
                left = Sums(draft, left);
                Assert.True(left.Net >= 0 && left.Tax >= 0, $"{left} is left after credit {i + 1}.");
            }

            foreach (var line in terms.Lines)
            {
                books.Contract.RemoveLine(Books.From("2026-03-01", "2026-03-20"), line.Id);
            }

            Assert.Equal((0, 0), Sums(books.Run("2026-03-20"), left));
        },
        iter: 3_000);

    // Whatever was billed, corrected and billed together: crediting all of it leaves nothing of any category and rate.
    [Fact]
    public void Crediting_everything_gives_back_the_last_minor_unit_of_the_tax() => Recipes.Any.Sample(
        recipe =>
        {
            var taxes = new Dictionary<(TaxCategory, Percentage), (long Base, long Tax)>();
            Recipe.Moment? last = null;
            recipe.Play(moment =>
            {
                Add(moment.Draft);
                last = moment;
            });
            Assert.NotNull(last);
            var (contract, knownAt) = (last.Contract, last.KnownAt.AddHours(1));
            foreach (var line in last.History.Lines)
            {
                try
                {
                    contract.RemoveLine(new AmendmentNote(DateOnly.MinValue, knownAt, "Maria Berg", "all back"), line.Line.Id);
                }
                catch (AmendmentException)
                {
                }
            }

            var ledger = last.Ledger;
            var request = new DraftRequest(Recipe.Customer, last.Day)
            {
                KnownAt = knownAt,
                Counts = last.Counts,
                Billed = ledger.For(contract.Number),
                PostedTax = () => ledger.TaxOf(contract),
            };
            var credit = new Drafter(new TableTaxCalculator(Books.Taxes)).Draft(contract, request);
            Add(credit);

            Assert.All(taxes, tax => Assert.Equal((0, 0), tax.Value));

            void Add(InvoiceDraft? draft)
            {
                foreach (var tax in draft?.Taxes ?? [])
                {
                    var (sum, amount) = taxes.GetValueOrDefault((tax.Category, tax.Rate));
                    taxes[(tax.Category, tax.Rate)] = (sum + tax.BaseMinorUnits, amount + tax.TaxMinorUnits);
                }
            }
        },
        iter: 1_000);

    private static Charge Charge(decimal price, int place) => new($"charge-{place}", "Charge", BillingUnit.User, Pricing.PerUnit(price, Currency.Eur))
    {
        TaxCategory = place == 2 ? TaxCategory.Reduced : TaxCategory.Standard,
    };

    private static void Reduce(Books books, int line, int to, string from, string recorded)
    {
        // Fewer on every day: what was recorded for days before and after must not be raised.
        var least = books.Contract.Amendments.OfType<Amendment.QuantityChanged>().Where(change => change.LineId == line).Select(change => change.Quantity).Append(to).Min();
        books.Contract.ChangeQuantity(Books.From(from, recorded), line, least);
    }

    private static (long Net, long Tax) Sums(InvoiceDraft? draft, (long Net, long Tax) before) =>
        (before.Net + (draft?.Subtotal.MinorUnits ?? 0), before.Tax + (draft?.Tax.MinorUnits ?? 0));
}
