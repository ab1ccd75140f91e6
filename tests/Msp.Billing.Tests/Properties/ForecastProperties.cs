using CsCheck;
using Msp.Billing.Contracts;
using Msp.Billing.Invoicing;
using Msp.Billing.Usage;

namespace Msp.Billing.Tests.Properties;

/// <summary>What the customer was shown for the year is what the year bills, as long as nothing is recorded that was not known. Number 9 of the design's list.</summary>
public sealed class ForecastProperties
{
    private const int Months = 12;

    private static readonly TableTaxCalculator Tax = new(Invoicing.Books.Taxes);

    [Fact]
    public void A_forecast_made_before_the_first_run_is_what_twelve_runs_bill() => Gen.Select(Recipes.Any, FirstRuns).Sample(
        (recipe, first) => Compare((recipe with { Changes = [] }).Told(), recipe.Terms.Start.AddDays(first), new BilledLedger()),
        iter: 1_000);

    [Fact]
    public void Changes_that_are_known_for_later_days_are_in_it_from_the_outset() => Gen.Select(Recipes.Any, FirstRuns).Sample(
        (recipe, first) => Compare(recipe.Told(), recipe.Terms.Start.AddDays(first), new BilledLedger()),
        iter: 1_000);

    // With what was billed so far, late changes that wait for the next run included.
    [Fact]
    public void A_forecast_made_in_the_middle_is_what_the_next_twelve_runs_bill() => Gen.Select(Recipes.Any, Gen.Int[0, 60]).Sample(
        (recipe, wait) => recipe.Play(moment => Compare((moment.Contract, moment.Counts), moment.Day.AddDays(wait), moment.Ledger)),
        iter: 150);

    private static Gen<int> FirstRuns => Gen.Int[-45, 200];

    private static void Compare((Contract Contract, UsageCount[] Counts) told, DateOnly first, BilledLedger billed)
    {
        var (contract, counts) = told;
        var forecast = Forecaster.Forecast(contract, Recipe.Customer, Tax, first, Months, billed, counts);
        var (ledger, drafter) = (new BilledLedger(), new Drafter(Tax));
        ledger.Restore(contract.Number, billed.For(contract.Number).Span);
        Assert.Equal(Months, forecast.Length);
        for (var month = 0; month < Months; month++)
        {
            var day = first.AddMonths(month);
            var knownAt = Invoicing.Books.At(contract.Terms.Start.AddDays(Recipe.LastDay).AddMonths(month), 12);
            var draft = drafter.Draft(
                contract, new DraftRequest(Recipe.Customer, day) { KnownAt = knownAt, Counts = counts, Billed = ledger.For(contract.Number) });
            if (draft is not null)
            {
                ledger.Post(draft, knownAt);
            }

            Assert.Equal(day, forecast[month].Through);
            Assert.Equal(draft?.Lines ?? [], forecast[month].Draft?.Lines ?? []);
            Assert.Equal(draft?.Taxes ?? [], forecast[month].Draft?.Taxes ?? []);
            Assert.Equal((draft?.Kind, draft?.Total, draft?.IssueDay, draft?.DueDay), (forecast[month].Draft?.Kind, forecast[month].Draft?.Total, forecast[month].Draft?.IssueDay, forecast[month].Draft?.DueDay));
        }
    }
}
