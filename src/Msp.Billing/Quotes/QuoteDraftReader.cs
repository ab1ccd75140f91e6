using System.Collections.Immutable;
using System.Globalization;
using Msp.Billing.Amounts;
using Msp.Billing.Catalog;
using Msp.Billing.Contracts;
using Msp.Billing.Invoicing;
using Msp.Billing.Periods;
using Msp.Billing.Plans;

namespace Msp.Billing.Quotes;

/// <summary>Reads a draft: every field that is wrong is named, and what is right becomes a content that can be priced.</summary>
/// <remarks>A line that nobody wrote in is left out (<see cref="DraftItem.IsBlank"/>); one that is half filled in is wrong. Numbers are read as people type them: blanks, a currency's sign, either separator. Days are in ISO form, as date fields send them.</remarks>
/// <param name="catalog">What the draft refers to by code.</param>
/// <param name="customer">Who it is for; the tax profile matters where onboarding is a share of a month's fee.</param>
/// <param name="tax">Decides category and rate of each line.</param>
/// <param name="decimalSeparator">The separator that divides where both could, as in <c>1,250</c>: a point or a comma.</param>
public sealed class QuoteDraftReader(QuoteCatalog catalog, Customer customer, ITaxCalculator tax, char decimalSeparator = '.')
{
    private const decimal MostUnits = 1_000_000m;
    private const decimal MostPrice = 1_000_000_000m;

    /// <summary>Reads a draft.</summary>
    public DraftReading Read(QuoteDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var fields = new DraftFields(decimalSeparator);
        var title = fields.Text(nameof(draft.Title), draft.Title, "The title");
        if (!Currency.TryFromCode(draft.Currency.Trim(), out var currency))
        {
            fields.Refuse(nameof(draft.Currency), $"The currency must be a code of ISO 4217, such as USD; '{draft.Currency.Trim()}' is none.");
        }

        var start = fields.Day(nameof(draft.Start), draft.Start, "The first day", isRequired: true);
        var validUntil = fields.Day(nameof(draft.ValidUntil), draft.ValidUntil, "The last day of the offer", isRequired: true);
        var firstInvoice = fields.Day(nameof(draft.FirstInvoiceDay), draft.FirstInvoiceDay, "The day of the first invoice", isRequired: false);
        var labour = fields.Number(nameof(draft.LabourCostPerHour), draft.LabourCostPerHour, "The cost of an hour", 0m, MostPrice, isRequired: false);
        var counts = Counts(draft, fields);
        var discounts = Discounts(draft, fields, currency);
        var items = Items(draft, fields, currency, counts);
        _ = StatedNumbers.Read(draft, fields, currency);
        _ = QuoteFit.Read(draft, fields);
        var options = start is { } day ? Options(draft, fields, currency, day, counts) : [];
        if (options.Count != draft.Options.Length || options.Count == 0 || fields.Problems.Count > 0)
        {
            if (draft.Options.IsEmpty)
            {
                fields.Refuse(nameof(draft.Options), "Choose a plan: the quote has no option yet.");
            }

            return new DraftReading(null, [.. fields.Problems]);
        }

        options = WithOnboarding(draft, fields, currency, options, counts);
        var content = fields.Problems.Count > 0 ? null : fields.Make("", () => new QuoteContent(title, validUntil.GetValueOrDefault(), options, items, discounts)
        {
            Introduction = draft.Introduction.Trim(),
            Notes = draft.Notes.Trim(),
            InternalNotes = draft.InternalNotes.Trim(),
            Recommended = options.Exists(option => option.Code == draft.Recommended) ? draft.Recommended : null,
            RecommendationReason = draft.RecommendationReason.Trim(),
            Counts = [.. counts.Values],
            Documents = draft.Documents,
            ConsentText = string.IsNullOrWhiteSpace(draft.ConsentText) ? QuoteContent.DefaultConsentText : draft.ConsentText.Trim(),
            FirstInvoiceDay = firstInvoice,
            Renews = string.IsNullOrWhiteSpace(draft.Renews) ? null : draft.Renews.Trim(),
            LabourCostPerHour = labour,
        });
        return new DraftReading(content, [.. fields.Problems]);
    }

    private static Dictionary<string, StatedCount> Counts(QuoteDraft draft, DraftFields fields)
    {
        var counts = new Dictionary<string, StatedCount>(StringComparer.Ordinal);
        for (var i = 0; i < draft.Counts.Length; i++)
        {
            var count = draft.Counts[i];
            var name = string.IsNullOrWhiteSpace(count.Name) ? count.Code : count.Name.Trim();
            var quantity = fields.Number(Path("Counts", i, "Quantity"), count.Quantity, $"The number for '{name}'", 0m, MostUnits, isRequired: false);
            if (string.IsNullOrWhiteSpace(count.Code) || !counts.TryAdd(count.Code.Trim(), new StatedCount(count.Code.Trim(), name, quantity ?? 0m, count.IsMeasured)))
            {
                fields.Refuse(Path("Counts", i, "Code"), string.IsNullOrWhiteSpace(count.Code) ? "The count needs a code." : $"'{count.Code}' is counted twice.");
            }
        }

        // A count that follows takes what was entered for the other: following one that follows is none, so that no circle can be made.
        foreach (var count in draft.Counts)
        {
            if (string.IsNullOrWhiteSpace(count.Quantity) && count.Follows.Length > 0 && counts.TryGetValue(count.Code.Trim(), out var own) &&
                Array.Find([.. draft.Counts], other => other.Code.Trim() == count.Follows.Trim() && !string.IsNullOrWhiteSpace(other.Quantity)) is { } other &&
                counts.TryGetValue(other.Code.Trim(), out var followed))
            {
                counts[own.Code] = own with { Quantity = followed.Quantity };
            }
        }

        return counts;
    }

    private static List<QuoteDiscount> Discounts(QuoteDraft draft, DraftFields fields, Currency currency)
    {
        var discounts = new List<QuoteDiscount>();
        for (var i = 0; i < draft.Discounts.Length; i++)
        {
            var discount = draft.Discounts[i];
            if (string.IsNullOrWhiteSpace(discount.Percent) && string.IsNullOrWhiteSpace(discount.Amount))
            {
                continue;
            }

            var name = string.IsNullOrWhiteSpace(discount.Name) ? "Discount" : discount.Name.Trim();
            var percent = fields.Number(Path("Discounts", i, "Percent"), discount.Percent, "A discount in percent", 0m, 100m, isRequired: false);
            var amount = fields.Money(Path("Discounts", i, "Amount"), discount.Amount, "A discount", currency);
            var periods = fields.Whole(Path("Discounts", i, "FirstPeriods"), discount.FirstPeriods, "The number of periods", 1, 120);
            var field = Path("Discounts", i, percent is null ? "Amount" : "Percent");
            var made = percent is null && amount is null ? null : fields.Make(field, () => Discount(name, discount, percent, amount));
            if (made is not null)
            {
                discounts.Add((periods is null ? made : made.Within(firstPeriods: periods)) is var within && discount.Options.IsEmpty
                    ? within
                    : QuoteDiscount.Restored(within.Reduction, within.Scope, within.Line, discount.Options));
            }
        }

        return discounts;
    }

    private static QuoteDiscount Discount(string name, DraftDiscount discount, decimal? percent, Money? amount) => (discount.Scope, percent, amount) switch
    {
        (DiscountScope.Line, { } value, _) => QuoteDiscount.OfPercentOn(discount.Line, name, value),
        (DiscountScope.Line, _, { } value) => QuoteDiscount.OfAmountOn(discount.Line, name, value),
        (DiscountScope.Recurring, null, { } value) => QuoteDiscount.OfAmount(name, value),
        (_, { } value, _) => QuoteDiscount.OfPercent(name, value, discount.Scope),
        _ => throw new ArgumentException("An amount is taken off what recurs, or off one charge; choose one of them, or enter a percentage."),
    };

    private static List<QuoteItem> Items(QuoteDraft draft, DraftFields fields, Currency currency, Dictionary<string, StatedCount> counts)
    {
        var items = new List<QuoteItem>();
        for (var i = 0; i < draft.Items.Length; i++)
        {
            var item = draft.Items[i];
            if (item.IsBlank)
            {
                continue;
            }

            var name = fields.Text(Path("Items", i, "Name"), item.Name, "The name");
            var unit = BillingUnit.TryFromCode(string.IsNullOrWhiteSpace(item.Unit) ? BillingUnit.Piece.Code : item.Unit.Trim());
            if (unit is null)
            {
                fields.Refuse(Path("Items", i, "Unit"), $"There is no unit '{item.Unit.Trim()}'.");
            }

            var isOnce = string.Equals(item.Cadence.Trim(), "once", StringComparison.OrdinalIgnoreCase);
            var cadence = Cadence.Monthly;
            if (!isOnce && !string.IsNullOrWhiteSpace(item.Cadence) && !Cadence.TryParse(item.Cadence.Trim(), out cadence))
            {
                fields.Refuse(Path("Items", i, "Cadence"), $"'{item.Cadence.Trim()}' is not how often something is billed; write 1M for monthly, 12M for yearly, or once.");
            }

            var followed = string.IsNullOrWhiteSpace(item.Quantity) ? counts.GetValueOrDefault(item.Follows.Trim()) : null;
            var quantity = followed?.Quantity ?? fields.Number(Path("Items", i, "Quantity"), item.Quantity, "The quantity", 0m, MostUnits, isRequired: true);
            var price = fields.Number(Path("Items", i, "Price"), item.Price, "The price", 0m, MostPrice, isRequired: true);
            var cost = fields.Number(Path("Items", i, "Cost"), item.Cost, "The cost", 0m, MostPrice, isRequired: false);
            var least = fields.Number(Path("Items", i, "Minimum"), item.Minimum, "The least quantity", 0m, MostUnits, isRequired: false);
            var most = fields.Number(Path("Items", i, "Maximum"), item.Maximum, "The largest quantity", 0m, MostUnits, isRequired: false);
            if (unit is null || quantity is not { } count || price is not { } amount || name.Length == 0 || currency == default)
            {
                continue;
            }

            var code = string.IsNullOrWhiteSpace(item.Code) ? string.Create(CultureInfo.InvariantCulture, $"item-{i + 1}") : item.Code.Trim();
            var made = fields.Make(Path("Items", i, "Quantity"), () =>
            {
                var pricing = unit == BillingUnit.Flat ? Pricing.Flat(amount, currency) : Pricing.PerUnit(amount, currency);
                var charge = new Charge(code, name, unit, pricing)
                {
                    Service = string.IsNullOrWhiteSpace(item.Service) ? null : item.Service.Trim(),
                    Timing = isOnce ? ChargeTiming.Once : ChargeTiming.Advance,
                    Cadence = cadence,
                    TaxCategory = item.TaxCategory,
                    LedgerAccount = item.LedgerAccount.Trim(),
                    UnitCost = cost,
                };
                var quoted = new QuoteItem(charge, count)
                {
                    IsOptional = item.IsOptional,
                    IsPreselected = item.IsOptional && item.IsPreselected,
                    Minimum = least,
                    Maximum = most,
                    Options = item.Options,
                    Description = item.Description.Trim(),
                };
                quoted.Check();
                return quoted;
            });
            if (made is not null)
            {
                items.Add(made);
            }
        }

        return items;
    }

    private static string Path(string list, int place, string member) => string.Create(CultureInfo.InvariantCulture, $"{list}[{place}].{member}");

    private static BillingAnchor Anchor(QuoteDraft draft, DraftFields fields, DateOnly start) =>
        fields.Whole(nameof(draft.BillingDay), draft.BillingDay, "The billing day", 1, 31) is { } day ? BillingAnchor.OnDay(day, start) : BillingAnchor.OnStart(start);

    private List<QuoteOption> Options(QuoteDraft draft, DraftFields fields, Currency currency, DateOnly start, Dictionary<string, StatedCount> counts)
    {
        var payment = fields.Whole(nameof(draft.PaymentDays), draft.PaymentDays, "Payment within days", 0, 3_660) ?? 30;
        var anchor = Anchor(draft, fields, start);
        var options = new List<QuoteOption>();
        for (var i = 0; i < draft.Options.Length; i++)
        {
            var (entered, place) = (draft.Options[i], i);
            var monthly = fields.Number(Path("Options", i, "ExpectedMonthlyHours"), entered.ExpectedMonthlyHours, "The hours a month", 0m, MostUnits, isRequired: false);
            var initial = fields.Number(Path("Options", i, "ExpectedInitialHours"), entered.ExpectedInitialHours, "The hours at the start", 0m, MostUnits, isRequired: false);
            var isRenewal = !string.IsNullOrWhiteSpace(entered.Contract);
            var terms = isRenewal ? Renewed(entered, fields, i, start) : Planned(entered, fields, place, currency, start, counts);
            if (terms is null || currency == default)
            {
                continue;
            }

            var plan = isRenewal ? null : FindPlan(entered.Plan);
            var copied = new ContractTerms(terms.Currency, start, terms.Lines.AsSpan())
            {
                Anchor = isRenewal && string.IsNullOrWhiteSpace(draft.BillingDay) ? terms.Anchor : anchor,
                Term = terms.Term,
                Uplift = terms.Uplift,
                PaymentDays = isRenewal && string.IsNullOrWhiteSpace(draft.PaymentDays) ? terms.PaymentDays : payment,
                Rounding = terms.Rounding,
                PricesIncludeTax = terms.PricesIncludeTax,
            };
            var code = string.IsNullOrWhiteSpace(entered.Code) ? string.Create(CultureInfo.InvariantCulture, $"option-{i + 1}") : entered.Code.Trim();
            var option = fields.Make(Path("Options", i, "Code"), () => new QuoteOption(code, NameOf(entered, plan, code), copied)
            {
                Plan = plan is null ? null : OfferedPlan.Of(plan),
                ExpectedMonthlyHours = monthly,
                ExpectedInitialHours = initial ?? 0m,
            });
            if (option is not null)
            {
                options.Add(option);
            }
        }

        return options;
    }

    private static string NameOf(DraftOption entered, Plan? plan, string code) =>
        !string.IsNullOrWhiteSpace(entered.Name) ? entered.Name.Trim() : plan?.Name ?? code;

    private Plan? FindPlan(string code) => catalog.Plans.FirstOrDefault(plan => string.Equals(plan.Code, code.Trim(), StringComparison.Ordinal));

    private ContractTerms? Planned(DraftOption entered, DraftFields fields, int place, Currency currency, DateOnly start, Dictionary<string, StatedCount> counts)
    {
        if (FindPlan(entered.Plan) is not { } plan)
        {
            fields.Refuse(Path("Options", place, "Plan"), string.IsNullOrWhiteSpace(entered.Plan)
                ? "Choose a plan."
                : $"There is no plan '{entered.Plan.Trim()}'. There are: {string.Join(", ", catalog.Plans.Select(known => known.Code))}.");
            return null;
        }

        Cadence? cadence = null;
        if (!string.IsNullOrWhiteSpace(entered.Cadence))
        {
            if (!Cadence.TryParse(entered.Cadence.Trim(), out var every) || every.Unit != CadenceUnit.Month)
            {
                fields.Refuse(Path("Options", place, "Cadence"), $"'{entered.Cadence.Trim()}' is not how often a plan is billed; write 1M for monthly, 3M for quarterly or 12M for yearly.");
                return null;
            }

            cadence = every;
        }

        var term = TermOf(entered, fields, place, Term.Of(plan.Level.Commitment));
        var quantities = Quantities(plan, entered, fields, place, counts);
        return term is null || currency == default ? null : fields.Make(Path("Options", place, "Plan"), () => QuoteOption.FromPlan(
            "option", "Option", plan, start, quantities, BookFor(plan, currency, start), term, cadence).Terms);
    }

    // A book of the currency takes the place of the own prices of the plans that it prices whole; the others keep theirs. In another currency it must price the plan.
    private PriceBook? BookFor(Plan plan, Currency currency, DateOnly start)
    {
        var book = catalog.Prices?.All.FirstOrDefault(known => known.Currency == currency && known.Holds(start));
        if (plan.Currency == currency)
        {
            return book is not null && plan.Charges.All(charge => book.Has(charge)) ? book : null;
        }

        return book ?? catalog.Prices?.On(currency, start)
            ?? throw new ArgumentException($"Plan '{plan.Code}' is priced in {plan.Currency.Code}, and there is no price book in {currency.Code}.");
    }

    private ContractTerms? Renewed(DraftOption entered, DraftFields fields, int place, DateOnly start)
    {
        var contracts = catalog.Contracts.IsDefault ? [] : catalog.Contracts;
        if (contracts.FirstOrDefault(known => known.Number == entered.Contract.Trim()) is not { } contract)
        {
            fields.Refuse(Path("Options", place, "Contract"), $"There is no contract '{entered.Contract.Trim()}' to renew.");
            return null;
        }

        var rise = fields.Number(Path("Options", place, "PriceRise"), entered.PriceRise, "The rise in percent", -100m, 1_000m, isRequired: false);
        var term = TermOf(entered, fields, place, contract.Terms.Term);
        return term is null ? null : fields.Make(
            Path("Options", place, "Contract"), () => QuoteRenewal.TermsOf(contract, start, term, new Percentage(decimal.Round(rise ?? 0m, 4, MidpointRounding.AwayFromZero))));
    }

    private static Term? TermOf(DraftOption entered, DraftFields fields, int place, Term offered)
    {
        var months = fields.Whole(Path("Options", place, "TermMonths"), entered.TermMonths, "The term in months", 1, 120);
        var renewal = fields.Whole(Path("Options", place, "RenewalMonths"), entered.RenewalMonths, "The renewal in months", 1, 120);
        var notice = fields.Whole(Path("Options", place, "NoticeDays"), entered.NoticeDays, "The days of notice", 0, 3_660);
        return fields.Make(Path("Options", place, "TermMonths"), () =>
            new Term(months ?? offered.Months, renewal ?? offered.RenewalMonths, notice ?? offered.NoticeDays) { EarlyTermination = offered.EarlyTermination });
    }

    private static Dictionary<string, decimal> Quantities(Plan plan, DraftOption entered, DraftFields fields, int place, Dictionary<string, StatedCount> counts)
    {
        var quantities = new Dictionary<string, decimal>(StringComparer.Ordinal);
        for (var i = 0; i < entered.Quantities.Length; i++)
        {
            var own = entered.Quantities[i];
            var field = Path($"Options[{place.ToString(CultureInfo.InvariantCulture)}].Quantities", i, "Quantity");
            if (fields.Number(field, own.Quantity, $"The quantity of '{own.Charge}'", 0m, MostUnits, isRequired: false) is { } quantity)
            {
                quantities[own.Charge.Trim()] = quantity;
            }
        }

        foreach (var charge in plan.Charges)
        {
            if (!quantities.ContainsKey(charge.Code) && charge.Basis != QuantityBasis.Reported &&
                (counts.GetValueOrDefault(charge.Code) ?? counts.GetValueOrDefault(charge.Unit.Code)) is { } count)
            {
                quantities.Add(charge.Code, count.Quantity);
            }
        }

        return quantities;
    }

    private List<QuoteOption> WithOnboarding(QuoteDraft draft, DraftFields fields, Currency currency, List<QuoteOption> options, Dictionary<string, StatedCount> counts)
    {
        var entered = draft.Onboarding;
        var name = string.IsNullOrWhiteSpace(entered.Name) ? "Onboarding" : entered.Name.Trim();
        var fee = fields.Money("Onboarding.Fee", entered.Fee, "The onboarding fee", currency);
        if (fee is { } set)
        {
            return [.. options.Select(option => With(option, new Onboarding(name, set, [], null, null) { TaxCategory = entered.TaxCategory, LedgerAccount = entered.LedgerAccount.Trim() }))];
        }

        if (entered.Conditions.IsEmpty || !string.IsNullOrWhiteSpace(entered.Fee))
        {
            return options;
        }

        var (least, most) = (fields.Money("Onboarding.Least", entered.Least, "The least fee", currency), fields.Money("Onboarding.Most", entered.Most, "The largest fee", currency));
        var conditions = new List<OnboardingCondition>();
        for (var i = 0; i < entered.Conditions.Length; i++)
        {
            var condition = entered.Conditions[i];
            var rate = fields.Number(Path("Onboarding.Conditions", i, "Rate"), condition.Rate, "The rate", 0m, MostPrice, isRequired: true);
            var made = rate is not { } known ? null : fields.Make(
                Path("Onboarding.Conditions", i, "Name"), () => new OnboardingCondition(condition.Code.Trim(), string.IsNullOrWhiteSpace(condition.Name) ? condition.Code : condition.Name.Trim(), condition.Basis, known));
            if (made is not null)
            {
                conditions.Add(made);
            }
        }

        if (fields.Problems.Count > 0)
        {
            return options;
        }

        var formula = new OnboardingFormula(name, conditions)
        {
            Least = least?.Amount,
            Most = most?.Amount,
            TaxCategory = entered.TaxCategory,
            LedgerAccount = entered.LedgerAccount.Trim(),
        };
        var stated = counts.ToDictionary(pair => pair.Key, pair => pair.Value.Quantity, StringComparer.Ordinal);
        var isShare = conditions.Exists(condition => condition.Basis == OnboardingBasis.PercentOfMonthly);
        return [.. options.Select(option => fields.Make("Onboarding.Fee", () => With(option, formula.For(stated, isShare ? MonthlyOf(option) : Money.Zero(currency)))) ?? option)];
    }

    // The plan's own month, before the quote's items and discounts: a fee that followed them would fall with every discount.
    private Money MonthlyOf(QuoteOption option)
    {
        var alone = new QuoteContent("Onboarding", option.Terms.Start, [option]);
        return new QuotePricer(tax).Price(alone, alone.DefaultChoice(), customer, invoices: 0).Monthly;
    }

    private static QuoteOption With(QuoteOption option, Onboarding onboarding) => new(option.Code, option.Name, option.Terms)
    {
        Plan = option.Plan,
        Onboarding = onboarding,
        ExpectedMonthlyHours = option.ExpectedMonthlyHours,
        ExpectedInitialHours = option.ExpectedInitialHours,
    };
}
