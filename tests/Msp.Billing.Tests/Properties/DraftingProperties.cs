using System.Collections.Immutable;
using System.Globalization;
using CsCheck;
using Msp.Billing.Invoicing;
using Msp.Billing.Plans;
using Msp.Billing.Rating;

namespace Msp.Billing.Tests.Properties;

/// <summary>What must always hold for what is billed, whatever is recorded late and whenever a run is made. The numbers are those of the design's list.</summary>
public sealed class DraftingProperties
{
    // (2)
    [Fact]
    public void Running_again_bills_nothing() => Recipes.Any.Sample(
        recipe => recipe.Play(moment => Assert.Null(moment.Again())), iter: 1_000);

    // (5) and (7): whatever was posted when, the sum is what is owed as known; so no credit exceeds what was billed.
    [Fact]
    public void What_was_posted_sums_to_what_is_owed() => Recipes.WithoutSharedAmounts.Sample(
        recipe => recipe.Play(moment =>
        {
            var pieces = new RatedPieces();
            foreach (var billed in moment.Ledger.For("C-1").Span)
            {
                var line = moment.History.LineWithId(billed.LineId);
                Assert.NotNull(line);
                var due = line.Line.Charge.Timing != ChargeTiming.Arrears || line.DueDay(billed.Natural) <= moment.Day || !line.IsHeldIn(billed.Natural);
                if (due)
                {
                    Assert.Equal(Rater.Rate(line, billed.Natural, recipe.Terms, pieces).MinorUnits, billed.MinorUnits);
                }

                Assert.True(billed.MinorUnits >= 0);
            }
        }),
        iter: 1_000);

    // (5) with amounts off that lines share: a line is never below zero, and together they are their entitlements less the amounts, if there is enough.
    [Fact]
    public void Shared_amounts_off_come_off_the_sum_of_the_lines() => Recipes.Any.Sample(
        recipe =>
        {
            var ledger = recipe.Play();
            var (contract, counts) = recipe.Told();
            var history = ContractHistory.Of(contract, counts, null, recipe.Terms.Start.AddDays(Recipe.LastDay));
            var (reductions, pieces) = (new SharedReductions(history), new RatedPieces());
            foreach (var billed in ledger.For("C-1").Span)
            {
                var line = history.LineWithId(billed.LineId);
                Assert.NotNull(line);
                var owed = Rater.Rate(line, billed.Natural, recipe.Terms, pieces).MinorUnits;
                var taken = reductions.Of(line, billed.Natural);
                Assert.InRange(taken, 0, owed);
                Assert.Equal(owed - taken, billed.MinorUnits);
            }
        },
        iter: 800);

    // (3) and (5): when all is known and the last run is made, the ledger does not tell when the runs were.
    [Fact]
    public void When_the_runs_were_made_does_not_matter() => Gen.Select(Recipes.Any, Gen.Int[0, Recipe.LastDay - 1].Array[0, 12]).Sample(
        (recipe, days) => Assert.Equal(
            Sums(recipe.Play()), Sums((recipe with { RunDays = [.. days.Distinct().Order()] }).Play())),
        iter: 800);

    // (4) in a document: nets sum to the subtotal, bases too, and with tax-inclusive prices the lines sum to the total.
    [Fact]
    public void Every_sum_on_a_document_is_the_sum_of_its_parts() => Recipes.Any.Sample(
        recipe => recipe.Play(moment =>
        {
            if (moment.Draft is not { } draft)
            {
                return;
            }

            Assert.Equal(draft.Subtotal.MinorUnits, draft.Lines.Sum(line => line.NetMinorUnits));
            Assert.Equal(draft.Subtotal.MinorUnits, draft.Taxes.Sum(tax => tax.BaseMinorUnits));
            Assert.Equal(draft.Total.MinorUnits, draft.Subtotal.MinorUnits + draft.Taxes.Sum(tax => tax.TaxMinorUnits));
            Assert.Equal(recipe.Terms.PricesIncludeTax ? draft.Total.MinorUnits : draft.Subtotal.MinorUnits, draft.Lines.Sum(line => line.MinorUnits));
            Assert.Equal(draft.Total.MinorUnits < 0 ? DocumentKind.CreditNote : draft.Kind, draft.Kind);
            foreach (var tax in draft.Taxes)
            {
                Assert.Equal(tax.BaseMinorUnits, draft.Lines.Where(line => (line.TaxCategory, line.TaxRate) == (tax.Category, tax.Rate)).Sum(line => line.NetMinorUnits));
            }
        }),
        iter: 800);

    // (13) After a run every period that is due is posted, with zero where nothing is owed.
    [Fact]
    public void Every_period_that_is_due_is_posted() => Recipes.Any.Sample(
        recipe => recipe.Play(moment =>
        {
            var posted = moment.Ledger.For("C-1").ToArray().Select(period => (period.LineId, period.Natural)).ToHashSet();
            foreach (var line in moment.History.Lines)
            {
                foreach (var natural in line.Due(moment.Day))
                {
                    Assert.Contains((line.Line.Id, natural), posted);
                }
            }
        }),
        iter: 800);

    // What adjustments say adds up: every line of a period and round is a part of the difference, in order, and each has days of its period.
    [Fact]
    public void Adjustments_name_days_of_their_period_and_amounts_of_their_own() => Recipes.Any.Sample(
        recipe => recipe.Play(moment =>
        {
            foreach (var group in (moment.Draft?.Lines ?? []).GroupBy(line => (line.Source.Id, line.Natural, line.Round)))
            {
                Assert.Equal(Enumerable.Range(0, group.Count()), group.Select(line => line.Piece));
                foreach (var line in group)
                {
                    Assert.Equal(line.Natural.Intersect(line.Days), line.Days);
                    Assert.False(line.Days.IsEmpty);
                    Assert.Equal(line.Round > 0, line.Kind == InvoiceLineKind.Adjustment);
                    Assert.True(line.Kind != InvoiceLineKind.Adjustment || line.MinorUnits != 0);
                    Assert.NotEqual(AdjustmentCause.Other, NotExplained(line, recipe));
                }
            }
        }),
        iter: 800);

    // Periods that ended before anything newly recorded need no second look.
    [Fact]
    public void Looking_only_at_what_can_have_changed_gives_the_same_draft() => Recipes.Any.Sample(
        recipe =>
        {
            var settled = (DateOnly?)null;
            var known = ImmutableHashSet<Change>.Empty;
            recipe.Play(moment =>
            {
                var sinceLast = recipe.Changes.Where(change => !known.Contains(change) && recipe.Terms.Start.AddDays(change.Recorded) <= moment.Day || moment.Day == recipe.Terms.Start.AddDays(Recipe.LastDay)).ToList();
                var from = sinceLast.Select(change => recipe.Terms.Start.AddDays(change.Day)).Append(settled ?? DateOnly.MinValue).Min();
                known = known.Union(sinceLast);
                settled = moment.Day;
                if (from == DateOnly.MinValue)
                {
                    return;
                }

                var pruned = new Drafter(new TableTaxCalculator(Invoicing.Books.Taxes)).Draft(moment.Contract, new DraftRequest(Recipe.Customer, moment.Day)
                {
                    KnownAt = moment.KnownAt,
                    Counts = moment.Counts,
                    Billed = moment.Request.Billed.ToArray().Where(billed => billed.Natural.End > from).ToArray(),
                    RecheckFrom = from,
                    PostedTax = moment.Request.PostedTax,
                });
                Assert.Equal(moment.Draft?.Lines ?? [], pruned?.Lines ?? []);
            });
        },
        iter: 800);

    // (10) and (14)
    [Fact]
    public void The_same_input_gives_the_same_bytes_in_any_culture_and_order_of_counts() => Gen.Select(Recipes.Any, Recipes.Pick("tr-TR", "de-DE", "ar-SA", "th-TH", "fr-CH")).Sample(
        (recipe, culture) =>
        {
            var before = CultureInfo.CurrentCulture;
            try
            {
                CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
                var plain = Bytes(recipe);
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
                Assert.Equal(plain, Bytes(recipe));
                var swapped = recipe with { Changes = [.. recipe.Changes.Where(change => change is not Change.Counted).Concat(recipe.Changes.Where(change => change is Change.Counted))] };
                Assert.Equal(plain, recipe.Changes.Select(change => change.Recorded).Distinct().Count() == recipe.Changes.Length ? Bytes(swapped) : plain);
            }
            finally
            {
                CultureInfo.CurrentCulture = before;
            }
        },
        iter: 500);

    // A total that no change explains is right only where a minimum spend comes or goes.
    private static AdjustmentCause? NotExplained(DraftLine line, Recipe recipe) =>
        recipe.Terms.Lines.Concat(recipe.Changes.OfType<Change.Added>().Select(added => added.Line)).Any(one => one.Id == line.Source.Id && one.Charge.Pricing.MinimumSpend > 0) ||
        recipe.Changes.Any(change => change is Change.Price { To.MinimumSpend: > 0 })
            ? null
            : line.Cause;

    private static string Sums(BilledLedger ledger) => string.Join(
        '\n', ledger.For("C-1").ToArray().Where(period => period.MinorUnits != 0).Select(period => string.Create(CultureInfo.InvariantCulture, $"{period.LineId} {period.Natural} {period.MinorUnits}")));

    private static string Bytes(Recipe recipe)
    {
        using var canonical = new CanonicalDocument();
        var (hash, number) = (CanonicalDocument.NoPredecessor, 0);
        recipe.Play(moment =>
        {
            if (moment.Draft is { } draft)
            {
                hash = canonical.HashOf(PostedDocument.Of(draft, "main", ++number, moment.KnownAt, hash));
            }
        });
        return Convert.ToHexString(hash.AsSpan());
    }
}
