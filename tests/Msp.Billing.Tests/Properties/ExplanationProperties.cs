using System.Globalization;
using CsCheck;
using Msp.Billing.Amounts;
using Msp.Billing.Invoicing;
using Msp.Billing.Rating;
using Msp.Billing.Tests.Rating;

namespace Msp.Billing.Tests.Properties;

/// <summary>Every explanation leads to the amount it explains, step by step, and every step follows from what went in.</summary>
public sealed class ExplanationProperties
{
    private static readonly CultureInfo[] Cultures = [CultureInfo.InvariantCulture, CultureInfo.GetCultureInfo("de-DE"), CultureInfo.GetCultureInfo("fr-FR")];

    [Fact]
    public void An_entitlement_recomputes_to_the_rated_amount() => Recipes.Any.Sample(
        recipe =>
        {
            var (contract, counts) = recipe.Told();
            var pieces = new RatedPieces();
            RatingProperties.ForEachPeriod(contract, counts, (line, natural) =>
            {
                var explanation = Explainer.Explain(line, natural, contract.Terms);

                Recomputed.Check(explanation);
                var rated = Rater.Rate(line, natural, contract.Terms, pieces);
                Assert.Equal((Money.FromMinorUnits(rated.MinorUnits, contract.Terms.Currency).Amount, 1L), (explanation.Numerator, explanation.Denominator));
            });
        },
        iter: 400);

    [Fact]
    public void A_document_recomputes_to_its_total() => Recipes.Any.Sample(
        recipe => recipe.Play(moment =>
        {
            if (moment.Draft is not { } draft)
            {
                return;
            }

            var explanation = DocumentExplainer.Explain(draft, moment.Request);
            Recomputed.Check(explanation);
            Assert.Equal(draft.Total.Amount, explanation.Result);

            var billed = moment.Request.Billed;
            var posted = PostedDocument.Of(draft, "main", 7, moment.KnownAt, CanonicalDocument.NoPredecessor);
            var again = DocumentExplainer.Explain(
                posted, moment.Contract, moment.Counts,
                (line, natural, _) => billed.ToArray().Single(period => period.LineId == line && period.Natural.Start == natural.Start).MinorUnits);
            Assert.Equal(
                ExplanationText.Render(explanation, draft.Currency, CultureInfo.InvariantCulture).Skip(1),
                ExplanationText.Render(again, draft.Currency, CultureInfo.InvariantCulture).Skip(1));
        }),
        iter: 200);

    [Fact]
    public void Every_step_has_words_in_every_language() => Gen.Select(Recipes.Any, Gen.Int[0, 2]).Sample(
        (recipe, language) =>
        {
            var (contract, counts) = recipe.Told();
            RatingProperties.ForEachPeriod(contract, counts, (line, natural) =>
            {
                foreach (var text in ExplanationText.Render(Explainer.Explain(line, natural, contract.Terms), contract.Terms.Currency, Cultures[language]))
                {
                    Assert.DoesNotContain('{', text);
                    Assert.DoesNotContain("  = ", text.TrimStart(), StringComparison.Ordinal);
                }
            });
        },
        iter: 100);
}
