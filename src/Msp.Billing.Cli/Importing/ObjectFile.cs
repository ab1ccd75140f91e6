using System.Text.Json;
using Msp.Billing.Cli.Parsing;

namespace Msp.Billing.Cli.Importing;

/// <summary>Reads a file that holds one object.</summary>
internal static class ObjectFile
{
    private const int Largest = 2 * 1024 * 1024;

    /// <summary>What is made of the object; null when the file is refused, which is reported.</summary>
    /// <param name="path">The file; its name ends in <c>.json</c>.</param>
    /// <param name="name">What the object is, for the report.</param>
    /// <param name="properties">What it may have.</param>
    /// <param name="problems">Where problems are reported.</param>
    /// <param name="read">Makes something of it.</param>
    public static T? Read<T>(string path, string name, string[] properties, ImportProblems problems, Func<JsonRecord, T?> read)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(problems);
        ArgumentNullException.ThrowIfNull(read);
        if (ImportFile.Open(path, Largest, problems) is not { } file)
        {
            return null;
        }

        if (!file.IsJson)
        {
            problems.Add("the name must end in .json.");
            return null;
        }

        try
        {
            using var stream = file.OpenRead();
            using var document = JsonDocument.Parse(stream);
            return JsonRecord.From(document.RootElement, JsonPath.Root(name), properties, problems) is { } record ? read(record) : null;
        }
        catch (JsonException exception)
        {
            problems.Add($"is not JSON: {exception.Message}");
            return null;
        }
    }
}
