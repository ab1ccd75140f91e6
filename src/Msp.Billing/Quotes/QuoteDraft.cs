using System.Collections.Immutable;

namespace Msp.Billing.Quotes;

/// <summary>A quote as somebody is writing it: the text of every field as it was entered, right or wrong, so that nothing typed is ever lost.</summary>
/// <remarks>
/// Immutable. Becomes a <see cref="QuoteContent"/> by a <see cref="QuoteDraftReader"/>. Templates and duplicates are drafts that were copied. Members are named as a form
/// names its fields; a problem points at one of them.
/// </remarks>
public sealed record QuoteDraft
{
    /// <summary>What is offered, in a few words.</summary>
    public string Title { get; init; } = "";

    /// <summary>The ISO 4217 code.</summary>
    public string Currency { get; init; } = "";

    /// <summary>The first billed day, in ISO form.</summary>
    public string Start { get; init; } = "";

    /// <summary>The last day on which it can be accepted, in ISO form.</summary>
    public string ValidUntil { get; init; } = "";

    /// <summary>The day of the first invoice, in ISO form; empty for the first billed day.</summary>
    public string FirstInvoiceDay { get; init; } = "";

    /// <summary>The common billing day of the month, 1 to 31; empty to bill from the first day.</summary>
    public string BillingDay { get; init; } = "";

    /// <summary>Days from issue to due; empty for 30.</summary>
    public string PaymentDays { get; init; } = "";

    /// <summary>The first words to the customer.</summary>
    public string Introduction { get; init; } = "";

    /// <summary>Notes that the customer sees.</summary>
    public string Notes { get; init; } = "";

    /// <summary>Notes for the seller's own people.</summary>
    public string InternalNotes { get; init; } = "";

    /// <summary>The code of the recommended option; empty for none.</summary>
    public string Recommended { get; init; } = "";

    /// <summary>Why it is recommended.</summary>
    public string RecommendationReason { get; init; } = "";

    /// <summary>What the customer declares; empty for the usual words.</summary>
    public string ConsentText { get; init; } = "";

    /// <summary>The number of the contract that is renewed; empty for none.</summary>
    public string Renews { get; init; } = "";

    /// <summary>What an hour of work costs the seller; empty when unknown.</summary>
    public string LabourCostPerHour { get; init; } = "";

    /// <summary>What the customer has. A plan's charge takes the count of its own code, or else of its unit's, such as <c>user</c>.</summary>
    public ImmutableArray<DraftCount> Counts { get; init; } = [];

    /// <summary>The alternatives.</summary>
    public ImmutableArray<DraftOption> Options { get; init; } = [];

    /// <summary>Add-ons and work.</summary>
    public ImmutableArray<DraftItem> Items { get; init; } = [];

    /// <summary>The reductions.</summary>
    public ImmutableArray<DraftDiscount> Discounts { get; init; } = [];

    /// <summary>The onboarding fee of every option.</summary>
    public DraftOnboarding Onboarding { get; init; } = new();

    /// <summary>The documents that are agreed to.</summary>
    public ImmutableArray<TermsDocument> Documents { get; init; } = [];

    /// <summary>Numbers of the break-fix comparison that the customer stated; the defaults hold for the rest.</summary>
    public ImmutableArray<DraftAssumption> Assumptions { get; init; } = [];

    /// <summary>Whether the customer sees the break-fix comparison, also where break-fix is cheaper.</summary>
    public bool SharesComparison { get; init; }

    /// <summary>What the customer said to see whether a managed service suits it.</summary>
    public DraftFit Fit { get; init; } = new();

    /// <summary>Whether the customer sees if a managed service suits it, also where it does not.</summary>
    public bool SharesFit { get; init; }

    /// <summary>As it is stored: JSON, with what is empty left out.</summary>
    public string ToJson() => DraftJson.Write(this);

    /// <summary>Reads what <see cref="ToJson"/> wrote; unknown members are ignored and missing ones empty.</summary>
    /// <exception cref="System.Text.Json.JsonException">It is no JSON object.</exception>
    public static QuoteDraft FromJson(string json) => DraftJson.Read(json);

    /// <summary>A draft that renews a contract: one option with its lines as they stand on its first day.</summary>
    /// <param name="contract">The contract's number.</param>
    /// <param name="currency">The contract's currency.</param>
    /// <param name="start">The first day of the new term.</param>
    /// <param name="termMonths">The length of the new term.</param>
    public static QuoteDraft Renewal(string contract, Amounts.Currency currency, DateOnly start, int termMonths) => new()
    {
        Title = $"Renewal of {contract}",
        Currency = currency.Code,
        Start = DraftJson.Text(start),
        ValidUntil = DraftJson.Text(start.AddDays(-1)),
        Renews = contract,
        Options = [new DraftOption { Code = "renewal", Name = "Renewal", Contract = contract, TermMonths = DraftJson.Text(termMonths), RenewalMonths = "12" }],
    };
}
