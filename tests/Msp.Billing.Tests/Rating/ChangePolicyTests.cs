using Msp.Billing.Amounts;
using Msp.Billing.Catalog;
using Msp.Billing.Contracts;
using Msp.Billing.Plans;
using Msp.Billing.Tests.Invoicing;
using Msp.Billing.Usage;

namespace Msp.Billing.Tests.Rating;

/// <summary>From when a changed quantity is billed. The contract begins on 1 January 2026 with 10 users, its term is six months, then six more.</summary>
public sealed class ChangePolicyTests
{
    private static Contract TenUsers(ChangePolicy increase, ChangePolicy decrease, decimal committed = 0, Term? term = null) => Rated.Contract(
        new ContractTerms(
            Currency.Eur, Rated.Day("2026-01-01"),
            new ContractLine(
                1, new Charge("users", "Users", BillingUnit.User, Pricing.PerUnit(31m, Currency.Eur)) { Increase = increase, Decrease = decrease }, 10)
            {
                CommittedQuantity = committed,
            })
        {
            Term = term ?? new Term(6, 6, 30),
        });

    private static string Billed(Contract contract, params UsageCount[] counts) => string.Join(
        ", ", Rated.History(contract, counts).Lines[0].Quantities.ToArray().Select(change => $"{change.Quantity} from {change.Day:MM-dd}"));

    [Theory]
    [InlineData(ChangePolicy.Immediately, "03-17:12", "10 from 01-01, 12 from 03-17")]
    [InlineData(ChangePolicy.NextPeriod, "03-17:12", "10 from 01-01, 12 from 04-01")]
    [InlineData(ChangePolicy.NextPeriod, "03-01:12", "10 from 01-01, 12 from 03-01")] // on a period's first day it counts for it
    [InlineData(ChangePolicy.AtRenewal, "03-17:12", "10 from 01-01, 12 from 07-01")]
    [InlineData(ChangePolicy.AtRenewal, "07-01:12", "10 from 01-01, 12 from 07-01")]
    [InlineData(ChangePolicy.AtRenewal, "07-02:12", "10 from 01-01, 12 from 01-01")] // of the next year
    [InlineData(ChangePolicy.NextPeriod, "03-10:12 03-20:14", "10 from 01-01, 14 from 04-01")] // the last word before the period counts
    [InlineData(ChangePolicy.NextPeriod, "03-10:12 03-20:10", "10 from 01-01")] // taken back before it was billed
    [InlineData(ChangePolicy.NextPeriod, "03-10:12 04-01:14", "10 from 01-01, 12 from 04-01, 14 from 04-01")] // the later of one day holds
    public void More_users(ChangePolicy increase, string changes, string billed) =>
        Assert.Equal(billed, Billed(Change(TenUsers(increase, ChangePolicy.Immediately), changes)));

    [Theory]
    [InlineData(ChangePolicy.Immediately, "03-17:8", "10 from 01-01, 8 from 03-17")]
    [InlineData(ChangePolicy.NextPeriod, "03-17:8", "10 from 01-01, 8 from 04-01")]
    [InlineData(ChangePolicy.AtRenewal, "03-17:8", "10 from 01-01, 8 from 07-01")]
    [InlineData(ChangePolicy.AtRenewal, "03-17:8 05-01:11", "10 from 01-01, 11 from 05-01")] // more than billed: at once
    [InlineData(ChangePolicy.AtRenewal, "03-17:8 05-01:9", "10 from 01-01, 9 from 07-01")] // still fewer than billed
    public void Fewer_users(ChangePolicy decrease, string changes, string billed) =>
        Assert.Equal(billed, Billed(Change(TenUsers(ChangePolicy.Immediately, decrease), changes)));

    [Fact]
    public void Without_a_renewal_fewer_are_never_billed() => Assert.Equal(
        "10 from 01-01", Billed(Change(TenUsers(ChangePolicy.Immediately, ChangePolicy.AtRenewal, term: Term.Evergreen), "03-17:8")));

    [Theory]
    [InlineData(9, "03-17:4", "10 from 01-01, 9 from 03-17")]
    [InlineData(9, "03-17:9", "10 from 01-01, 9 from 03-17")]
    [InlineData(12, "03-17:15", "12 from 01-01, 15 from 03-17")]
    public void No_less_than_the_committed_quantity(decimal committed, string changes, string billed) =>
        Assert.Equal(billed, Billed(Change(TenUsers(ChangePolicy.Immediately, ChangePolicy.Immediately, committed), changes)));

    // Of two records for one day the later one holds, whatever its kind; a count before the line begins is its first quantity.
    [Fact]
    public void Counts_and_amendments_for_one_day_follow_their_recording()
    {
        var contract = TenUsers(ChangePolicy.Immediately, ChangePolicy.Immediately);
        contract.ChangeQuantity(Books.From("2026-03-17", "2026-03-20"), 1, 12);

        Assert.Equal("10 from 01-01, 12 from 03-17", Billed(contract, new UsageCount(1, Rated.Day("2026-03-17"), 15, Books.At(Rated.Day("2026-03-18")))));
        Assert.Equal("10 from 01-01, 15 from 03-17", Billed(contract, new UsageCount(1, Rated.Day("2026-03-17"), 15, Books.At(Rated.Day("2026-03-21")))));
        Assert.Equal("7 from 01-01, 12 from 03-17", Billed(contract, Rated.Count("2025-12-24", 7m)));
    }

    [Fact]
    public void The_order_in_which_counts_come_in_does_not_matter()
    {
        var contract = TenUsers(ChangePolicy.NextPeriod, ChangePolicy.AtRenewal);
        UsageCount[] counts = [Rated.Count("2026-02-03", 12m), Rated.Count("2026-03-17", 9m), Rated.Count("2026-03-18", 14m), Rated.Count("2026-05-02", 8m)];
        var expected = Billed(contract, counts);

        Array.Reverse(counts);
        Assert.Equal("10 from 01-01, 12 from 03-01, 14 from 04-01, 8 from 07-01", expected);
        Assert.Equal(expected, Billed(contract, counts));
    }

    private static Contract Change(Contract contract, string changes)
    {
        foreach (var change in changes.Split(' '))
        {
            contract.ChangeQuantity(Books.From("2026-" + change[..5], "2026-01-01"), 1, Rated.Number(change[6..]));
        }

        return contract;
    }
}
