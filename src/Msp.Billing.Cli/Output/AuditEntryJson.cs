using System.Text.Json;
using Msp.Billing.EntityFrameworkCore.Auditing;

namespace Msp.Billing.Cli.Output;

/// <summary>One thing that somebody did, for programs.</summary>
/// <param name="Sequence">Its place in the log, from 1.</param>
/// <param name="At">When, in UTC.</param>
/// <param name="Author">Who.</param>
/// <param name="Action">What, as a code with hyphens, such as <c>run-approved</c>.</param>
/// <param name="Subject">To what.</param>
/// <param name="Detail">Anything more; null for nothing.</param>
internal sealed record AuditEntryJson(long Sequence, DateTimeOffset At, string Author, string Action, string Subject, JsonElement? Detail)
{
    /// <summary>The same for programs.</summary>
    public static AuditEntryJson Of((long Sequence, AuditEntry Entry) row) =>
        new(row.Sequence, row.Entry.At, row.Entry.Author, row.Entry.Action, row.Entry.Subject, DetailOf(row.Entry));

    /// <summary>The detail in a line for people, such as <c>from reviewed, to approved, one person false</c>.</summary>
    public string DetailWords() => Detail is not { ValueKind: JsonValueKind.Object } detail
        ? ""
        : string.Join(", ", detail.EnumerateObject().Select(property => $"{EnumText.WordsOf(property.Name)} {ValueWords(property.Value)}"));

    private static JsonElement? DetailOf(AuditEntry entry)
    {
        if (entry.DetailJson is not { } json)
        {
            return null;
        }

        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }

    private static string ValueWords(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => "yes",
        JsonValueKind.False => "no",
        _ => value.ToString(),
    };
}
