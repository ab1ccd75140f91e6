using System.Text.Json;
using Msp.Billing.BreakFix;
using Msp.Billing.Contracts.Json;

namespace Msp.Billing.Quotes;

/// <summary>The fit in canonical bytes: the answer and each reason as they were shown, in English.</summary>
internal static class FitJson
{
    internal static void Write(Utf8JsonWriter json, string name, Fit fit)
    {
        json.WriteStartObject(name);
        json.WriteNumber("answer", (int)fit.Answer);
        CanonicalQuote.WriteList(json, "reasons", fit.Reasons, (writer, reason) =>
        {
            writer.WriteStartObject();
            writer.WriteNumber("criterion", (int)reason.Criterion);
            writer.WriteBoolean("known", reason.IsKnown);
            writer.WriteNumber("points", reason.Points);
            writer.WriteNumber("most", reason.MostPoints);
            writer.WriteNumber("value", reason.Value);
            writer.WriteString("words", reason.Words);
            writer.WriteEndObject();
        });
        json.WriteEndObject();
    }

    internal static Fit Read(JsonElement json) => Fit.Restored(
        Known<FitAnswer>(json.IntegerOf("answer")),
        [
            .. json.GetProperty("reasons").EnumerateArray().Select(reason => new FitReason(
                Known<FitCriterion>(reason.IntegerOf("criterion")), reason.IntegerOf("points"), reason.IntegerOf("most"), reason.GetProperty("value").GetDouble(),
                reason.TextOf("words"), reason.GetProperty("known").GetBoolean())),
        ]);

    private static T Known<T>(int number)
        where T : struct, Enum =>
        Enum.GetValues<T>().FirstOrDefault(one => Convert.ToInt32(one, System.Globalization.CultureInfo.InvariantCulture) == number) is var found && Enum.IsDefined(found)
            ? found
            : throw new JsonException(FormattableString.Invariant($"There is no {typeof(T).Name} {number}."));
}
