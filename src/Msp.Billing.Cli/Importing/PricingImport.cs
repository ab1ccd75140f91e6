using System.Globalization;
using Msp.Billing.Amounts;
using Msp.Billing.Cli.Parsing;
using Msp.Billing.Plans;

namespace Msp.Billing.Cli.Importing;

/// <summary>Reads the price of a charge: the model, its figures and its modifiers.</summary>
internal static class PricingImport
{
    /// <summary>The fields of a price; columns of a row in CSV, an object of its own in JSON.</summary>
    public static string[] Fields { get; } =
        ["model", "price", "percent", "steps", "block_size", "included", "minimum_quantity", "minimum_spend", "increment"];

    private static readonly string[] StepProperties = ["up_to", "price", "fee"];
    private static readonly string[] IncrementProperties = ["per", "bills"];

    /// <summary>The price; null when a part of it is refused.</summary>
    public static Pricing? Read(SourceRecord record, Currency currency)
    {
        if (record.Word("model", Vocabulary.Models) is not { } model)
        {
            record.Missing<int>("model", "per-unit");
            return null;
        }

        CheckFields(record, model);
        var pricing = model switch
        {
            PricingModel.Graduated or PricingModel.Volume => Stepped(record, model, currency),
            PricingModel.Package => Package(record, currency),
            PricingModel.PercentOf or PricingModel.CostPlus => Markup(record, model, currency),
            _ when Price(record) is { } price => model == PricingModel.Flat ? Pricing.Flat(price, currency) : Pricing.PerUnit(price, currency),
            _ => null,
        };
        return pricing is null ? null : Modified(record, pricing);
    }

    private static decimal? Price(SourceRecord record) => record.Number("price", NumberRange.Price) ?? NoPrice(record);

    private static decimal? NoPrice(SourceRecord record)
    {
        record.Missing<decimal>("price", "38.50");
        return null;
    }

    private static Pricing? Package(SourceRecord record, Currency currency)
    {
        var price = Price(record);
        if (record.Number("block_size", NumberRange.Size) is { } size)
        {
            return price is { } known ? Pricing.Package(known, size, currency) : null;
        }

        record.Missing<decimal>("block_size", "10");
        return null;
    }

    private static Pricing? Markup(SourceRecord record, PricingModel model, Currency currency)
    {
        var range = NumberRange.Change with { What = "a percentage", Least = model == PricingModel.PercentOf ? 0 : -100 };
        if (record.Number("percent", range) is { } percent)
        {
            return model == PricingModel.PercentOf ? Pricing.PercentOf(percent, currency) : Pricing.CostPlus(percent, currency);
        }

        record.Missing<decimal>("percent", "10");
        return null;
    }

    private static Pricing? Stepped(SourceRecord record, PricingModel model, Currency currency)
    {
        var steps = record is JsonRecord json ? StepsOf(json) : StepsOf(record);
        if (steps is null || !AreInOrder(record, steps))
        {
            return null;
        }

        return model == PricingModel.Graduated ? Pricing.Graduated(currency, steps) : Pricing.Volume(currency, steps);
    }

    private static Pricing Modified(SourceRecord record, Pricing pricing)
    {
        if (record.Number("included", NumberRange.Quantity) is { } included)
        {
            pricing = pricing.WithIncluded(included);
        }

        if (record.Number("minimum_quantity", NumberRange.Quantity) is { } minimum)
        {
            pricing = pricing.WithMinimumQuantity(minimum);
        }

        if (record.Number("minimum_spend", NumberRange.Price) is { } spend)
        {
            pricing = pricing.WithMinimumSpend(spend);
        }

        return (record is JsonRecord json ? IncrementOf(json) : IncrementOf(record)) is { } increment ? pricing.WithIncrement(increment) : pricing;
    }

    // A figure that the model does not use is a mistake about the model, so it is not passed over.
    private static void CheckFields(SourceRecord record, PricingModel model)
    {
        var stepped = model is PricingModel.Graduated or PricingModel.Volume;
        var markup = model is PricingModel.PercentOf or PricingModel.CostPlus;
        CheckField(record, model, "price", !stepped && !markup, stepped ? "has its prices in the steps; leave this empty." : "has a percent; leave this empty.");
        CheckField(record, model, "percent", markup, "has no percent; write percent-of or cost-plus as the model, or leave this empty.");
        CheckField(record, model, "steps", stepped, "has no steps; write graduated or volume as the model, or leave this empty.");
        CheckField(record, model, "block_size", model == PricingModel.Package, "has no blocks; write package as the model, or leave this empty.");
    }

    private static void CheckField(SourceRecord record, PricingModel model, string field, bool belongs, string sentence)
    {
        if (!belongs && record.Has(field))
        {
            record.Refuse(field, $"a {Vocabulary.Models.Of(model)} price {sentence}");
        }
    }

    private static PriceStep[]? StepsOf(JsonRecord record)
    {
        if (!record.Has("steps"))
        {
            record.Missing<int>("steps", "[{\"up_to\": 25, \"price\": 38.50}, {\"price\": 34.25}]");
            return null;
        }

        var steps = new List<PriceStep>();
        var complete = true;
        foreach (var step in record.Objects("steps", StepProperties))
        {
            var upTo = step.Number("up_to", NumberRange.Quantity);
            var price = step.Number("price", NumberRange.Price);
            complete &= price is not null && (upTo is not null || !step.Has("up_to"));
            steps.Add(new PriceStep(upTo, price ?? step.Missing<decimal>("price", "38.50"), step.Number("fee", NumberRange.Price) ?? 0m));
        }

        return complete ? [.. steps] : null;
    }

    // 25:38.50;100:34.25+10;*:29.995
    private static PriceStep[]? StepsOf(SourceRecord record)
    {
        if (record.Text("steps", SourceRecord.TextLength) is not { } text)
        {
            record.Missing<int>("steps", "25:38.50;100:34.25;*:29.995");
            return null;
        }

        var parts = text.Split(';', StringSplitOptions.TrimEntries);
        var steps = new PriceStep[parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            if (StepOf(parts[i], out steps[i]) is { } refusal)
            {
                record.Refuse("steps", string.Create(CultureInfo.InvariantCulture, $"step {i + 1}, '{SourceRecord.Shortened(parts[i])}': {refusal}"));
                return null;
            }
        }

        return steps;
    }

    private static string? StepOf(string part, out PriceStep step)
    {
        step = new PriceStep(null, 0);
        var colon = part.IndexOf(':', StringComparison.Ordinal);
        if (colon < 1 || colon == part.Length - 1)
        {
            return "write up_to:price or up_to:price+fee, and * as the bound of the last step.";
        }

        var plus = part.IndexOf('+', colon);
        decimal? upTo = null;
        if (part[..colon] != "*")
        {
            if (NumberText.Read(part[..colon].Trim(), NumberRange.Quantity, out var bound) is { } wrongBound)
            {
                return wrongBound;
            }

            upTo = bound;
        }

        var fee = 0m;
        var refusal = NumberText.Read(part[(colon + 1)..(plus < 0 ? part.Length : plus)].Trim(), NumberRange.Price, out var price)
            ?? (plus < 0 ? null : NumberText.Read(part[(plus + 1)..].Trim(), NumberRange.Price, out fee));
        step = new PriceStep(upTo, price, fee);
        return refusal;
    }

    private static bool AreInOrder(SourceRecord record, PriceStep[] steps)
    {
        var lower = 0m;
        for (var i = 0; i < steps.Length; i++)
        {
            var last = i == steps.Length - 1;
            if (steps[i].UpTo is { } upTo && !last && upTo > lower)
            {
                lower = upTo;
            }
            else if (!last || steps[i].UpTo is not null)
            {
                record.Refuse("steps", OutOfOrder(i + 1, steps[i].UpTo, last, lower));
                return false;
            }
        }

        if (steps.Length == 0)
        {
            record.Refuse("steps", "has no step; the last one is open.");
        }

        return steps.Length > 0;
    }

    private static string OutOfOrder(int number, decimal? upTo, bool last, decimal lower) => (upTo, last) switch
    {
        ({ } bound, true) => string.Create(CultureInfo.InvariantCulture, $"the last step ends at {bound}; it must be open (* in CSV, no up_to in JSON), or more units have no price."),
        ({ } bound, false) => string.Create(CultureInfo.InvariantCulture, $"step {number} ends at {bound}; it must end above {lower}."),
        _ => string.Create(CultureInfo.InvariantCulture, $"step {number} is open, but others follow; only the last may be."),
    };

    private static QuantityIncrement? IncrementOf(JsonRecord record)
    {
        if (record.Object("increment", IncrementProperties) is not { } increment)
        {
            return null;
        }

        var per = increment.Number("per", NumberRange.Size);
        var bills = increment.Number("bills", NumberRange.Size);
        if (per is null || bills is null)
        {
            increment.Missing<decimal>("per", "15");
            increment.Missing<decimal>("bills", "0.25");
            return null;
        }

        return new QuantityIncrement(per.Value, bills.Value);
    }

    // 15:0.25
    private static QuantityIncrement? IncrementOf(SourceRecord record)
    {
        if (record.Text("increment") is not { } text)
        {
            return null;
        }

        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 1)
        {
            record.Refuse("increment", $"'{SourceRecord.Shortened(text)}' is not an increment; write reported:billed, such as 15:0.25 for quarter hours begun.");
            return null;
        }

        var bills = 0m;
        var refusal = NumberText.Read(text[..colon].Trim(), NumberRange.Size, out var per)
            ?? NumberText.Read(text[(colon + 1)..].Trim(), NumberRange.Size, out bills);
        if (refusal is not null)
        {
            record.Refuse("increment", refusal);
            return null;
        }

        return new QuantityIncrement(per, bills);
    }
}
