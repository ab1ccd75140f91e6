using System.Collections.Immutable;
using Msp.Billing.Amounts;
using Msp.Billing.Catalog;

namespace Msp.Billing.Plans;

/// <summary>A package that is sold as one: what it covers, what it promises, and the charges that pay for it.</summary>
/// <remarks>Immutable. Its prices are those of its charges; a <see cref="PriceBook"/> can put others in their place, in another currency or from another day.</remarks>
public sealed class Plan
{
    /// <summary>Creates a plan.</summary>
    /// <param name="code">Short and unique for the seller, such as <c>managed-standard</c>.</param>
    /// <param name="name">What it is called on proposals.</param>
    /// <param name="level">What it promises.</param>
    /// <param name="lines">The service lines that it covers; at least one, each once.</param>
    /// <param name="charges">Its charges, in the order in which they are shown; at least one, codes unique, all in one currency.</param>
    /// <exception cref="ArgumentException">A part is missing, repeated or contradicts another; the message names it.</exception>
    public Plan(string code, string name, ServiceLevel level, IEnumerable<ServiceLine> lines, params ReadOnlySpan<Charge> charges)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(code);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(level);
        ArgumentNullException.ThrowIfNull(lines);
        Code = code;
        Name = name;
        Level = level;
        Lines = [.. lines.Order()];
        Charges = [.. charges];
        CheckLines();
        CheckCharges();
    }

    /// <summary>Short and unique for the seller.</summary>
    public string Code { get; }

    /// <summary>What it is called on proposals.</summary>
    public string Name { get; }

    /// <summary>What it promises.</summary>
    public ServiceLevel Level { get; }

    /// <summary>The service lines that it covers, in the order of their numbers.</summary>
    public ImmutableArray<ServiceLine> Lines { get; }

    /// <summary>Its charges, in the order in which they are shown.</summary>
    public ImmutableArray<Charge> Charges { get; }

    /// <summary>Where it stands in its family; null for a plan on its own.</summary>
    public PricingTier? Tier { get; init; }

    /// <summary>What the customer gets, in a sentence or two; empty for none.</summary>
    public string Description { get; init; } = "";

    /// <summary>What is not included and will be billed extra, in the words of the proposal; empty for none.</summary>
    public string Exclusions { get; init; } = "";

    /// <summary>The currency of its own prices.</summary>
    public Currency Currency => Charges[0].Pricing.Currency;

    /// <summary>The charge with a code; null where there is none.</summary>
    public Charge? Find(string code)
    {
        foreach (var charge in Charges)
        {
            if (string.Equals(charge.Code, code, StringComparison.Ordinal))
            {
                return charge;
            }
        }

        return null;
    }

    /// <summary>The plan at the prices of a book: each charge at the price of its own code, or else of its service's.</summary>
    /// <exception cref="PriceBookException">The book has no price for a charge.</exception>
    public Plan At(PriceBook prices)
    {
        ArgumentNullException.ThrowIfNull(prices);
        return new Plan(Code, Name, Level, Lines, [.. Charges.Select(charge => charge.WithPricing(prices.PriceFor(charge)))])
        {
            Tier = Tier,
            Description = Description,
            Exclusions = Exclusions,
        };
    }

    /// <summary>The code.</summary>
    public override string ToString() => Code;

    private void CheckLines()
    {
        if (Lines.IsEmpty)
        {
            throw new ArgumentException($"Plan '{Code}' covers no service line; name at least one.");
        }

        for (var i = 0; i < Lines.Length; i++)
        {
            if (!Enum.IsDefined(Lines[i]) || (i > 0 && Lines[i] == Lines[i - 1]))
            {
                throw new ArgumentException($"Plan '{Code}': service line {Lines[i]} is unknown or named twice.");
            }
        }
    }

    private void CheckCharges()
    {
        if (Charges.IsEmpty)
        {
            throw new ArgumentException($"Plan '{Code}' has no charge; nothing would pay for it.");
        }

        for (var i = 0; i < Charges.Length; i++)
        {
            ArgumentNullException.ThrowIfNull(Charges[i], nameof(Charges));
            Charges[i].Check();
            if (Charges[i].Pricing.Currency != Currency)
            {
                throw new ArgumentException(
                    $"Plan '{Code}': charge '{Charges[i].Code}' is priced in {Charges[i].Pricing.Currency.Code}, the charges before it in {Currency.Code}. " +
                    "A plan has one currency; price books give it others.");
            }

            if (Find(Charges[i].Code) != Charges[i])
            {
                throw new ArgumentException($"Plan '{Code}' has two charges '{Charges[i].Code}'; codes are unique in a plan.");
            }
        }
    }
}
