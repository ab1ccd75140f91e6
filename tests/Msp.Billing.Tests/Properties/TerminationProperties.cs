using CsCheck;
using Msp.Billing.Amounts;
using Msp.Billing.Contracts;
using Msp.Billing.Invoicing;
using Msp.Billing.Plans;
using Msp.Billing.Tests.Invoicing;
using Msp.Billing.Tests.Rating;

namespace Msp.Billing.Tests.Properties;

/// <summary>What remains of a contract is what it bills if it runs to its regular end, less what it bills if it is left.</summary>
public sealed class TerminationProperties
{
    private static readonly TableTaxCalculator Tax = new(Books.Taxes);

    [Fact]
    public void What_remains_is_what_the_engine_bills_more_if_nobody_leaves() => Gen.Select(Recipes.Any, Gen.Int[0, 400], Gen.Int[0, 200]).Sample(
        (recipe, leaving, noticeBefore) =>
        {
            var terms = recipe.Terms;
            recipe = recipe with { Terms = Fee(terms) };
            var (day, notice) = (terms.Start.AddDays(leaving), terms.Start.AddDays(Math.Max(0, leaving - noticeBefore)));
            var (contract, counts) = recipe.Told();
            if (contract.Terms.PricesIncludeTax || !ContractLifecycle.IsRunning(contract.StatusOn(day)))
            {
                return;
            }

            var cost = new TerminationQuoter(Tax).Quote(contract, Recipe.Customer, day, notice, counts);
            Recomputed.Check(cost.Explanation);
            var (stays, _) = recipe.Told();
            var (leaves, _) = recipe.Told();
            try
            {
                stays.Move(At(notice), ContractAction.GiveNotice);
                leaves.Move(At(day), ContractAction.Terminate);
            }
            catch (ContractMoveException)
            {
                return;
            }

            // Notice has ended it by then: nothing remains. Billing is no measure of that where a shorter last period costs more than a longer one,
            // as a whole period does at a quantity that falls after the notice ends.
            if (!ContractLifecycle.IsRunning(stays.StatusOn(day)))
            {
                Assert.Equal(0, cost.Quote.Fee.MinorUnits);
                return;
            }

            var (whole, part) = (Billed(stays), Billed(leaves));
            var more = whole.ToDictionary(line => line.Key, line => line.Value - part.GetValueOrDefault(line.Key));
            Assert.Equal(more.Values.Where(units => units > 0).Sum(), cost.Quote.Fee.MinorUnits);

            Dictionary<int, long> Billed(Contract played)
            {
                var through = day.AddYears(5);
                var draft = new Drafter(Tax).Draft(played, new DraftRequest(Recipe.Customer, through) { Counts = counts });
                return (draft?.Lines ?? []).Where(line => line.Source.Charge.Timing != ChargeTiming.Once)
                    .GroupBy(line => line.Source.Id).ToDictionary(lines => lines.Key, lines => lines.Sum(line => line.MinorUnits));
            }

            AmendmentNote At(DateOnly on) => new(on, Books.At(terms.Start.AddDays(Recipe.LastDay + 1)), "Maria Berg", "moves away");
        },
        iter: 400);

    private static ContractTerms Fee(ContractTerms terms) => new(terms.Currency, terms.Start, terms.Lines.AsSpan())
    {
        End = terms.End,
        Anchor = terms.Anchor,
        Discounts = terms.Discounts,
        Term = terms.Term with { EarlyTermination = new EarlyTermination.RemainingShare(new Percentage(100m)) },
        Uplift = terms.Uplift,
        Rounding = terms.Rounding,
        PricesIncludeTax = terms.PricesIncludeTax,
        BilledElsewhereUntil = terms.BilledElsewhereUntil,
    };
}
