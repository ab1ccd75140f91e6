using System.Collections.Immutable;
using System.Globalization;
using Msp.Billing.Amounts;
using Msp.Billing.Cli.Parsing;
using Msp.Billing.Contracts;
using Msp.Billing.Periods;

namespace Msp.Billing.Cli.Importing;

/// <summary>What a file says of a contract besides its lines: in CSV the columns that its rows repeat.</summary>
internal sealed class ContractHead
{
    private readonly string? _plan;
    private readonly string? _predecessor;
    private readonly DateOnly? _end;
    private readonly BillingAnchor? _anchor;
    private readonly Term _term;
    private readonly Uplift? _uplift;
    private readonly int _paymentDays;
    private readonly RoundingMode _rounding;
    private readonly bool _pricesIncludeTax;
    private readonly DateOnly? _billedElsewhereUntil;
    private readonly ContractStatus _status;

    private ContractHead(SourceRecord record)
    {
        Number = record.RequiredText("contract", "C-1001");
        Customer = record.RequiredText("customer", "K-1001");
        Currency = record.CurrencyCode("currency") ?? record.Missing<Currency>("currency", "USD");
        Start = record.Day("start");
        _end = record.Day("end");
        _plan = record.Text("plan");
        _predecessor = record.Text("predecessor");
        _paymentDays = record.Whole("payment_days", 0, 3_660) ?? 30;
        _rounding = record.Word("rounding", Vocabulary.Roundings) ?? RoundingMode.HalfAwayFromZero;
        _pricesIncludeTax = record.YesNo("prices_include_tax") ?? false;
        _billedElsewhereUntil = record.Day("billed_elsewhere_until");
        _status = record.Word("status", Vocabulary.Statuses) ?? ContractStatus.Scheduled;
        _anchor = AnchorOf(record, Start);
        _term = TermImport.Read(record, Currency);
        _uplift = UpliftImport.Read(record);
        if (Start is null)
        {
            record.Missing<DateOnly>("start", "2026-03-01");
        }
        else
        {
            CheckEnd(record, Start.Value);
        }
    }

    /// <summary>The fields of a contract that CSV and JSON share.</summary>
    public static string[] Fields { get; } =
    [
        "contract", "customer", "currency", "start", "end", "status", "plan", "predecessor", "billing_day", "billing_month",
        "billed_elsewhere_until", "payment_days", "rounding", "prices_include_tax",
    ];

    /// <summary>The contract's number; empty when it could not be read.</summary>
    public string Number { get; }

    /// <summary>The customer's number; empty when it could not be read.</summary>
    public string Customer { get; }

    /// <summary>The currency; none when it could not be read.</summary>
    public Currency Currency { get; }

    /// <summary>The first billed day; null when it could not be read.</summary>
    public DateOnly? Start { get; }

    /// <summary>Reads what is there; everything that is wrong is reported, and the head is then good for nothing but further checks.</summary>
    public static ContractHead Read(SourceRecord record) => new(record);

    /// <summary>The contract with its lines; null when the core refuses it, which is reported.</summary>
    /// <param name="record">What it was read from.</param>
    /// <param name="lines">Its lines.</param>
    /// <param name="discounts">The discounts on every line.</param>
    /// <param name="recordedAt">When it is recorded.</param>
    public Contract? ToContract(SourceRecord record, ReadOnlySpan<ContractLine> lines, ImmutableArray<Discount> discounts, DateTimeOffset recordedAt)
    {
        try
        {
            return new Contract(Number, Customer, Terms(lines, discounts), recordedAt, _status) { Plan = _plan, Predecessor = _predecessor };
        }
        catch (ArgumentException exception)
        {
            record.Refuse(DomainRefusal.Sentence(exception));
            return null;
        }
    }

    private ContractTerms Terms(ReadOnlySpan<ContractLine> lines, ImmutableArray<Discount> discounts)
    {
        var start = Start ?? throw new InvalidOperationException("A contract whose start could not be read was not refused.");
        return new ContractTerms(Currency, start, lines)
        {
            End = _end,
            Anchor = _anchor ?? BillingAnchor.OnStart(start),
            Discounts = discounts,
            Term = _term,
            Uplift = _uplift,
            PaymentDays = _paymentDays,
            Rounding = _rounding,
            PricesIncludeTax = _pricesIncludeTax,
            BilledElsewhereUntil = _billedElsewhereUntil,
        };
    }

    private void CheckEnd(SourceRecord record, DateOnly start)
    {
        if (_end < start)
        {
            record.Refuse("end", string.Create(
                CultureInfo.InvariantCulture, $"{_end:yyyy-MM-dd} is before the start, {start:yyyy-MM-dd}; the end is the first day that is not billed."));
        }
        else if (_term.ExpiryOf(start) is { } expiry && _end > expiry)
        {
            record.Refuse("end", string.Create(
                CultureInfo.InvariantCulture,
                $"{_end:yyyy-MM-dd} is after the end of the only term, {expiry:yyyy-MM-dd}; leave one of the two out, or let the term renew."));
        }
    }

    private static BillingAnchor? AnchorOf(SourceRecord record, DateOnly? start)
    {
        var day = record.Whole("billing_day", 1, 31);
        var month = record.Whole("billing_month", 1, 12);
        if (month is not null && !record.Has("billing_day"))
        {
            record.Refuse("billing_day", "is missing; a billing month needs a billing day, such as 1.");
        }

        return day is { } known && start is { } first ? BillingAnchor.OnDay(known, first, month) : null;
    }
}
