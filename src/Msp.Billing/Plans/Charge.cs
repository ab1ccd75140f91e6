using Msp.Billing.Catalog;
using Msp.Billing.Periods;

namespace Msp.Billing.Plans;

/// <summary>A priced component of a plan or contract: what is counted, how it is priced, when and how it is billed.</summary>
/// <remarks>Immutable. A class and not a record: what its properties may be together is checked in one place, <see cref="Check"/>.</remarks>
public sealed class Charge
{
    /// <summary>Creates a charge. Monthly in advance, by day, at the standard tax rate, unless the properties say otherwise.</summary>
    /// <param name="code">Short, unique in its plan, such as <c>managed-user</c>.</param>
    /// <param name="name">What the invoice line is called.</param>
    /// <param name="unit">What the quantity counts.</param>
    /// <param name="pricing">The price of one natural period.</param>
    public Charge(string code, string name, BillingUnit unit, Pricing pricing)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(code);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentNullException.ThrowIfNull(pricing);
        Code = code;
        Name = name;
        Unit = unit;
        Pricing = pricing;
    }

    /// <summary>Short name, unique in its plan.</summary>
    public string Code { get; }

    /// <summary>What the invoice line is called.</summary>
    public string Name { get; }

    /// <summary>What the quantity counts.</summary>
    public BillingUnit Unit { get; }

    /// <summary>The price of one natural period.</summary>
    public Pricing Pricing { get; }

    /// <summary>The service of the catalogue that it pays for; null for a charge outside the catalogue.</summary>
    public string? Service { get; init; }

    /// <summary>How often it recurs; monthly unless set. Ignored by a charge that is billed once.</summary>
    public Cadence Cadence { get; init; } = Cadence.Monthly;

    /// <summary>When it falls due; in advance unless set.</summary>
    public ChargeTiming Timing { get; init; } = ChargeTiming.Advance;

    /// <summary>How a part period is charged; by actual days unless set. Ignored by a charge that is billed once.</summary>
    public DayCount DayCount { get; init; } = DayCount.ActualOverActual;

    /// <summary>Which quantity a period bills; the timeline unless set.</summary>
    public QuantityBasis Basis { get; init; } = QuantityBasis.Timeline;

    /// <summary>From when more units are billed; immediately unless set.</summary>
    public ChangePolicy Increase { get; init; } = ChangePolicy.Immediately;

    /// <summary>From when fewer units are billed; immediately unless set.</summary>
    public ChangePolicy Decrease { get; init; } = ChangePolicy.Immediately;

    /// <summary>How it is taxed; standard unless set.</summary>
    public TaxCategory TaxCategory { get; init; } = TaxCategory.Standard;

    /// <summary>The revenue account of the ledger, such as <c>4000</c>; empty for the seller's default.</summary>
    public string LedgerAccount { get; init; } = "";

    /// <summary>What one unit costs the seller for one period, in the pricing's currency; null when unknown. Never on a document.</summary>
    public decimal? UnitCost { get; init; }

    /// <summary>A charge for a service of the catalogue: its code, name, unit, tax category and ledger account are taken over.</summary>
    public static Charge For(Service service, Pricing pricing)
    {
        ArgumentNullException.ThrowIfNull(service);
        return new Charge(service.Code, service.Name, service.Unit, pricing)
        {
            Service = service.Code,
            TaxCategory = service.TaxCategory,
            LedgerAccount = service.LedgerAccount,
        };
    }

    /// <summary>The same charge at another price. In another currency the unit cost is no longer known.</summary>
    public Charge WithPricing(Pricing pricing)
    {
        ArgumentNullException.ThrowIfNull(pricing);
        return new Charge(Code, Name, Unit, pricing)
        {
            Service = Service,
            Cadence = Cadence,
            Timing = Timing,
            DayCount = DayCount,
            Basis = Basis,
            Increase = Increase,
            Decrease = Decrease,
            TaxCategory = TaxCategory,
            LedgerAccount = LedgerAccount,
            UnitCost = pricing.Currency == Pricing.Currency ? UnitCost : null,
        };
    }

    /// <summary>Refuses combinations that mean nothing.</summary>
    /// <exception cref="ArgumentException">A setting is missing or contradicts another; the message names it.</exception>
    public void Check()
    {
        if (!Enum.IsDefined(Timing) || !Enum.IsDefined(DayCount) || !Enum.IsDefined(Basis) ||
            !Enum.IsDefined(Increase) || !Enum.IsDefined(Decrease) || !Enum.IsDefined(TaxCategory))
        {
            throw new ArgumentException($"Charge '{Code}': timing, day count, basis, change policies and tax category must be known values.");
        }

        if (Cadence == default && Timing != ChargeTiming.Once)
        {
            throw new ArgumentException($"Charge '{Code}' recurs and needs a cadence, such as monthly.");
        }

        if (Basis is QuantityBasis.Reported or QuantityBasis.PeriodEnd or QuantityBasis.Highest or QuantityBasis.DayWeightedAverage &&
            Timing != ChargeTiming.Arrears)
        {
            throw new ArgumentException($"Charge '{Code}' bills a quantity that is known only when the period is over ({Basis}); bill it in arrears.");
        }

        if (UnitCost is { } cost && (cost < 0 || cost % 0.000001m != 0))
        {
            throw new ArgumentException(FormattableString.Invariant($"Charge '{Code}': a unit cost is zero or more, with at most six decimals; not {cost}."));
        }
    }
}
