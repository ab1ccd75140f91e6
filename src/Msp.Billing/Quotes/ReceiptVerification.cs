using System.Collections.Immutable;
using System.Text.Json;

namespace Msp.Billing.Quotes;

/// <summary>What verifying a receipt found.</summary>
public sealed class ReceiptVerification
{
    private ReceiptVerification(string? fault, ImmutableArray<string> altered, string seal, Acceptance? acceptance)
    {
        Fault = fault;
        Altered = altered;
        Seal = seal;
        Acceptance = acceptance;
    }

    /// <summary>Whether nothing was altered.</summary>
    public bool IsValid => Fault is null && Altered.IsEmpty;

    /// <summary>Why the file is no receipt; null when it is one.</summary>
    public string? Fault { get; }

    /// <summary>
    /// The parts that are not what was accepted: <c>offer</c>, <c>revision</c>, <c>choice</c>, <c>shown</c>, <c>signer</c>, <c>consent</c>; <c>sha256</c> when
    /// the parts fit their hashes but not the whole; <c>seal</c> when the receipt fits itself but is another one.
    /// </summary>
    public ImmutableArray<string> Altered { get; }

    /// <summary>The SHA-256 of the evidence in the file; empty where there is none.</summary>
    public string Seal { get; }

    /// <summary>What was accepted; null unless the receipt is valid.</summary>
    public Acceptance? Acceptance { get; }

    internal static ReceiptVerification NoReceipt(string fault) => new(fault, [], "", null);

    internal static ReceiptVerification Of(ImmutableArray<string> altered, string seal, JsonElement evidence)
    {
        if (!altered.IsEmpty)
        {
            return new ReceiptVerification(null, altered, seal, null);
        }

        try
        {
            return new ReceiptVerification(null, altered, seal, Acceptance.Read(System.Text.Encoding.UTF8.GetBytes(Contracts.Json.JsonText.Write(evidence.WriteTo))));
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException or InvalidOperationException or FormatException or KeyNotFoundException)
        {
            return NoReceipt("its evidence cannot be read: " + exception.Message);
        }
    }
}
