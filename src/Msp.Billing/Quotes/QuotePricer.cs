using System.Collections.Immutable;
using Msp.Billing.Amounts;
using Msp.Billing.Contracts;
using Msp.Billing.Invoicing;
using Msp.Billing.Periods;
using Msp.Billing.Plans;

namespace Msp.Billing.Quotes;

/// <summary>Prices choices of a quote, with the terms that would be agreed and the engine that would bill them.</summary>
/// <remarks>Not thread-safe: it keeps room for its work. The same content and choice give the same figures on each thread.</remarks>
/// <param name="tax">Decides category and rate of each line.</param>
public sealed class QuotePricer(ITaxCalculator tax)
{
    /// <summary>How many invoices are shown unless more or fewer are asked for.</summary>
    public const int ShownInvoices = 3;

    // A contract exists from the beginning of time until it is accepted: nothing in a quote depends on when it was recorded.
    private const string OnPaper = "quote";
    private readonly Drafter _drafter = new(tax);

    /// <summary>Prices one choice.</summary>
    /// <param name="content">The quote.</param>
    /// <param name="choice">What is chosen.</param>
    /// <param name="customer">Who would pay; its tax profile decides the tax.</param>
    /// <param name="invoices">How many invoices to show; zero or more.</param>
    /// <exception cref="QuoteChoiceException">The quote does not offer the choice.</exception>
    /// <exception cref="MissingTaxRateException">A line cannot be taxed.</exception>
    /// <exception cref="OverflowException">An amount is beyond what can be computed or stored.</exception>
    public OptionFigures Price(QuoteContent content, QuoteChoice choice, Customer customer, int invoices = ShownInvoices)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(choice);
        ArgumentNullException.ThrowIfNull(customer);
        ArgumentOutOfRangeException.ThrowIfNegative(invoices);
        var terms = content.TermsFor(choice);
        var list = Undiscounted(terms);
        var (steadyMonths, steady) = Steady(terms, customer);
        var (_, steadyList) = Steady(list, customer);
        var zero = Money.Zero(terms.Currency);
        var term = TermEnd(terms);
        var year = Days(terms, FirstYearEnd(terms), customer);
        var whole = term is { } end ? Days(terms, end, customer) : null;
        var before = Days(list, term ?? FirstYearEnd(list), customer);
        return new OptionFigures
        {
            Option = content.Option(choice.Option),
            Choice = choice,
            Terms = terms,
            Monthly = PerMonth(steady, steadyMonths, terms),
            MonthlyBeforeDiscounts = PerMonth(steadyList, steadyMonths, terms),
            OneOff = OneOff(whole ?? year, terms.Currency),
            YearOne = year?.Subtotal ?? zero,
            WholeTerm = term is null ? null : whole?.Subtotal ?? zero,
            TermBeforeDiscounts = before?.Subtotal ?? zero,
            Lines = Lines(content, terms, steady, steadyList, whole ?? year, before),
            Invoices = Invoices(content, choice, customer, invoices),
        };
    }

    /// <summary>Prices every option with the same items, those that are for it; what the cards of a proposal show.</summary>
    /// <param name="content">The quote.</param>
    /// <param name="choice">The items that are chosen; items that are not for an option are left out of it.</param>
    /// <param name="customer">Who would pay.</param>
    /// <param name="invoices">How many invoices to show for each; zero or more.</param>
    /// <exception cref="QuoteChoiceException">The quote does not offer the choice.</exception>
    /// <exception cref="MissingTaxRateException">A line cannot be taxed.</exception>
    public ImmutableArray<OptionFigures> PriceAll(QuoteContent content, QuoteChoice choice, Customer customer, int invoices = ShownInvoices)
    {
        ArgumentNullException.ThrowIfNull(content);
        content.Check(choice);
        var figures = ImmutableArray.CreateBuilder<OptionFigures>(content.Options.Length);
        foreach (var option in content.Options)
        {
            var items = choice.Items.Where(chosen => content.Items.Any(item => item.Code == chosen.Code && item.IsFor(option.Code)));
            figures.Add(Price(content, new QuoteChoice(option.Code, items), customer, invoices));
        }

        return figures.MoveToImmutable();
    }

    /// <summary>The months that the accepted contract would be billed, as the forecast of a contract says it.</summary>
    /// <param name="content">The quote.</param>
    /// <param name="choice">What is chosen.</param>
    /// <param name="customer">Who would pay.</param>
    /// <param name="months">How many; 1 to 1,200.</param>
    /// <exception cref="QuoteChoiceException">The quote does not offer the choice.</exception>
    public ImmutableArray<ForecastMonth> Forecast(QuoteContent content, QuoteChoice choice, Customer customer, int months)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(customer);
        var terms = content.TermsFor(choice);
        return Forecaster.Forecast(Contract(terms, customer), customer, tax, content.FirstInvoiceDay ?? terms.Start, months);
    }

    /// <summary>What the seller's costs for the term are: the unit costs of the lines as the engine counts them, before labour.</summary>
    /// <returns>Null where the cost of a line is not known.</returns>
    internal Money? LineCosts(ContractTerms terms, Customer customer)
    {
        var lines = new List<ContractLine>();
        foreach (var line in terms.Lines)
        {
            if (line.Charge.UnitCost is not { } cost)
            {
                return null;
            }

            var pricing = line.Charge.Pricing.Model == PricingModel.Flat ? Pricing.Flat(cost, terms.Currency) : Pricing.PerUnit(cost, terms.Currency);
            lines.Add(QuoteTerms.With(line, QuotedCharge.With(line.Charge, pricing, line.Charge.Cadence, cost), []));
        }

        var costs = new ContractTerms(terms.Currency, terms.Start, lines.ToArray()) { Anchor = terms.Anchor, Term = terms.Term, End = terms.End, Rounding = terms.Rounding };
        return Days(costs, TermEnd(costs) ?? FirstYearEnd(costs), customer)?.Subtotal ?? Money.Zero(terms.Currency);
    }

    /// <summary>The term's revenue, or year one's for evergreen, before tax.</summary>
    internal Money Revenue(ContractTerms terms, Customer customer) =>
        Days(terms, TermEnd(terms) ?? FirstYearEnd(terms), customer)?.Subtotal ?? Money.Zero(terms.Currency);

    /// <summary>The same terms without any discount.</summary>
    internal static ContractTerms Undiscounted(ContractTerms terms) => QuoteTerms.Copy(
        terms, [.. terms.Lines.Select(line => line.Discounts.IsEmpty ? line : QuoteTerms.WithDiscounts(line, []))], [], terms.Uplift, terms.Term, terms.End);

    /// <summary>The first day after the first term, or after the agreed days if that is sooner; null for evergreen.</summary>
    internal static DateOnly? TermEnd(ContractTerms terms) =>
        terms.Term.Months is { } months ? Sooner(terms.Start.AddMonths(months), terms.End) : terms.End;

    private static DateOnly FirstYearEnd(ContractTerms terms) => Sooner(terms.Start.AddMonths(12), terms.AgreedEnd);

    private static DateOnly Sooner(DateOnly day, DateOnly? other) => other is { } end && end < day ? end : day;

    private static Contract Contract(ContractTerms terms, Customer customer) =>
        new(OnPaper, customer.Number, terms, DateTimeOffset.MinValue, ContractStatus.Scheduled);

    // What is owed for the days up to an end, all in one draft: the engine's own sum, whatever falls due when.
    private InvoiceDraft? Days(ContractTerms terms, DateOnly end, Customer customer)
    {
        var clipped = QuoteTerms.Copy(terms, terms.Lines, terms.Discounts, terms.Uplift, Term.Evergreen, end);
        return _drafter.Draft(Contract(clipped, customer), new DraftRequest(customer, AfterEverything(terms, end)) { IssueDay = terms.Start });
    }

    // Arrears fall due when their period is over, which can be after the last day of service.
    private static DateOnly AfterEverything(ContractTerms terms, DateOnly end)
    {
        var months = 1;
        foreach (var line in terms.Lines)
        {
            months = Math.Max(months, MonthsOf(line.Charge));
        }

        return end.AddMonths(months + 1);
    }

    private static int MonthsOf(Charge charge) => charge.Timing == ChargeTiming.Once ? 0 : charge.Cadence.Unit switch
    {
        CadenceUnit.Month => charge.Cadence.Count,
        CadenceUnit.Week => (charge.Cadence.Count / 4) + 1,
        _ => (charge.Cadence.Count / 28) + 1,
    };

    // Whole periods only, at the first prices, with the discounts that last: twelve months, or as many years as the longest cadence has.
    private (int Months, InvoiceDraft? Draft) Steady(ContractTerms terms, Customer customer)
    {
        var (lines, months) = (new List<ContractLine>(terms.Lines.Length), 12);
        foreach (var line in terms.Lines)
        {
            if (line.Charge.Timing != ChargeTiming.Once)
            {
                lines.Add(new ContractLine(line.Id, line.Charge, line.Quantity)
                {
                    CommittedQuantity = line.CommittedQuantity,
                    Discounts = Lasting(line.Discounts),
                });
                months = Math.Max(months, (MonthsOf(line.Charge) + 11) / 12 * 12);
            }
        }

        var steady = new ContractTerms(terms.Currency, terms.Start, lines.ToArray())
        {
            Discounts = Lasting(terms.Discounts),
            End = terms.Start.AddMonths(months),
            Rounding = terms.Rounding,
            PricesIncludeTax = terms.PricesIncludeTax,
        };
        var request = new DraftRequest(customer, AfterEverything(terms, terms.Start.AddMonths(months))) { IssueDay = terms.Start };
        return (months, _drafter.Draft(Contract(steady, customer), request));
    }

    private static ImmutableArray<Discount> Lasting(ImmutableArray<Discount> discounts) =>
        [.. discounts.Where(discount => discount is { From: null, Until: null, FirstPeriods: null })];

    private static Money PerMonth(InvoiceDraft? steady, int months, ContractTerms terms) => Money.FromMinorUnits(
        steady is null ? 0 : Rounding.ToMinorUnits(steady.Subtotal.MinorUnits, months, 0, terms.Rounding), terms.Currency);

    private static Money OneOff(InvoiceDraft? draft, Currency currency)
    {
        var sum = 0L;
        foreach (var line in draft?.Lines ?? [])
        {
            sum += line.Kind == InvoiceLineKind.OneOff ? line.NetMinorUnits : 0;
        }

        return Money.FromMinorUnits(sum, currency);
    }

    private static ImmutableArray<QuotedLine> Lines(
        QuoteContent content, ContractTerms terms, InvoiceDraft? steady, InvoiceDraft? steadyList, InvoiceDraft? all, InvoiceDraft? allList)
    {
        var lines = ImmutableArray.CreateBuilder<QuotedLine>(terms.Lines.Length);
        foreach (var line in terms.Lines)
        {
            var once = line.Charge.Timing == ChargeTiming.Once;
            var price = FirstPeriod(once ? allList : steadyList, line.Id, terms.Currency);
            var net = FirstPeriod(once ? all : steady, line.Id, terms.Currency);
            lines.Add(new QuotedLine(
                line.Charge.Code, line.Charge.Name, line.Charge.Unit, line.Quantity, line.Charge.Pricing.UnitPrice, once ? null : line.Charge.Cadence, price, price - net,
                content.Items.Any(item => ReferenceEquals(item.Charge, line.Charge)), line.Charge.Basis == QuantityBasis.Reported));
        }

        return lines.MoveToImmutable();
    }

    private static Money FirstPeriod(InvoiceDraft? draft, int lineId, Currency currency)
    {
        var (sum, first) = (0L, DateOnly.MaxValue);
        foreach (var line in draft?.Lines ?? [])
        {
            if (line.Source.Id == lineId && line.Natural.Start <= first)
            {
                first = line.Natural.Start;
                sum += line.NetMinorUnits;
            }
        }

        return Money.FromMinorUnits(sum, currency);
    }

    private ImmutableArray<QuotedInvoice> Invoices(QuoteContent content, QuoteChoice choice, Customer customer, int count)
    {
        if (count == 0)
        {
            return [];
        }

        // Invoices that are far apart, as those of yearly charges, or that begin late, need a longer look ahead.
        var shown = ImmutableArray.CreateBuilder<QuotedInvoice>(count);
        foreach (var months in (ReadOnlySpan<int>)[count, count * 12, count * 36])
        {
            shown.Clear();
            var before = ImmutableArray<InvoiceDraft>.Empty;
            foreach (var month in Forecast(content, choice, customer, Math.Min(months, Forecaster.MostMonths)))
            {
                if (month.Draft is { } draft && shown.Count < count)
                {
                    shown.Add(new QuotedInvoice(draft, before));
                    before = before.Add(draft);
                }
            }

            if (shown.Count == count)
            {
                break;
            }
        }

        return shown.ToImmutable();
    }
}
