using Msp.Billing.Amounts;
using Msp.Billing.Catalog;
using Msp.Billing.Contracts;
using Msp.Billing.Plans;
using static Msp.Billing.Tests.Contracts.Agreements;

namespace Msp.Billing.Tests.Contracts;

public sealed class ContractAmendingTests
{
    private static readonly ContractLine Setup =
        new(7, new Charge("setup", "Onboarding", BillingUnit.Flat, Pricing.Flat(900m, Currency.Eur)) { Timing = ChargeTiming.Once }, 1m);

    private static readonly ContractLine Support = new(
        8, new Charge("support", "Support", BillingUnit.Minute, Pricing.PerUnit(2m, Currency.Eur)) { Timing = ChargeTiming.Arrears, Basis = QuantityBasis.Reported }, 0m);

    [Fact]
    public void Amendments_are_numbered_in_the_order_of_recording_and_keep_their_note()
    {
        var contract = Signed();

        contract.ChangeQuantity(On("2026-06-01", 1), 1, 12m);
        contract.AddLine(On("2026-03-01", 2), Users(2));
        contract.Move(On("2026-05-01", 3), ContractAction.Suspend);

        Assert.Equal("1 2026-06-01, 2 2026-03-01, 3 2026-05-01", string.Join(", ", contract.Amendments.Select(one => FormattableString.Invariant($"{one.Number} {one.Day:yyyy-MM-dd}"))));
        Assert.Equal((Recorded.AddDays(2), "sales", "as agreed"), (contract.Amendments[1].RecordedAt, contract.Amendments[1].Author, contract.Amendments[1].Reason));
    }

    [Fact]
    public void A_note_is_kept_in_utc_and_needs_words()
    {
        var note = new AmendmentNote(Day("2026-03-01"), new DateTimeOffset(2026, 3, 1, 0, 30, 0, TimeSpan.FromHours(2)), "sales", "as agreed");

        Assert.Equal((TimeSpan.Zero, 22), (note.RecordedAt.Offset, note.RecordedAt.Hour));
        Assert.Throws<ArgumentException>(() => new AmendmentNote(Day("2026-03-01"), Recorded, " ", "as agreed"));
        Assert.Throws<ArgumentException>(() => new AmendmentNote(Day("2026-03-01"), Recorded, "sales", ""));
    }

    [Fact]
    public void An_unknown_line_is_refused_with_those_there_are()
    {
        var contract = Signed();
        contract.AddLine(On("2026-02-01"), Users(5));

        Refused(contract, "there is no line number 2. Lines: 1, 5.", now => now.RemoveLine(On("2026-03-01"), 2));
        Refused(contract, "there is no line number 2. Lines: 1, 5.", now => now.ChangeQuantity(On("2026-03-01"), 2, 5m));
        Refused(contract, "there is no line number 2. Lines: 1, 5.", now => now.ChangePrice(On("2026-03-01"), 2, Pricing.PerUnit(1m, Currency.Eur)));
        Refused(contract, "there is no line number 2. Lines: 1, 5.", now => now.AddDiscount(On("2026-03-01"), Discount.OfPercent(1, "Loyal", 5m), 2));
        Refused(contract, "there is no line number 2. Lines: 1, 5.", now => now.ChangePlan(On("2026-03-01"), "gold", [2], []));
    }

    [Fact]
    public void A_line_that_has_ended_is_refused_and_one_that_ends_later_is_not()
    {
        var contract = Signed();
        contract.RemoveLine(On("2026-06-01"), 1);

        contract.ChangeQuantity(On("2026-05-31"), 1, 5m);
        contract.RemoveLine(On("2026-05-15"), 1); // it turns out that it ended earlier
        Refused(contract, "line number 1 ('user') has ended by then.", now => now.ChangeQuantity(On("2026-06-01"), 1, 5m));
        Refused(contract, "line number 1 ('user') has ended by then.", now => now.RemoveLine(On("2026-07-01"), 1));
        Refused(contract, "line number 1 ('user') has ended by then.", now => now.AddDiscount(On("2026-06-01"), Discount.OfPercent(1, "Loyal", 5m), 1));
    }

    [Fact]
    public void A_line_with_an_agreed_end_is_refused_from_that_day()
    {
        var contract = Signed();
        contract.AddLine(On("2026-02-01"), new ContractLine(2, Users().Charge, 3m) { End = Day("2026-04-01") });

        contract.ChangeQuantity(On("2026-03-31"), 2, 4m);
        Refused(contract, "line number 2 ('user') has ended by then.", now => now.ChangeQuantity(On("2026-04-01"), 2, 5m));
    }

    [Theory]
    [InlineData("2026-03-15 Terminate", "2026-03-15")]
    [InlineData("2026-03-01 GiveNotice", "2026-04-01")]
    [InlineData("2026-06-01 Renew", "2026-06-01")]
    [InlineData("2026-06-01 Renew", "2027-06-01")]
    public void A_contract_that_is_over_is_not_amended(string moves, string day)
    {
        var contract = Signed().After(moves);

        Refused(contract, "the contract is over by then.", now => now.ChangeQuantity(On(day, 9), 1, 5m));
        Refused(contract, "the contract is over by then.", now => now.AddLine(On(day, 9), Users(2)));
        Refused(contract, "the contract is over by then.", now => now.AddDiscount(On(day, 9), Discount.OfPercent(1, "Loyal", 5m)));
        contract.ChangeQuantity(On("2026-02-15", 9), 1, 5m); // the days before can still be corrected
    }

    [Fact]
    public void Amounts_of_another_currency_are_refused()
    {
        var contract = Signed();

        Refused(contract, "the new price is in USD; the contract is in EUR.", now => now.ChangePrice(On("2026-03-01"), 1, Pricing.PerUnit(1m, Currency.Usd)));
        Refused(
            contract, "the discount is in USD; the contract is in EUR.",
            now => now.AddDiscount(On("2026-03-01"), Discount.OfAmount(1, "Loyal", new Money(5m, Currency.Usd))));
        var dollars = new ContractLine(2, new Charge("user", "Managed user", BillingUnit.User, Pricing.PerUnit(1m, Currency.Usd)), 1m);
        var refused = Assert.Throws<ArgumentException>(() => contract.AddLine(On("2026-03-01"), dollars));
        Assert.Equal("Line 2 ('user') is priced in USD; the contract is in EUR. (Parameter 'line')", refused.Message);
    }

    [Fact]
    public void Numbers_are_never_used_twice()
    {
        var contract = Signed();
        contract.AddLine(On("2026-02-01"), new ContractLine(2, Users().Charge, 3m) { Discounts = [Discount.OfPercent(1, "Loyal", 5m)] });
        contract.RemoveLine(On("2026-03-01"), 2);

        Assert.Throws<ArgumentException>(() => contract.AddLine(On("2026-04-01"), Users(2)));
        Assert.Throws<ArgumentException>(() => contract.ChangePlan(On("2026-04-01"), "gold", [1], [Users(3), Users(3)]));
        Refused(contract, "discount number 1 is taken; numbers are never reused.", now => now.AddDiscount(On("2026-04-01"), Discount.OfPercent(1, "Spring", 5m)));
        var again = new ContractLine(4, Users().Charge, 3m) { Discounts = [Discount.OfPercent(1, "Spring", 5m)] };
        Assert.Throws<ArgumentException>(() => contract.AddLine(On("2026-04-01"), again));
        Assert.Equal(2, contract.Amendments.Count);
    }

    [Fact]
    public void A_line_that_would_end_before_it_begins_is_refused()
    {
        var line = new ContractLine(2, Users().Charge, 3m) { Start = Day("2026-02-01"), End = Day("2026-03-01") };

        Refused(Signed(), "line number 2 ('user') would end on 2026-03-01, before it begins on 2026-03-01.", now => now.AddLine(On("2026-03-01"), line));
    }

    [Fact]
    public void A_quantity_must_fit_the_unit_of_the_line()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Signed().ChangeQuantity(On("2026-03-01"), 1, 2.5m));
        Assert.Throws<ArgumentOutOfRangeException>(() => Signed().ChangeQuantity(On("2026-03-01"), 1, -1m));
    }

    [Fact]
    public void What_is_billed_by_report_has_no_quantity_to_set()
    {
        var contract = Signed();
        contract.AddLine(On("2026-02-01"), Support);

        Refused(
            contract, "line number 8 ('support') bills what is reported for it; record the usage instead.",
            now => now.ChangeQuantity(On("2026-03-01"), 8, 30m));
    }

    [Fact]
    public void What_is_billed_once_cannot_change_after_its_day()
    {
        var contract = Signed();
        contract.AddLine(On("2026-02-01"), Setup);
        const string refusal = "line number 7 ('setup') is billed once, on 2026-02-01; a change after that day bills nothing. Add a line instead.";

        contract.ChangePrice(On("2026-02-01"), 7, Pricing.Flat(800m, Currency.Eur)); // on the very day it still counts
        Refused(contract, refusal, now => now.ChangePrice(On("2026-02-02"), 7, Pricing.Flat(700m, Currency.Eur)));
        Refused(contract, refusal, now => now.ChangeQuantity(On("2026-02-02"), 7, 2m));
    }

    [Fact]
    public void Discounts_end_once()
    {
        var contract = Signed();
        contract.AddDiscount(On("2026-02-01"), Discount.OfPercent(1, "Loyal", 5m));

        Refused(contract, "there is no discount number 2.", now => now.RemoveDiscount(On("2026-03-01"), 2));
        contract.RemoveDiscount(On("2026-03-01"), 1);
        Refused(contract, "discount number 1 has ended by then.", now => now.RemoveDiscount(On("2026-03-01"), 1));
    }

    [Fact]
    public void A_plan_gives_way_to_another()
    {
        var contract = new Contract("C-1", "K-1", Terms(), Recorded, ContractStatus.Scheduled) { Plan = "silver" };

        var change = Assert.IsType<Amendment.PlanChanged>(contract.ChangePlan(On("2026-06-01"), "gold", [1, 1], [Users(2, 120m), Users(3, 30m)]));

        Assert.Equal([1], change.Removed);
        Assert.Equal([2, 3], change.Added.Select(line => line.Id));
        Assert.Equal(("silver", "gold"), (contract.PlanOn(Day("2026-05-31")), contract.PlanOn(Day("2026-06-01"))));
        Assert.Equal("silver", contract.PlanOn(Day("2026-06-01"), Recorded)); // as known before the change
        Refused(contract, "line number 1 ('user') has ended by then.", now => now.ChangeQuantity(On("2026-06-01"), 1, 5m));
        contract.ChangeQuantity(On("2026-06-01"), 3, 5m);
    }

    [Fact]
    public void An_index_is_published_once_a_day_and_only_where_it_is_agreed()
    {
        var contract = Signed(uplift: Uplift.ByPublishedIndex());
        contract.PublishIndex(On("2027-01-01"), 120.4m, 123.4m);

        Refused(contract, "a step by index is recorded for this day already.", now => now.PublishIndex(On("2027-01-01"), 120.4m, 123.5m));
        Refused(Signed(), "the contract has no uplift by index.", now => now.PublishIndex(On("2027-01-01"), 120.4m, 123.5m));
        Refused(Signed(uplift: Uplift.EveryYear(3m)), "the contract has no uplift by index.", now => now.PublishIndex(On("2027-01-01"), 120.4m, 123.5m));
    }

    private static void Refused(Contract contract, string because, Action<Contract> amend)
    {
        var before = contract.Amendments.Count;
        var refused = Assert.Throws<AmendmentException>(() => amend(contract));
        Assert.Equal(FormattableString.Invariant($"Contract C-1, {refused.Day:yyyy-MM-dd}: {because}"), refused.Message);
        Assert.Equal(("C-1", before), (refused.Contract, contract.Amendments.Count));
    }
}
