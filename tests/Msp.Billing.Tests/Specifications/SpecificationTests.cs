using System.Globalization;
using CsCheck;
using Msp.Billing.Specifications;

namespace Msp.Billing.Tests.Specifications;

public sealed class SpecificationTests
{
    private static readonly Agreement[] Agreements =
    [
        new("Birch", new(2026, 3, 31), 45),
        new("alder", new(2026, 6, 30), 8),
        new("Zelkova", new(2026, 3, 31), 120),
        new("ash", new(2027, 1, 31), 45),
        new(null, new(2026, 4, 30), 3),
    ];

    private static readonly Gen<Agreement[]> Any =
        Gen.Select(Gen.Int[0, 5], Gen.Int[0, 3], Gen.Int[0, 4])
            .Select((customer, month, users) => new Agreement(customer == 0 ? null : "abCDé"[(customer - 1)..customer], new(2026, month + 1, 1), users))
            .Array[0, 20];

    [Fact]
    public void Takes_what_meets_every_condition()
    {
        var small = new Asked(query => query.Where(it => it.Users < 50).Where(it => it.End.Year == 2026));

        Assert.Equal("Birch alder ?", Names(small.Evaluate(Agreements)));
        Assert.Equal([true, true, false, false, true], Agreements.Select(small.IsSatisfiedBy));
        Assert.Equal(2, small.WhereExpressions.Count);
    }

    [Fact]
    public void Takes_everything_where_nothing_is_asked()
    {
        var anything = new Asked(_ => { });

        Assert.Equal(Agreements, anything.Evaluate(Agreements));
        Assert.True(anything.Criteria.Compile()(Agreements[0]));
        Assert.Empty(anything.OrderExpressions);
        Assert.Null(anything.Skip ?? anything.Take);
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    public void Orders_text_by_code_units_in_every_culture_and_what_is_missing_first(string culture)
    {
        var here = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal("? Birch Zelkova alder ash", Names(new Asked(query => query.OrderBy(it => it.Customer)).Evaluate(Agreements)));
            Assert.Equal("ash alder Zelkova Birch ?", Names(new Asked(query => query.OrderByDescending(it => it.Customer)).Evaluate(Agreements)));
        }
        finally
        {
            CultureInfo.CurrentCulture = here;
        }
    }

    [Fact]
    public void Further_keys_decide_among_equals()
    {
        Assert.Equal("Zelkova Birch ? alder ash", Names(new Asked(query => query.OrderBy(it => it.End).ThenByDescending(it => it.Users)).Evaluate(Agreements)));
        Assert.Equal("Zelkova Birch ash alder ?", Names(new Asked(query => query.OrderByDescending(it => it.Users).ThenBy(it => it.Customer)).Evaluate(Agreements)));
    }

    [Theory]
    [InlineData(1, 2, "Birch Zelkova")]
    [InlineData(0, 0, "")]
    [InlineData(4, 9, "ash")]
    [InlineData(9, 1, "")]
    public void A_page_is_cut_from_the_order(int skip, int take, string names) =>
        Assert.Equal(names, Names(new Asked(query => query.OrderBy(it => it.Customer).Skip(skip).Take(take)).Evaluate(Agreements)));

    [Fact]
    public void Keeps_what_a_database_is_to_load_along() =>
        Assert.Equal("it => it.Parent", new Asked(query => query.Include(it => it.Parent)).IncludeExpressions.Single().ToString());

    [Fact]
    public void Combines_conditions_as_logic_does()
    {
        var (small, ending) = (new Asked(query => query.Where(it => it.Users < 50)), new Asked(query => query.Where(other => other.End.Year == 2026)));
        Any.Sample(agreements => Assert.All(agreements.Concat(Agreements), it =>
        {
            var (isSmall, isEnding) = (small.IsSatisfiedBy(it), ending.IsSatisfiedBy(it));
            Assert.Equal(isSmall && isEnding, small.And(ending).IsSatisfiedBy(it));
            Assert.Equal(isSmall || isEnding, small.Or(ending).IsSatisfiedBy(it));
            Assert.Equal(!isSmall, small.Not().IsSatisfiedBy(it));
            Assert.Equal(!(isSmall && !isEnding), small.And(ending.Not()).Not().IsSatisfiedBy(it));
        }), iter: 20);
    }

    [Fact]
    public void A_combination_is_one_expression_that_a_database_can_read()
    {
        var both = new Asked(query => query.Where(it => it.Users < 50)).And(new Asked(query => query.Where(other => other.Users > 5)).Not());

        Assert.Equal("it => ((it.Users < 50) AndAlso Not((it.Users > 5)))", both.Criteria.ToString());
    }

    // What an evaluator in a database project does with the expressions gives the same things as the evaluation in memory.
    [Fact]
    public void Means_the_same_to_a_query_provider()
    {
        var asked = new Asked(query => query
            .Where(it => it.Users > 0)
            .Where(it => it.End.Month < 4)
            .OrderByDescending(it => it.End).ThenBy(it => it.Users)
            .Skip(1).Take(5));
        Any.Sample(agreements =>
        {
            var query = agreements.AsQueryable().Where(asked.Criteria);
            var (first, second) = (asked.OrderExpressions[0], asked.OrderExpressions[1]);
            Assert.Equal((OrderType.OrderByDescending, OrderType.ThenBy), (first.OrderType, second.OrderType));
            query = query.OrderByDescending(first.KeySelector).ThenBy(second.KeySelector).Skip(asked.Skip ?? 0).Take(asked.Take ?? int.MaxValue);

            Assert.Equal(query, asked.Evaluate(agreements));
        });
    }

    [Fact]
    public void Refuses_two_orders_two_pages_and_a_combination_of_pages()
    {
        Assert.Throws<InvalidOperationException>(() => new Asked(query => query.OrderBy(it => it.End).OrderBy(it => it.Users)));
        Assert.Throws<InvalidOperationException>(() => new Asked(query => query.OrderBy(it => it.End).ThenBy(it => it.Users).OrderByDescending(it => it.Users)));
        Assert.Throws<InvalidOperationException>(() => new Asked(query => query.Skip(1).Skip(1)));
        Assert.Throws<InvalidOperationException>(() => new Asked(query => query.Take(1).Take(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Asked(query => query.Take(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Asked(query => query.Skip(-1)));

        var (firstTen, all) = (new Asked(query => query.Take(10)), new Asked(_ => { }));
        Assert.Throws<InvalidOperationException>(() => firstTen.And(all));
        Assert.Throws<InvalidOperationException>(() => all.Or(firstTen));
        Assert.Equal(
            "Asked skips or takes a number and cannot be combined; leave out Skip and Take.",
            Assert.Throws<InvalidOperationException>(() => firstTen.Not()).Message);
    }

    private static string Names(IEnumerable<Agreement> agreements) => string.Join(' ', agreements.Select(it => it.Customer ?? "?"));

    private sealed class Asked : Specification<Agreement>
    {
        public Asked(Action<SpecificationBuilder<Agreement>> ask) => ask(Query);
    }
}
