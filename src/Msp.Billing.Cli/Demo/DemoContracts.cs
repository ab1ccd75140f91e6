using System.Collections.Immutable;
using System.Globalization;
using Bogus;
using Msp.Billing.Amounts;
using Msp.Billing.Cli.Importing;
using Msp.Billing.Contracts;
using Msp.Billing.Periods;
using Msp.Billing.Plans;

namespace Msp.Billing.Cli.Demo;

/// <summary>The contracts of the demo company: each customer's main contract, add-ons for some, and successors of those that were renewed.</summary>
internal sealed class DemoContracts
{
    private readonly ImportedCatalog _catalog;
    private readonly ImmutableArray<Customer> _customers;
    private readonly Randomizer _random;
    private readonly DemoHistory _history;
    private readonly ImmutableArray<Contract>.Builder _contracts = ImmutableArray.CreateBuilder<Contract>();

    /// <summary>Prepares to make contracts.</summary>
    /// <param name="catalog">What is sold.</param>
    /// <param name="customers">Who buys it.</param>
    /// <param name="seed">Any number; the same number makes the same contracts.</param>
    public DemoContracts(ImportedCatalog catalog, ImmutableArray<Customer> customers, int seed)
    {
        _catalog = catalog;
        _customers = customers;
        _random = new Randomizer(seed + 1);
        _history = new DemoHistory(catalog, new Randomizer(seed + 2));
    }

    /// <summary>Makes the contracts with their history.</summary>
    public ImmutableArray<Contract> Make()
    {
        for (var i = 0; i < _customers.Length; i++)
        {
            var main = Main(i);
            _contracts.Add(main);
            _history.Write(main, i % DemoHistory.Stories);
            if (main.StatusOn(DemoCompany.Today.AddDays(-1)) == ContractStatus.Renewed)
            {
                _contracts.Add(Successor(main, i));
            }

            if (AddOnOf(i) is { } plan)
            {
                _contracts.Add(AddOn(i, plan));
            }
        }

        return _contracts.ToImmutable();
    }

    private string NextNumber() => string.Create(CultureInfo.InvariantCulture, $"C-{2001 + _contracts.Count}");

    private bool PaysInPounds(int index) => _customers[index].Country == "GB";

    private Plan PlanOf(int index) => Find(PaysInPounds(index) ? "co-managed" : (index % 6) switch
    {
        0 or 1 => "managed-basic",
        2 or 3 => "managed-standard",
        4 => "managed-premium",
        _ => "co-managed",
    });

    private static string? AddOnOf(int index) => (index % 8) switch
    {
        1 or 6 => "licences",
        3 => "security",
        4 => "connect",
        _ => null,
    };

    private Plan Find(string code) => _catalog.Plans.Single(plan => plan.Code == code);

    private Contract Main(int index)
    {
        var story = index % DemoHistory.Stories;
        var plan = PlanOf(index);
        var start = story >= DemoHistory.FirstNewcomer
            ? DemoCompany.FirstDay.AddDays(_random.Int(30, 380))
            : new DateOnly(_random.Int(2022, 2024), _random.Int(1, 12), _random.Int(1, 28));
        var lines = LinesOf(index, plan, start);
        if (story >= DemoHistory.FirstNewcomer)
        {
            var onboarding = Find("projects").Charges[0];
            lines = lines.Add(new ContractLine(lines.Length + 1, PaysInPounds(index) ? onboarding.WithPricing(Pricing.Flat(1_250m, Currency.Gbp)) : onboarding, 1m));
        }

        var terms = new ContractTerms(lines[0].Charge.Pricing.Currency, start, lines.AsSpan())
        {
            Anchor = index % 3 == 0 ? BillingAnchor.OnStart(start) : BillingAnchor.OnDay(1, start),
            Term = TermOf(index, plan),
            Uplift = UpliftOf(index),
            Discounts = DiscountsOf(index, lines[0].Charge.Pricing.Currency),
            PaymentDays = (index % 3) switch { 0 => 14, 1 => 30, _ => 45 },
            BilledElsewhereUntil = start < DemoCompany.BilledFrom ? DemoCompany.BilledFrom : null,
        };
        var begins = story == DemoHistory.Unsigned ? ContractStatus.Draft : ContractStatus.Scheduled;
        return new Contract(NextNumber(), _customers[index].Number, terms, DemoHistory.At(start.AddDays(-20), 9), begins) { Plan = plan.Code };
    }

    private ImmutableArray<ContractLine> LinesOf(int index, Plan plan, DateOnly start)
    {
        var users = (index % 4) switch { 0 => _random.Int(5, 15), 3 => _random.Int(80, 180), _ => _random.Int(16, 60) };
        var quantities = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var charge in plan.Charges)
        {
            if (charge.Unit.Code != "flat" && charge.Basis != QuantityBasis.Reported)
            {
                quantities.Add(charge.Code, QuantityOf(charge.Code, users));
            }
        }

        var lines = ContractLine.FromPlan(plan, quantities, BookOf(index, plan, start));
        return [.. lines.Select(line => WithTerms(index, line))];
    }

    private decimal QuantityOf(string charge, int users) => charge switch
    {
        "server" => 1 + (users / 20),
        "switch" => 1 + (users / 24),
        "access-point" => 2 + (users / 10),
        "printer" => 1 + (users / 12),
        "firewall" => 1,
        "site" => _random.Int(1, 4),
        "storage-pack" => _random.Int(1, 30) * 50,
        "mobile" => users / 2,
        "other" => _random.Int(0, 3),
        _ => users,
    };

    private PriceBook? BookOf(int index, Plan plan, DateOnly start)
    {
        if (plan.Tier is not null)
        {
            return null;
        }

        var firstList = new DateOnly(2025, 1, 1);
        return _catalog.PriceBooks.On(PaysInPounds(index) ? Currency.Gbp : Currency.Eur, start < firstList ? firstList : start);
    }

    private ContractLine WithTerms(int index, ContractLine line)
    {
        var ownDiscount = index % 7 == 2 && line.Id == 2;
        var fixedDiscount = index % 11 == 3 && line.Id == 1;
        return new ContractLine(line.Id, line.Charge, line.Quantity)
        {
            CommittedQuantity = line.Charge.Code is "licence" or "managed-user" && index % 5 == 1 ? decimal.Floor(line.Quantity * 0.8m) : 0m,
            Site = line.Charge.Code is "firewall" or "switch" ? _customers[index].Sites[0].Code : null,
            NeverUplifted = line.Charge.Code == "server" && index % 8 == 4,
            Discounts = ownDiscount ? [Discount.OfPercent(10 + line.Id, "First three months", 10m).Within(firstPeriods: 3)]
                : fixedDiscount ? [Discount.OfAmount(20 + line.Id, "Reference customer", new Money(25m, line.Charge.Pricing.Currency))]
                : [],
        };
    }

    private static Term TermOf(int index, Plan plan)
    {
        var commitment = Term.Of(plan.Level.Commitment);
        var fixedTerm = index % DemoHistory.Stories == DemoHistory.Expired;
        return new Term(fixedTerm ? null : commitment.Months, fixedTerm ? null : commitment.RenewalMonths, commitment.NoticeDays)
        {
            EarlyTermination = (index % 5) switch
            {
                0 => new EarlyTermination.MonthsOrRemainder(3),
                1 => new EarlyTermination.RemainingShare(new Percentage(50m)),
                2 => new EarlyTermination.Declining(new Percentage(75m), new Percentage(50m), new Percentage(25m)),
                _ => EarlyTermination.None,
            },
        };
    }

    private static Uplift? UpliftOf(int index) => (index % 8) switch
    {
        0 or 4 => Uplift.EveryYear(3m).WithNotice(60),
        5 => Uplift.ByPublishedIndex(0m, 5m),
        6 => Uplift.OnDays(new UpliftStep(new DateOnly(2025, 7, 1), new Percentage(2m)), new UpliftStep(new DateOnly(2026, 3, 1), new Percentage(2.5m))),
        _ => null,
    };

    private static ImmutableArray<Discount> DiscountsOf(int index, Currency currency) => (index % 9) switch
    {
        0 => [Discount.OfPercent(1, "Long-term customer", 5m)],
        4 => [Discount.OfAmount(1, "Bundle", new Money(50m, currency))],
        8 => [Discount.OfPercent(1, "Spring offer", 7.5m).Within(new DateOnly(2026, 2, 15), new DateOnly(2026, 5, 1))],
        _ => [],
    };

    private Contract Successor(Contract old, int index)
    {
        var start = old.EndAsKnown() ?? throw new InvalidOperationException($"Contract {old.Number} was renewed and has no end.");
        var plan = Find("managed-premium");
        var lines = LinesOf(index, plan, start);
        var terms = new ContractTerms(Currency.Eur, start, lines.AsSpan())
        {
            Anchor = BillingAnchor.OnDay(1, start),
            Term = Term.Of(plan.Level.Commitment),
            BilledElsewhereUntil = start < DemoCompany.BilledFrom ? DemoCompany.BilledFrom : null,
        };
        return new Contract(NextNumber(), old.Customer, terms, DemoHistory.At(start.AddDays(-15), 11), ContractStatus.Scheduled)
        {
            Plan = plan.Code,
            Predecessor = old.Number,
        };
    }

    private Contract AddOn(int index, string code)
    {
        var plan = Find(code);
        var start = DemoCompany.FirstDay.AddMonths(_random.Int(-6, 13)).AddDays(_random.Int(0, 27));
        var lines = LinesOf(index, plan, start);
        var terms = new ContractTerms(lines[0].Charge.Pricing.Currency, start, lines.AsSpan())
        {
            Anchor = code == "connect" ? BillingAnchor.OnDay(1, start, 1) : BillingAnchor.OnDay(1, start),
            Term = Term.Of(plan.Level.Commitment),
            BilledElsewhereUntil = start < DemoCompany.BilledFrom ? DemoCompany.BilledFrom : null,
        };
        var contract = new Contract(NextNumber(), _customers[index].Number, terms, DemoHistory.At(start.AddDays(-12), 14), ContractStatus.Scheduled) { Plan = code };
        _history.WriteAddOn(contract);
        return contract;
    }
}
