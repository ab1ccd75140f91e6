using System.Collections.Immutable;
using System.Globalization;
using Msp.Billing.Amounts;
using Msp.Billing.BreakFix;
using Msp.Billing.Contracts;

namespace Msp.Billing.Quotes;

/// <summary>Everything that a revision of a quote says: options, items, discounts, validity, words. What is sent is frozen as its canonical bytes.</summary>
/// <remarks>Immutable and checked when it is created, so that every content can be priced. It holds costs and internal notes: customers see a proposal.</remarks>
public sealed class QuoteContent
{
    /// <summary>Creates a content.</summary>
    /// <param name="title">What is offered, in a few words.</param>
    /// <param name="validUntil">The last day on which it can be accepted, inclusive.</param>
    /// <param name="options">The alternatives, in the order in which they are shown; at least one, codes unique, one currency.</param>
    /// <param name="items">Add-ons and work, in the order in which they are shown; codes unique.</param>
    /// <param name="discounts">The reductions, in the order in which they apply within their kind.</param>
    /// <exception cref="ArgumentException">A part is missing, repeated or contradicts another; the message names it.</exception>
    public QuoteContent(
        string title, DateOnly validUntil, IEnumerable<QuoteOption> options, IEnumerable<QuoteItem>? items = null, IEnumerable<QuoteDiscount>? discounts = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        ArgumentNullException.ThrowIfNull(options);
        Title = title;
        ValidUntil = validUntil;
        Options = [.. options];
        Items = [.. items ?? []];
        Discounts = [.. discounts ?? []];
        CheckOptions();
        CheckItems();
        CheckDiscounts();
    }

    /// <summary>What is offered, in a few words.</summary>
    public string Title { get; }

    /// <summary>The last day on which it can be accepted, inclusive.</summary>
    public DateOnly ValidUntil { get; }

    /// <summary>The alternatives: the customer takes one.</summary>
    public ImmutableArray<QuoteOption> Options { get; }

    /// <summary>Add-ons and work beside the plans.</summary>
    public ImmutableArray<QuoteItem> Items { get; }

    /// <summary>The reductions.</summary>
    public ImmutableArray<QuoteDiscount> Discounts { get; }

    /// <summary>The one currency of the quote.</summary>
    public Currency Currency => Options[0].Terms.Currency;

    /// <summary>The first words to the customer; empty for none.</summary>
    public string Introduction { get; init; } = "";

    /// <summary>Notes that the customer sees; empty for none.</summary>
    public string Notes { get; init; } = "";

    /// <summary>Notes for the seller's own people; never shown to the customer.</summary>
    public string InternalNotes { get; init; } = "";

    /// <summary>The code of the option that the seller recommends; null for none.</summary>
    public string? Recommended { get; init; }

    /// <summary>Why it is recommended; empty for no reason.</summary>
    public string RecommendationReason { get; init; } = "";

    /// <summary>What the customer has, as stated.</summary>
    public ImmutableArray<StatedCount> Counts { get; init; } = [];

    /// <summary>The documents that are agreed to with it, each in one version.</summary>
    public ImmutableArray<TermsDocument> Documents { get; init; } = [];

    /// <summary>What the customer declares when it accepts; shown beside the button and kept with the acceptance.</summary>
    public string ConsentText { get; init; } = DefaultConsentText;

    /// <summary>The day of the first invoice; null for the first billed day. The next ones are on the same day of the months after it.</summary>
    public DateOnly? FirstInvoiceDay { get; init; }

    /// <summary>The number of the contract whose place the new one takes; null for a first contract.</summary>
    public string? Renews { get; init; }

    /// <summary>What an hour of work costs the seller, in major units; null when unknown. Never shown to the customer.</summary>
    public decimal? LabourCostPerHour { get; init; }

    /// <summary>The comparison with break-fix that the customer is shown; null where none is shared.</summary>
    public QuoteComparison? Comparison { get; init; }

    /// <summary>Whether a managed service suits the customer, as it is shown to it; null where that is not shared.</summary>
    public Fit? Fit { get; init; }

    /// <summary>What is declared unless a quote says otherwise.</summary>
    public const string DefaultConsentText = "I am authorised to accept this offer and agree to its terms.";

    /// <summary>The option with a code.</summary>
    /// <exception cref="QuoteChoiceException">There is none.</exception>
    public QuoteOption Option(string code) => Find(code) ?? throw new QuoteChoiceException(
        null, $"The quote has no option '{code}'. It has: {string.Join(", ", Options.Select(option => option.Code))}.");

    /// <summary>The option with a code; null where there is none.</summary>
    public QuoteOption? Find(string code) => Options.FirstOrDefault(option => string.Equals(option.Code, code, StringComparison.Ordinal));

    /// <summary>The choice before the customer decides: the recommended or first option, and the preselected items.</summary>
    public QuoteChoice DefaultChoice(string? option = null)
    {
        var code = option ?? Recommended ?? Options[0].Code;
        return new QuoteChoice(code, Items.Where(item => item.IsOptional && item.IsPreselected && item.IsFor(code)).Select(item => new ChosenItem(item.Code, item.Quantity)));
    }

    /// <summary>Refuses a choice that the quote does not offer.</summary>
    /// <exception cref="QuoteChoiceException">There is no such option or item, an item is not for the option, or a quantity is out of its bounds.</exception>
    public void Check(QuoteChoice choice)
    {
        ArgumentNullException.ThrowIfNull(choice);
        var option = Option(choice.Option);
        for (var i = 0; i < choice.Items.Length; i++)
        {
            var chosen = choice.Items[i];
            var item = Items.FirstOrDefault(known => known.Code == chosen.Code)
                ?? throw new QuoteChoiceException(chosen.Code, $"The quote has no item '{chosen.Code}'. It has: {string.Join(", ", Items.Select(known => known.Code))}.");
            if (!item.IsFor(option.Code))
            {
                throw new QuoteChoiceException(chosen.Code, $"'{item.Charge.Name}' is not for '{option.Name}'.");
            }

            if (choice.Items.AsSpan(0, i).ToArray().Any(other => other.Code == chosen.Code))
            {
                throw new QuoteChoiceException(chosen.Code, $"'{item.Charge.Name}' is chosen twice; choose it once, with its quantity.");
            }

            CheckQuantity(item, chosen.Quantity);
        }
    }

    /// <summary>What would be agreed for a choice: the option's terms with onboarding, items and discounts. Pricing and conversion use nothing else.</summary>
    /// <exception cref="QuoteChoiceException">The quote does not offer the choice.</exception>
    public ContractTerms TermsFor(QuoteChoice choice)
    {
        Check(choice);
        return QuoteTerms.Of(this, choice);
    }

    /// <summary>The contract that accepting a choice makes: signed, and agreed on exactly the terms that were priced.</summary>
    /// <param name="choice">What the customer chose.</param>
    /// <param name="number">The contract's number.</param>
    /// <param name="customer">The customer's number.</param>
    /// <param name="acceptedAt">When it was accepted.</param>
    /// <exception cref="QuoteChoiceException">The quote does not offer the choice.</exception>
    public Contract ToContract(QuoteChoice choice, string number, string customer, DateTimeOffset acceptedAt)
    {
        ArgumentNullException.ThrowIfNull(choice);
        return new Contract(number, customer, TermsFor(choice), acceptedAt, ContractStatus.Scheduled) { Plan = Option(choice.Option).Plan?.Code, Predecessor = Renews };
    }

    /// <summary>The same content with other discounts.</summary>
    public QuoteContent WithDiscounts(params IEnumerable<QuoteDiscount> discounts) =>
        Copy(ValidUntil, Options, Items, discounts, InternalNotes, LabourCostPerHour);

    /// <summary>The same content, valid until another day; for a duplicate or a new revision.</summary>
    public QuoteContent WithValidity(DateOnly validUntil) => Copy(validUntil, Options, Items, Discounts, InternalNotes, LabourCostPerHour);

    /// <summary>The same content with the comparison that the customer is shown; null for none.</summary>
    public QuoteContent WithComparison(QuoteComparison? comparison) => Copy(ValidUntil, Options, Items, Discounts, InternalNotes, LabourCostPerHour, comparison, Fit);

    /// <summary>The same content with whether a managed service suits the customer; null for nothing said.</summary>
    public QuoteContent WithFit(Fit? fit) => Copy(ValidUntil, Options, Items, Discounts, InternalNotes, LabourCostPerHour, Comparison, fit);

    internal QuoteContent WithInternals(IEnumerable<QuoteOption> options, IEnumerable<QuoteItem> items, string notes, decimal? labourCost) =>
        Copy(ValidUntil, options, items, Discounts, notes, labourCost, Comparison, Fit);

    internal QuoteContent WithOptions(IEnumerable<QuoteOption> options) => Copy(ValidUntil, options, Items, Discounts, InternalNotes, LabourCostPerHour);

    private static void CheckQuantity(QuoteItem item, decimal quantity)
    {
        if (!item.CanChangeQuantity && quantity != item.Quantity)
        {
            throw new QuoteChoiceException(
                item.Code, string.Create(CultureInfo.InvariantCulture, $"'{item.Charge.Name}' is offered as {item.Quantity:0.######} {item.Charge.Unit.Plural}; the quantity cannot be changed to {quantity:0.######}."));
        }

        if (quantity < item.Minimum || quantity > item.Maximum || (quantity != decimal.Truncate(quantity) && !item.Charge.Unit.AllowsFractions) || quantity % 0.000001m != 0)
        {
            throw new QuoteChoiceException(
                item.Code, string.Create(CultureInfo.InvariantCulture, $"'{item.Charge.Name}' can be ordered from {item.Minimum:0.######} to {item.Maximum:0.######} {item.Charge.Unit.Plural}, not {quantity:0.######}."));
        }
    }

    private QuoteContent Copy(
        DateOnly validUntil, IEnumerable<QuoteOption> options, IEnumerable<QuoteItem> items, IEnumerable<QuoteDiscount> discounts, string internalNotes, decimal? labourCost,
        QuoteComparison? comparison = null, Fit? fit = null) =>
        new(Title, validUntil, options, items, discounts)
        {
            Introduction = Introduction,
            Notes = Notes,
            InternalNotes = internalNotes,
            Recommended = Recommended,
            RecommendationReason = RecommendationReason,
            Counts = Counts,
            Documents = Documents,
            ConsentText = ConsentText,
            FirstInvoiceDay = FirstInvoiceDay,
            Renews = Renews,
            LabourCostPerHour = labourCost,
            Comparison = comparison,
            Fit = fit,
        };

    private void CheckOptions()
    {
        if (Options.IsEmpty)
        {
            throw new ArgumentException("A quote needs an option: there is nothing to accept.");
        }

        for (var i = 0; i < Options.Length; i++)
        {
            var option = Options[i];
            ArgumentNullException.ThrowIfNull(option, nameof(Options));
            if (option.Terms.Currency != Currency || (option.Onboarding is { } onboarding && onboarding.Fee.Currency != Currency))
            {
                throw new ArgumentException($"Option '{option.Code}' is not wholly in {Currency.Code}; a quote has one currency.");
            }

            if (Find(option.Code) != option)
            {
                throw new ArgumentException($"The quote has two options '{option.Code}'; codes are unique.");
            }
        }
    }

    private void CheckItems()
    {
        for (var i = 0; i < Items.Length; i++)
        {
            var item = Items[i];
            ArgumentNullException.ThrowIfNull(item, nameof(Items));
            item.Check();
            if (item.Charge.Pricing.Currency != Currency)
            {
                throw new ArgumentException($"Item '{item.Code}' is priced in {item.Charge.Pricing.Currency.Code}; the quote is in {Currency.Code}.");
            }

            if (Items.First(known => known.Code == item.Code) != item)
            {
                throw new ArgumentException($"The quote has two items '{item.Code}'; codes are unique.");
            }

            CheckCodes($"Item '{item.Code}'", item.Options);
        }
    }

    private void CheckDiscounts()
    {
        foreach (var discount in Discounts)
        {
            ArgumentNullException.ThrowIfNull(discount, nameof(Discounts));
            CheckCodes($"Discount '{discount.Name}'", discount.Options);
            if (discount.Reduction.Amount is { } amount && amount.Currency != Currency)
            {
                throw new ArgumentException($"Discount '{discount.Name}' is in {amount.Currency.Code}; the quote is in {Currency.Code}.");
            }

            if (discount.Line is { } line && !Items.Any(item => item.Code == line) &&
                !Options.Any(option => option.Terms.Lines.Any(known => known.Charge.Code == line) || (option.Onboarding is not null && line == Onboarding.ChargeCode)))
            {
                throw new ArgumentException($"Discount '{discount.Name}' is taken off '{line}', which the quote does not have.");
            }
        }
    }

    private void CheckCodes(string what, ImmutableArray<string> codes)
    {
        foreach (var code in codes)
        {
            if (Find(code) is null)
            {
                throw new ArgumentException($"{what} is for option '{code}', which the quote does not have.");
            }
        }
    }
}
