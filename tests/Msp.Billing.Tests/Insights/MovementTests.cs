using Msp.Billing.Amounts;
using Msp.Billing.Contracts;
using Msp.Billing.Insights;
using Msp.Billing.Plans;
using Msp.Billing.Tests.Invoicing;
using static Msp.Billing.Tests.Invoicing.Books;

namespace Msp.Billing.Tests.Insights;

public sealed class MovementTests
{
    // 10 × 100.00 on 31 January. In February: +5 users, and 10 % more from the 15th. 15 × 110.00 = 1,650.00: 500.00 by units at the old price, 150.00 by price.
    [Fact]
    public void Units_move_at_the_old_price_and_the_rest_is_price()
    {
        var books = new Books(Terms("2026-01-01", new ContractLine(1, ManagedUser(100m), 10)));
        books.Contract.ChangeQuantity(From("2026-02-10"), 1, 15);
        books.Contract.ChangePrice(From("2026-02-15"), 1, Pricing.PerUnit(110m, Currency.Eur));

        var step = MrrStep.Between(MrrTests.Mrr(books, "2026-01-31"), MrrTests.Mrr(books, "2026-02-28"));

        Assert.Equal(new MrrStep("C-1", null, 100_000, 50_000, 0, 15_000), step);
    }

    // One line of 1,000.00 goes, one of 1,200.00 comes: 200.00 more, and not 1,200.00 more and 1,000.00 fewer.
    [Fact]
    public void Lines_that_come_and_go_count_against_each_other()
    {
        var books = new Books(Terms("2026-01-01", new ContractLine(1, ManagedUser(100m), 10)));
        books.Contract.RemoveLine(From("2026-02-10"), 1);
        books.Contract.AddLine(From("2026-02-10"), new ContractLine(2, ManagedUser(120m), 10));

        Assert.Equal(new MrrStep("C-1", null, 100_000, 20_000, 0, 0), MrrStep.Between(MrrTests.Mrr(books, "2026-01-31"), MrrTests.Mrr(books, "2026-02-28")));
    }

    [Fact]
    public void A_customer_is_new_once_and_comes_back_after_that()
    {
        MrrStep[] steps = [new("C-1", null, 0, 5_000, 0, 0)];
        Assert.Equal(new MrrMovement { New = 5_000 }, MrrMovement.OfCustomer(steps, hadBefore: false));
        Assert.Equal(new MrrMovement { Reactivation = 5_000 }, MrrMovement.OfCustomer(steps, hadBefore: true));
    }

    [Fact]
    public void A_second_contract_is_expansion_and_one_of_two_that_ends_is_contraction()
    {
        Assert.Equal(
            new MrrMovement { Opening = 3_000, Expansion = 5_000 },
            MrrMovement.OfCustomer([new("C-1", null, 3_000, 0, 0, 0), new("C-2", null, 0, 5_000, 0, 0)], hadBefore: true));
        Assert.Equal(
            new MrrMovement { Opening = 8_000, Contraction = -5_000 },
            MrrMovement.OfCustomer([new("C-1", null, 3_000, 0, 0, 0), new("C-2", null, 5_000, 0, -5_000, 0)], hadBefore: true));
        Assert.Equal(
            new MrrMovement { Opening = 5_000, Churn = -5_000 },
            MrrMovement.OfCustomer([new("C-2", null, 5_000, 0, -5_000, 0)], hadBefore: true));
    }

    // 5,000 ends and its successor begins at 5,400: 400 more, no churn and nothing new.
    [Fact]
    public void A_successor_counts_as_the_difference()
    {
        MrrStep[] steps = [new("C-1", null, 5_000, 0, -5_000, 0), new("C-2", "C-1", 0, 5_400, 0, 0)];
        Assert.Equal(new MrrMovement { Opening = 5_000, Expansion = 400 }, MrrMovement.OfCustomer(steps, hadBefore: true));
    }
}
