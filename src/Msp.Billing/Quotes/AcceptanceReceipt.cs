using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Msp.Billing.Contracts.Json;

namespace Msp.Billing.Quotes;

/// <summary>The file that a customer keeps: the evidence of an acceptance with the hash of each of its parts and of the whole. It can be verified without the seller.</summary>
/// <remarks>
/// The whole's hash is the seal. It stands in the seller's database and on the confirmation: a receipt that was rewritten throughout, hashes and all,
/// verifies in itself but has another seal.
/// </remarks>
public static class AcceptanceReceipt
{
    private const string Format = "msp-acceptance-receipt-1";

    /// <summary>The receipt as an indented JSON file, in UTF-8.</summary>
    public static string Write(Acceptance acceptance)
    {
        ArgumentNullException.ThrowIfNull(acceptance);
        using var evidence = JsonDocument.Parse(acceptance.Bytes.AsMemory());
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteString("format", Format);
            json.WritePropertyName("evidence");
            evidence.RootElement.WriteTo(json);
            json.WriteStartObject("parts");
            foreach (var part in evidence.RootElement.EnumerateObject())
            {
                json.WriteString(part.Name, HashOf(part.Value));
            }

            json.WriteEndObject();
            json.WriteString("sha256", Convert.ToHexStringLower(acceptance.Hash.AsSpan()));
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    /// <summary>Verifies a receipt.</summary>
    /// <param name="text">The file.</param>
    /// <param name="seal">The seal that it should have, as 64 hexadecimal digits, from the confirmation or the seller; null to check the file in itself.</param>
    public static ReceiptVerification Verify(string text, string? seal = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        JsonDocument receipt;
        try
        {
            receipt = JsonDocument.Parse(text);
        }
        catch (JsonException)
        {
            return ReceiptVerification.NoReceipt("it is not JSON");
        }

        using (receipt)
        {
            var json = receipt.RootElement;
            if (json.ValueKind != JsonValueKind.Object || !IsText(json, "format", out var format) || format != Format)
            {
                return ReceiptVerification.NoReceipt($"it does not say that its format is {Format}");
            }

            return IsObject(json, "evidence", out var evidence) && IsObject(json, "parts", out var parts) && IsText(json, "sha256", out var claimed)
                ? Verified(evidence, parts, claimed, seal)
                : ReceiptVerification.NoReceipt("its evidence or its hashes are missing");
        }
    }

    private static ReceiptVerification Verified(JsonElement evidence, JsonElement parts, string claimed, string? seal)
    {
        var altered = ImmutableArray.CreateBuilder<string>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in evidence.EnumerateObject())
        {
            if (!known.Add(part.Name) || !IsText(parts, part.Name, out var hash) || hash != HashOf(part.Value))
            {
                altered.Add(part.Name);
            }
        }

        altered.AddRange(parts.EnumerateObject().Where(part => !known.Contains(part.Name)).Select(part => part.Name));
        var actual = HashOf(evidence);
        if (altered.Count == 0 && actual != claimed)
        {
            altered.Add("sha256");
        }

        if (altered.Count == 0 && seal is not null && !string.Equals(seal.Trim(), actual, StringComparison.OrdinalIgnoreCase))
        {
            altered.Add("seal");
        }

        return ReceiptVerification.Of(altered.ToImmutable(), actual, evidence);
    }

    // White space and escapes of the file do not matter: what is hashed is written anew, as the evidence was.
    private static string HashOf(JsonElement json)
    {
        var bytes = Encoding.UTF8.GetBytes(JsonText.Write(json.WriteTo));
        return Convert.ToHexStringLower(CanonicalQuote.HashOf(bytes).AsSpan());
    }

    private static bool IsText(JsonElement json, string name, out string text)
    {
        text = json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() ?? "" : "";
        return text.Length > 0;
    }

    private static bool IsObject(JsonElement json, string name, out JsonElement value) => json.TryGetProperty(name, out value) && value.ValueKind == JsonValueKind.Object;
}
