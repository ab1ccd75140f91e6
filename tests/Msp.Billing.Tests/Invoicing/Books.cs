using System.Globalization;
using Msp.Billing.Amounts;
using Msp.Billing.Catalog;
using Msp.Billing.Contracts;
using Msp.Billing.Invoicing;
using Msp.Billing.Periods;
using Msp.Billing.Plans;
using Msp.Billing.Usage;

namespace Msp.Billing.Tests.Invoicing;

/// <summary>A contract with its counts and what was posted for it. Everything is recorded at nine and every run knows what was recorded by noon of its day.</summary>
internal sealed class Books
{
    private readonly List<UsageCount> _counts = [];

    public Books(ContractTerms terms, TaxProfile? tax = null)
        : this(new Contract("C-1", "K-1", terms, At(terms.Start.AddYears(-1)), ContractStatus.Scheduled), tax)
    {
    }

    public Books(Contract contract, TaxProfile? tax = null)
    {
        Contract = contract;
        Customer = new Customer("K-1", "Nordwind Logistics", tax ?? new TaxProfile("DE"));
    }

    public static TaxTable Taxes { get; } = new(
    [
        new TaxRate("DE", TaxCategory.Standard, Day("2007-01-01"), new Percentage(19m)),
        new TaxRate("DE", TaxCategory.Standard, Day("2020-07-01"), new Percentage(16m)),
        new TaxRate("DE", TaxCategory.Standard, Day("2021-01-01"), new Percentage(19m)),
        new TaxRate("DE", TaxCategory.Reduced, Day("2007-01-01"), new Percentage(7m)),
        new TaxRate("GB", TaxCategory.Standard, Day("2011-01-04"), new Percentage(20m)),
        new TaxRate("SE", TaxCategory.Standard, Day("1990-07-01"), new Percentage(25m)),
        new TaxRate("US-CA", TaxCategory.SalesTax, Day("2017-01-01"), new Percentage(7.25m)),
    ]);

    public Contract Contract { get; }

    /// <summary>As it is now; what was posted knew it as it was then.</summary>
    public Customer Customer { get; set; }

    public BilledLedger Ledger { get; } = new();

    public UsageCount[] Counts => [.. _counts];

    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static ServicePeriod Days(string first, string last) => new(Day(first), Day(last).AddDays(1));

    public static DateTimeOffset At(DateOnly day, int hour = 9) => new(day.ToDateTime(new TimeOnly(hour, 0)), TimeSpan.Zero);

    public static AmendmentNote From(string day, string? recorded = null) => new(Day(day), At(Day(recorded ?? day)), "Maria Berg", "agreed by phone");

    /// <summary>A charge per user at 150.00 EUR a month, the one of the worked case.</summary>
    public static Charge ManagedUser(decimal price = 150m) => Users(Pricing.PerUnit(price, Currency.Eur));

    public static Charge Users(Pricing pricing) => new("managed-user", "Managed user", BillingUnit.User, pricing);

    public static Charge BaseFee(decimal price) => new("base", "Base fee", BillingUnit.Flat, Pricing.Flat(price, Currency.Eur));

    public static ContractTerms Terms(string start, params ContractLine[] lines) => new(Currency.Eur, Day(start), lines);

    public Books Count(int lineId, string day, decimal quantity, string? recorded = null)
    {
        _counts.Add(new UsageCount(lineId, Day(day), quantity, At(Day(recorded ?? day))));
        return this;
    }

    /// <summary>Drafts what falls due by the day, as known at noon of it.</summary>
    public InvoiceDraft? Preview(string day, string? recheckFrom = null) => new Drafter(new TableTaxCalculator(Taxes)).Draft(
        Contract,
        new DraftRequest(Customer, Day(day))
        {
            KnownAt = At(Day(day), 12),
            Counts = Counts,
            Billed = Ledger.For(Contract.Number),
            PostedTax = () => Ledger.TaxOf(Contract),
            RecheckFrom = recheckFrom is null ? null : Day(recheckFrom),
        });

    /// <summary>Drafts and posts.</summary>
    public InvoiceDraft? Run(string day)
    {
        var draft = Preview(day);
        if (draft is not null)
        {
            Ledger.Post(draft, At(Day(day), 12));
        }

        return draft;
    }

    /// <summary>Drafts and posts, and gives the lines in words.</summary>
    public string[] Lines(string day) => [.. (Run(day)?.Lines ?? []).Select(Text)];

    /// <summary>An ordinary line as <c>2026-04-01..2026-04-30: 46 x 150.00 = 6900.00</c>, an adjustment by its name.</summary>
    public static string Text(DraftLine line)
    {
        var amount = Money.FromMinorUnits(line.MinorUnits, line.Source.Charge.Pricing.Currency);
        var number = amount.Amount.ToString(CultureInfo.InvariantCulture);
        if (line.Kind == InvoiceLineKind.Adjustment)
        {
            return $"{line.Description} = {number}";
        }

        var price = line.UnitPrice is { } unit ? string.Create(CultureInfo.InvariantCulture, $" x {unit:0.00####}") : "";
        var days = line.Kind == InvoiceLineKind.OneOff || line.Days.Days == 1
            ? $"{line.Days.Start:yyyy-MM-dd}"
            : $"{line.Days.Start:yyyy-MM-dd}..{line.Days.LastDay:yyyy-MM-dd}";
        return string.Create(CultureInfo.InvariantCulture, $"{days}: {line.Quantity:0.######}{price} = {number}");
    }
}
