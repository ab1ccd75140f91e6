using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Msp.Billing.Contracts;
using Msp.Billing.Contracts.Json;
using Msp.Billing.Invoicing;

namespace Msp.Billing.Quotes;

/// <summary>The evidence of an acceptance: the frozen revision, the choice with its quantities, what was shown, who declared what and when; as canonical bytes with their SHA-256.</summary>
/// <remarks>
/// Immutable. JSON in UTF-8 without white space; the revision stands in it word for word as it was frozen. Holds no cost and no internal note: the
/// customer receives it as an <see cref="AcceptanceReceipt"/>. Version 1 held the quote's words as the declaration; version 2 holds the words that the
/// signer saw and their language (decision 0016).
/// </remarks>
public sealed class Acceptance
{
    private const int Version = 2;
    private const int WithoutLanguage = 1;

    private Acceptance(string quote, int revision, QuoteChoice choice, Signer signer, ImmutableArray<byte> bytes)
    {
        Quote = quote;
        Revision = revision;
        Choice = choice;
        Signer = signer;
        Bytes = bytes;
        Hash = CanonicalQuote.HashOf(bytes.AsSpan());
    }

    /// <summary>The quote's number.</summary>
    public string Quote { get; }

    /// <summary>The revision's number.</summary>
    public int Revision { get; }

    /// <summary>What the customer chose.</summary>
    public QuoteChoice Choice { get; }

    /// <summary>Who accepted; with the declaration as it was shown.</summary>
    public Signer Signer { get; }

    /// <summary>What was declared, as the signer saw it.</summary>
    public Consent Consent => Signer.Consent ?? throw new InvalidOperationException("An acceptance holds what was declared.");

    /// <summary>The canonical bytes.</summary>
    public ImmutableArray<byte> Bytes { get; }

    /// <summary>Their SHA-256: the seal of the receipt.</summary>
    public ImmutableArray<byte> Hash { get; }

    /// <summary>The acceptance of a frozen revision.</summary>
    /// <param name="seller">Who offers.</param>
    /// <param name="customer">Who accepts.</param>
    /// <param name="quote">The quote's number.</param>
    /// <param name="revision">The revision's number.</param>
    /// <param name="frozen">The revision's canonical bytes, as they were frozen.</param>
    /// <param name="choice">What the customer chose.</param>
    /// <param name="signer">Who accepted.</param>
    /// <param name="tax">Decides category and rate of each line, for the figures that were shown.</param>
    /// <exception cref="QuoteChoiceException">The revision does not offer the choice.</exception>
    public static Acceptance Of(
        Seller seller, Customer customer, string quote, int revision, ReadOnlyMemory<byte> frozen, QuoteChoice choice, Signer signer, ITaxCalculator tax)
    {
        ArgumentNullException.ThrowIfNull(seller);
        ArgumentNullException.ThrowIfNull(customer);
        ArgumentNullException.ThrowIfNull(choice);
        ArgumentNullException.ThrowIfNull(signer);
        var content = CanonicalQuote.Read(frozen);
        var figures = new QuotePricer(tax).Price(content, choice, customer);
        var consent = signer.Consent ?? new Consent(content.ConsentText, "");
        var declared = signer with { Consent = consent };
        var buffer = new ArrayBufferWriter<byte>(8192);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("v", Version);
            WriteOffer(json, seller, customer, quote, revision, frozen.Span);
            json.WritePropertyName("revision");
            json.WriteRawValue(frozen.Span);
            WriteChoice(json, choice);
            WriteShown(json, figures);
            WriteSigner(json, declared);
            json.WriteStartObject("consent");
            json.WriteString("text", consent.Text);
            json.WriteString("language", consent.Language);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return new Acceptance(quote, revision, choice, declared, [.. buffer.WrittenSpan]);
    }

    /// <summary>Reads canonical bytes.</summary>
    /// <exception cref="JsonException">They are no acceptance, or of a version that this program does not know.</exception>
    public static Acceptance Read(ReadOnlyMemory<byte> bytes)
    {
        using var document = JsonDocument.Parse(bytes);
        var json = document.RootElement;
        var version = json.IntegerOf("v");
        if (version is not (WithoutLanguage or Version))
        {
            throw new JsonException(FormattableString.Invariant($"This program knows acceptances of version {WithoutLanguage} and {Version}, not of {version}."));
        }

        var (offer, choice, signer) = (json.GetProperty("offer"), json.GetProperty("choice"), json.GetProperty("signer"));
        return new Acceptance(
            offer.TextOf("quote"), offer.IntegerOf("number"),
            new QuoteChoice(choice.TextOf("option"), choice.GetProperty("items").EnumerateArray().Select(item => new ChosenItem(item.TextOf("code"), item.DecimalOf("quantity"))).ToArray()),
            new Signer(
                signer.TextOf("name"), signer.TextOf("role"), DateTimeOffset.ParseExact(signer.TextOf("at"), "O", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
                signer.TextOrNull("networkAddress") ?? "", signer.TextOrNull("userAgent") ?? "")
            {
                Consent = version == WithoutLanguage ? new Consent(json.TextOf("consent"), "") : new Consent(json.GetProperty("consent").TextOf("text"), json.GetProperty("consent").TextOf("language")),
            },
            [.. bytes.Span]);
    }

    private static void WriteOffer(Utf8JsonWriter json, Seller seller, Customer customer, string quote, int revision, ReadOnlySpan<byte> frozen)
    {
        json.WriteStartObject("offer");
        json.WriteString("quote", quote);
        json.WriteNumber("number", revision);
        json.WriteString("revisionSha256", Convert.ToHexStringLower(CanonicalQuote.HashOf(frozen).AsSpan()));
        json.WriteString("seller", seller.Name);
        json.WriteString("sellerCode", seller.Code);
        json.WriteString("customer", customer.Name);
        json.WriteString("customerNumber", customer.Number);
        json.WriteEndObject();
    }

    private static void WriteChoice(Utf8JsonWriter json, QuoteChoice choice)
    {
        json.WriteStartObject("choice");
        json.WriteString("option", choice.Option);
        json.WriteStartArray("items");
        foreach (var item in choice.Items)
        {
            json.WriteStartObject();
            json.WriteString("code", item.Code);
            json.WriteExact("quantity", item.Quantity);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteShown(Utf8JsonWriter json, OptionFigures figures)
    {
        json.WriteStartObject("shown");
        json.WriteString("currency", figures.Monthly.Currency.Code);
        json.WriteNumber("monthly", figures.Monthly.MinorUnits);
        json.WriteNumber("oneOff", figures.OneOff.MinorUnits);
        json.WriteNumber("yearOne", figures.YearOne.MinorUnits);
        json.WriteUnlessNull("wholeTerm", figures.WholeTerm?.MinorUnits);
        json.WriteStartArray("invoices");
        foreach (var invoice in figures.Invoices)
        {
            json.WriteStartObject();
            json.WriteUnlessNull("day", invoice.Day);
            json.WriteNumber("net", invoice.Draft.Subtotal.MinorUnits);
            json.WriteNumber("tax", invoice.Draft.Tax.MinorUnits);
            json.WriteNumber("total", invoice.Draft.Total.MinorUnits);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteSigner(Utf8JsonWriter json, Signer signer)
    {
        json.WriteStartObject("signer");
        json.WriteString("name", signer.Name);
        json.WriteString("role", signer.Role);
        json.WriteString("at", signer.At.ToString("O", CultureInfo.InvariantCulture));
        json.WriteString("networkAddress", signer.NetworkAddress);
        json.WriteString("userAgent", signer.UserAgent);
        json.WriteEndObject();
    }
}
