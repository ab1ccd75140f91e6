using System.Collections.Immutable;
using Msp.Billing.Amounts;
using Msp.Billing.BreakFix;
using Msp.Billing.Contracts;
using Msp.Billing.Invoicing;

namespace Msp.Billing.Quotes;

/// <summary>What a customer may see of a revision: prices, promises and terms. It has no cost, no margin and no internal note, so that no page can show one.</summary>
/// <remarks>Immutable. Nothing in it refers to a charge, contract line or content, which know costs; a test walks through every type of it.</remarks>
public sealed class Proposal
{
    /// <summary>The quote's number.</summary>
    public required string Number { get; init; }

    /// <summary>The revision's number.</summary>
    public required int Revision { get; init; }

    /// <summary>Where the revision is.</summary>
    public required QuoteStatus Status { get; init; }

    /// <summary>The seller's name.</summary>
    public required string SellerName { get; init; }

    /// <summary>The customer's name.</summary>
    public required string CustomerName { get; init; }

    /// <summary>What is offered, in a few words.</summary>
    public required string Title { get; init; }

    /// <summary>The first words to the customer; empty for none.</summary>
    public required string Introduction { get; init; }

    /// <summary>Notes for the customer; empty for none.</summary>
    public required string Notes { get; init; }

    /// <summary>The last day on which it can be accepted, inclusive.</summary>
    public required DateOnly ValidUntil { get; init; }

    /// <summary>The currency of every amount.</summary>
    public required Currency Currency { get; init; }

    /// <summary>Why an option is recommended; empty for no reason.</summary>
    public required string RecommendationReason { get; init; }

    /// <summary>What the customer has, as stated.</summary>
    public required ImmutableArray<StatedCount> Counts { get; init; }

    /// <summary>The alternatives, priced with the chosen items.</summary>
    public required ImmutableArray<ProposalOption> Options { get; init; }

    /// <summary>Add-ons and work.</summary>
    public required ImmutableArray<ProposalItem> Items { get; init; }

    /// <summary>The reductions, by name.</summary>
    public required ImmutableArray<string> DiscountNames { get; init; }

    /// <summary>The documents that are agreed to.</summary>
    public required ImmutableArray<TermsDocument> Documents { get; init; }

    /// <summary>What the customer declares when it accepts.</summary>
    public required string ConsentText { get; init; }

    /// <summary>The comparison with break-fix, as it is frozen with the revision; null where none is shared.</summary>
    public QuoteComparison? Comparison { get; init; }

    /// <summary>Whether a managed service suits the customer, as it is frozen with the revision; null where that is not shared.</summary>
    public Fit? Fit { get; init; }

    /// <summary>What is chosen.</summary>
    public required QuoteChoice Choice { get; init; }

    /// <summary>The chosen option.</summary>
    public ProposalOption Chosen => Options.First(option => option.Code == Choice.Option);

    /// <summary>The proposal of a revision for a choice.</summary>
    /// <param name="number">The quote's number.</param>
    /// <param name="revision">The revision's number.</param>
    /// <param name="status">Where the revision is.</param>
    /// <param name="sellerName">The seller's name.</param>
    /// <param name="customer">Who would pay.</param>
    /// <param name="content">What the revision says.</param>
    /// <param name="choice">What is chosen.</param>
    /// <param name="tax">Decides category and rate of each line.</param>
    /// <exception cref="QuoteChoiceException">The quote does not offer the choice.</exception>
    /// <exception cref="MissingTaxRateException">A line cannot be taxed.</exception>
    public static Proposal Of(
        string number, int revision, QuoteStatus status, string sellerName, Customer customer, QuoteContent content, QuoteChoice choice, ITaxCalculator tax)
    {
        ArgumentNullException.ThrowIfNull(customer);
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(choice);
        return new Proposal
        {
            Number = number,
            Revision = revision,
            Status = status,
            SellerName = sellerName,
            CustomerName = customer.Name,
            Title = content.Title,
            Introduction = content.Introduction,
            Notes = content.Notes,
            ValidUntil = content.ValidUntil,
            Currency = content.Currency,
            RecommendationReason = content.RecommendationReason,
            Counts = content.Counts,
            Options = [.. new QuotePricer(tax).PriceAll(content, choice, customer).Select(figures => ProposalOption.Of(figures, figures.Option.Code == content.Recommended))],
            Items = [.. content.Items.Select(item => ProposalItem.Of(item, choice))],
            DiscountNames = [.. content.Discounts.Select(discount => discount.Name).Distinct()],
            Documents = content.Documents,
            ConsentText = content.ConsentText,
            Comparison = content.Comparison,
            Fit = content.Fit,
            Choice = choice,
        };
    }
}
