using Msp.Billing.Contracts;
using Msp.Billing.Periods;
using Msp.Billing.Plans;

namespace Msp.Billing.Quotes;

/// <summary>One of the alternatives among which the customer chooses: a plan for a term, billed so often, such as Standard, 36 months, monthly.</summary>
/// <remarks>Immutable. Holds the same terms that a contract holds; what the customer adds and the quote's discounts are put to them by <see cref="QuoteContent.TermsFor"/>.</remarks>
public sealed class QuoteOption
{
    /// <summary>Creates an option.</summary>
    /// <param name="code">Unique in the quote, such as <c>standard-36</c>.</param>
    /// <param name="name">What it is called on the proposal.</param>
    /// <param name="terms">What would be agreed.</param>
    /// <exception cref="ArgumentException">Code or name is blank, or the terms contradict themselves.</exception>
    public QuoteOption(string code, string name, ContractTerms terms)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(code);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(terms);
        terms.Check();
        Code = code;
        Name = name;
        Terms = terms;
    }

    /// <summary>Unique in the quote.</summary>
    public string Code { get; }

    /// <summary>What it is called on the proposal.</summary>
    public string Name { get; }

    /// <summary>What would be agreed, before onboarding, items and the quote's discounts.</summary>
    public ContractTerms Terms { get; }

    /// <summary>What it promises; null where the lines were written by hand.</summary>
    public OfferedPlan? Plan { get; init; }

    /// <summary>The fee for taking the customer on, with its derivation; null for none. Billed once, on the first day.</summary>
    public Onboarding? Onboarding { get; init; }

    /// <summary>How many hours of work a month are expected; null when nobody estimated them. Never shown to the customer.</summary>
    public decimal? ExpectedMonthlyHours { get; init; }

    /// <summary>How many hours of work are expected once, at the start; zero unless set. Never shown to the customer.</summary>
    public decimal ExpectedInitialHours { get; init; }

    /// <summary>The length of the first term, in months; null for evergreen.</summary>
    public int? TermMonths => Terms.Term.Months;

    /// <summary>How often its first recurring line is billed; monthly where nothing recurs.</summary>
    public Cadence Cadence
    {
        get
        {
            foreach (var line in Terms.Lines)
            {
                if (line.Charge.Timing != ChargeTiming.Once)
                {
                    return line.Charge.Cadence;
                }
            }

            return Cadence.Monthly;
        }
    }

    /// <summary>An option from a plan: a line for each charge, the term, and the cadence in which what is billed in advance is billed.</summary>
    /// <param name="code">Unique in the quote.</param>
    /// <param name="name">What it is called on the proposal.</param>
    /// <param name="plan">The plan; copied.</param>
    /// <param name="start">The first billed day.</param>
    /// <param name="quantities">Code of a charge and its quantity; see <see cref="ContractLine.FromPlan"/>.</param>
    /// <param name="prices">The price book; null for the plan's own prices.</param>
    /// <param name="term">How long it binds; null for what the plan offers.</param>
    /// <param name="cadence">Every so many months: monthly charges in advance are billed so, at so many times their price. Null to leave the plan's cadences.</param>
    /// <exception cref="ArgumentException">A quantity is missing or not the plan's, or the cadence is not in months.</exception>
    /// <exception cref="PriceBookException">The book has no price for a charge.</exception>
    public static QuoteOption FromPlan(
        string code, string name, Plan plan, DateOnly start, IReadOnlyDictionary<string, decimal> quantities, PriceBook? prices = null, Term? term = null, Cadence? cadence = null)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var lines = ContractLine.FromPlan(plan, quantities, prices);
        if (cadence is { } every)
        {
            lines = [.. lines.Select(line => new ContractLine(line.Id, QuotedCharge.InCadence(line.Charge, every), line.Quantity))];
        }

        var terms = new ContractTerms(prices?.Currency ?? plan.Currency, start, lines.AsSpan()) { Term = term ?? Term.Of(plan.Level.Commitment) };
        return new QuoteOption(code, name, terms) { Plan = OfferedPlan.Of(plan) };
    }

    /// <summary>The code.</summary>
    public override string ToString() => Code;
}
