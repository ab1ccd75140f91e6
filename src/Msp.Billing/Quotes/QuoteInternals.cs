using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using Msp.Billing.Contracts;
using Msp.Billing.Contracts.Json;
using Msp.Billing.Plans;

namespace Msp.Billing.Quotes;

/// <summary>What a quote says to the seller's own people only: unit costs, expected hours, notes. Kept apart, so that what the customer signs and receives never holds it.</summary>
internal sealed class QuoteInternals
{
    private readonly Dictionary<string, decimal> _costs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (decimal? Monthly, decimal Initial)> _hours = new(StringComparer.Ordinal);
    private string _notes = "";
    private decimal? _labourCost;

    /// <summary>Nothing: applied to a content, it takes everything internal away.</summary>
    internal static QuoteInternals None { get; } = new();

    internal static QuoteInternals Of(QuoteContent content)
    {
        var internals = new QuoteInternals { _notes = content.InternalNotes, _labourCost = content.LabourCostPerHour };
        foreach (var option in content.Options)
        {
            if (option.ExpectedMonthlyHours is not null || option.ExpectedInitialHours != 0)
            {
                internals._hours.Add(option.Code, (option.ExpectedMonthlyHours, option.ExpectedInitialHours));
            }

            foreach (var line in option.Terms.Lines)
            {
                internals.Add(KeyOf(option, line), line.Charge);
            }
        }

        foreach (var item in content.Items)
        {
            internals.Add(KeyOf(item), item.Charge);
        }

        return internals;
    }

    internal static QuoteInternals Read(ReadOnlyMemory<byte> bytes)
    {
        using var document = JsonDocument.Parse(bytes);
        var json = document.RootElement;
        var internals = new QuoteInternals { _notes = json.TextOrNull("notes") ?? "", _labourCost = json.DecimalOrNull("labourCost") };
        foreach (var cost in json.GetProperty("costs").EnumerateObject())
        {
            internals._costs.Add(cost.Name, cost.Value.GetDecimal());
        }

        foreach (var hours in json.GetProperty("hours").EnumerateObject())
        {
            internals._hours.Add(hours.Name, (hours.Value.DecimalOrNull("monthly"), hours.Value.DecimalOf("initial")));
        }

        return internals;
    }

    internal ImmutableArray<byte> Write()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            CanonicalQuote.WriteUnlessEmpty(json, "notes", _notes);
            json.WriteUnlessNull("labourCost", _labourCost);
            json.WriteStartObject("costs");
            foreach (var (key, cost) in _costs.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            {
                json.WriteExact(key, cost);
            }

            json.WriteEndObject();
            json.WriteStartObject("hours");
            foreach (var (option, hours) in _hours.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            {
                json.WriteStartObject(option);
                json.WriteUnlessNull("monthly", hours.Monthly);
                json.WriteUnlessZero("initial", hours.Initial);
                json.WriteEndObject();
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return [.. buffer.WrittenSpan];
    }

    /// <summary>The same content with these internals in the place of its own.</summary>
    internal QuoteContent ApplyTo(QuoteContent content) => content.WithInternals(
        content.Options.Select(Applied), content.Items.Select(item => item.With(WithCost(item.Charge, KeyOf(item)))), _notes, _labourCost);

    private static string KeyOf(QuoteOption option, ContractLine line) => FormattableString.Invariant($"option/{option.Code}/{line.Id}");

    private static string KeyOf(QuoteItem item) => $"item/{item.Code}";

    private QuoteOption Applied(QuoteOption option)
    {
        var terms = option.Terms;
        var lines = terms.Lines.Select(line => QuoteTerms.With(line, WithCost(line.Charge, KeyOf(option, line)), line.Discounts));
        var (monthly, initial) = _hours.GetValueOrDefault(option.Code);
        return new QuoteOption(option.Code, option.Name, QuoteTerms.Copy(terms, [.. lines], terms.Discounts, terms.Uplift, terms.Term, terms.End))
        {
            Plan = option.Plan,
            Onboarding = option.Onboarding,
            ExpectedMonthlyHours = monthly,
            ExpectedInitialHours = initial,
        };
    }

    private Charge WithCost(Charge charge, string key) =>
        QuotedCharge.With(charge, charge.Pricing, charge.Cadence, _costs.TryGetValue(key, out var cost) ? cost : null);

    private void Add(string key, Charge charge)
    {
        if (charge.UnitCost is { } cost)
        {
            _costs.Add(key, cost);
        }
    }
}
