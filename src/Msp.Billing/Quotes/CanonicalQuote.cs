using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;
using Msp.Billing.Amounts;
using Msp.Billing.Contracts.Json;

namespace Msp.Billing.Quotes;

/// <summary>The one sequence of bytes that stands for what a revision says, and its hash. Written when it is sent, and never again.</summary>
/// <remarks>
/// JSON in UTF-8 without white space, members in the order written here, numbers without trailing zeros, days in ISO form, amounts in minor units,
/// members at their default left out. Reading and writing again gives the same bytes. The version is its first member: 1, 2 where the comparison with
/// break-fix is in it (decision 0016), or 3 where it says whether a managed service suits the customer. Unit costs, expected hours and
/// internal notes are not in it: the customer receives it.
/// </remarks>
public static class CanonicalQuote
{
    private const int Version = 1;
    private const int ComparingVersion = 2;
    private const int FittingVersion = 3;

    /// <summary>The canonical bytes.</summary>
    public static ImmutableArray<byte> Write(QuoteContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(buffer))
        {
            Write(json, QuoteInternals.None.ApplyTo(content));
        }

        return [.. buffer.WrittenSpan];
    }

    /// <summary>What is not in the canonical bytes: unit costs, expected hours and internal notes, for the seller's storage only.</summary>
    public static ImmutableArray<byte> WriteInternals(QuoteContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return QuoteInternals.Of(content).Write();
    }

    /// <summary>The SHA-256 of canonical bytes.</summary>
    public static ImmutableArray<byte> HashOf(ReadOnlySpan<byte> canonical) => ImmutableCollectionsMarshal.AsImmutableArray(SHA256.HashData(canonical));

    /// <summary>Reads canonical bytes.</summary>
    /// <exception cref="JsonException">They are no quote, or of a version that this program does not know.</exception>
    public static QuoteContent Read(ReadOnlyMemory<byte> canonical)
    {
        using var document = JsonDocument.Parse(canonical);
        return Read(document.RootElement);
    }

    /// <summary>Reads canonical bytes together with what was kept apart from them.</summary>
    /// <exception cref="JsonException">One of them is not what it should be.</exception>
    public static QuoteContent Read(ReadOnlyMemory<byte> canonical, ReadOnlyMemory<byte> internals) => QuoteInternals.Read(internals).ApplyTo(Read(canonical));

    internal static QuoteContent Read(JsonElement json)
    {
        var version = json.IntegerOf("v");
        if (version is not (Version or ComparingVersion or FittingVersion))
        {
            throw new JsonException(FormattableString.Invariant($"This program knows quotes of version {Version} to {FittingVersion}, not of {version}."));
        }

        var currency = Currency.FromCode(json.TextOf("currency"));
        return new QuoteContent(
            json.TextOf("title"), json.DayOrNull("validUntil") ?? throw new JsonException("'validUntil' is missing."),
            json.GetProperty("options").EnumerateArray().Select(option => OptionJson.Read(option, currency)),
            ListOf(json, "items", item => ItemJson.Read(item, currency)),
            ListOf(json, "discounts", ReadDiscount))
        {
            Introduction = json.TextOrNull("introduction") ?? "",
            Notes = json.TextOrNull("notes") ?? "",
            Recommended = json.TextOrNull("recommended"),
            RecommendationReason = json.TextOrNull("recommendationReason") ?? "",
            Counts = [.. ListOf(json, "counts", ReadCount)],
            Documents = [.. ListOf(json, "documents", ReadDocument)],
            ConsentText = json.TextOf("consent"),
            FirstInvoiceDay = json.DayOrNull("firstInvoice"),
            Renews = json.TextOrNull("renews"),
            Comparison = version == ComparingVersion || (version == FittingVersion && json.TryGetProperty("comparison", out _))
                ? ComparisonJson.Read(json.GetProperty("comparison"), currency)
                : null,
            Fit = version == FittingVersion ? FitJson.Read(json.GetProperty("fit")) : null,
        };
    }

    internal static IEnumerable<T> ListOf<T>(JsonElement json, string name, Func<JsonElement, T> read) =>
        json.TryGetProperty(name, out var list) ? [.. list.EnumerateArray().Select(read)] : [];

    internal static void WriteUnlessEmpty(Utf8JsonWriter json, string name, string text)
    {
        if (text.Length > 0)
        {
            json.WriteString(name, text);
        }
    }

    internal static void WriteCodes(Utf8JsonWriter json, string name, ImmutableArray<string> codes)
    {
        if (!codes.IsEmpty)
        {
            json.WriteStartArray(name);
            foreach (var code in codes)
            {
                json.WriteStringValue(code);
            }

            json.WriteEndArray();
        }
    }

    internal static void Write(Utf8JsonWriter json, QuoteContent content)
    {
        json.WriteStartObject();
        json.WriteNumber("v", content.Fit is not null ? FittingVersion : content.Comparison is null ? Version : ComparingVersion);
        json.WriteString("title", content.Title);
        json.WriteString("currency", content.Currency.Code);
        json.WriteUnlessNull("validUntil", content.ValidUntil);
        WriteList(json, "options", content.Options, OptionJson.Write);
        WriteList(json, "items", content.Items, ItemJson.Write);
        WriteList(json, "discounts", content.Discounts, WriteDiscount);
        WriteUnlessEmpty(json, "introduction", content.Introduction);
        WriteUnlessEmpty(json, "notes", content.Notes);
        json.WriteUnlessNull("recommended", content.Recommended);
        WriteUnlessEmpty(json, "recommendationReason", content.RecommendationReason);
        WriteList(json, "counts", content.Counts, WriteCount);
        WriteList(json, "documents", content.Documents, WriteDocument);
        json.WriteString("consent", content.ConsentText);
        json.WriteUnlessNull("firstInvoice", content.FirstInvoiceDay);
        json.WriteUnlessNull("renews", content.Renews);
        if (content.Comparison is { } comparison)
        {
            ComparisonJson.Write(json, "comparison", comparison);
        }

        if (content.Fit is { } fit)
        {
            FitJson.Write(json, "fit", fit);
        }

        json.WriteEndObject();
    }

    internal static void WriteList<T>(Utf8JsonWriter json, string name, ImmutableArray<T> list, Action<Utf8JsonWriter, T> write)
    {
        if (list.IsEmpty)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var one in list)
        {
            write(json, one);
        }

        json.WriteEndArray();
    }

    private static void WriteDiscount(Utf8JsonWriter json, QuoteDiscount discount)
    {
        json.WriteStartObject();
        json.WriteNumber("scope", (int)discount.Scope);
        json.WriteUnlessNull("line", discount.Line);
        WriteCodes(json, "options", discount.Options);
        json.WritePropertyName("discount");
        DiscountJson.WriteOne(json, discount.Reduction);
        json.WriteEndObject();
    }

    private static QuoteDiscount ReadDiscount(JsonElement json) => QuoteDiscount.Restored(
        DiscountJson.ReadOne(json.GetProperty("discount")), (DiscountScope)json.IntegerOf("scope"), json.TextOrNull("line"), [.. ListOf(json, "options", OptionJson.Text)]);

    private static void WriteCount(Utf8JsonWriter json, StatedCount count)
    {
        json.WriteStartObject();
        json.WriteString("code", count.Code);
        json.WriteString("name", count.Name);
        json.WriteExact("quantity", count.Quantity);
        json.WriteBoolean("measured", count.IsMeasured);
        json.WriteEndObject();
    }

    private static StatedCount ReadCount(JsonElement json) =>
        new(json.TextOf("code"), json.TextOf("name"), json.DecimalOf("quantity"), json.GetProperty("measured").GetBoolean());

    private static void WriteDocument(Utf8JsonWriter json, TermsDocument document)
    {
        json.WriteStartObject();
        json.WriteString("name", document.Name);
        json.WriteString("version", document.Version);
        json.WriteString("sha256", Convert.ToHexStringLower(document.Hash.AsSpan()));
        json.WriteEndObject();
    }

    private static TermsDocument ReadDocument(JsonElement json) =>
        new(json.TextOf("name"), json.TextOf("version"), ImmutableCollectionsMarshal.AsImmutableArray(Convert.FromHexString(json.TextOf("sha256"))));
}
