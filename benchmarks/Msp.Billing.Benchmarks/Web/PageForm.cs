using System.Net;
using System.Text.RegularExpressions;

namespace Msp.Billing.Benchmarks.Web;

/// <summary>The fields of a page's first posting form, as a browser without scripts would send them.</summary>
internal static partial class PageForm
{
    /// <summary>Names and values; what is not chosen is not sent.</summary>
    internal static List<KeyValuePair<string, string>> FieldsOf(string html)
    {
        var form = Forms().Matches(html).Select(match => match.Value).FirstOrDefault(text => text.Contains("method=\"post\"", StringComparison.Ordinal) && !text.Contains("signout", StringComparison.Ordinal))
            ?? throw new InvalidOperationException("The page has no form to post.");
        var fields = new List<KeyValuePair<string, string>>();
        foreach (var input in Inputs().Matches(form).Select(match => match.Value))
        {
            var type = Attribute(input, "type") ?? "text";
            if (Attribute(input, "name") is { } name && type is not ("submit" or "button" or "file" or "range") &&
                (type is not ("radio" or "checkbox") || input.Contains(" checked", StringComparison.Ordinal)))
            {
                fields.Add(new(name, Attribute(input, "value") ?? (type == "checkbox" ? "on" : "")));
            }
        }

        foreach (var area in Areas().Matches(form).Cast<Match>())
        {
            if (Attribute(area.Groups["tag"].Value, "name") is { } name)
            {
                fields.Add(new(name, WebUtility.HtmlDecode(area.Groups["text"].Value)));
            }
        }

        foreach (var select in Selects().Matches(form).Cast<Match>())
        {
            var options = Options().Matches(select.Groups["text"].Value);
            if (Attribute(select.Groups["tag"].Value, "name") is { } name && options.Count > 0)
            {
                var chosen = options.FirstOrDefault(option => option.Groups["tag"].Value.Contains(" selected", StringComparison.Ordinal)) ?? options[0];
                fields.Add(new(name, Attribute(chosen.Groups["tag"].Value, "value") ?? WebUtility.HtmlDecode(chosen.Groups["text"].Value)));
            }
        }

        return fields;
    }

    private static string? Attribute(string tag, string name)
    {
        var match = Regex.Match(tag, $"\\s{name}=\"(?<value>[^\"]*)\"", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        return match.Success ? WebUtility.HtmlDecode(match.Groups["value"].Value) : null;
    }

    [GeneratedRegex("<form\\b.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("<input\\b[^>]*>", RegexOptions.Singleline)]
    private static partial Regex Inputs();

    [GeneratedRegex("<textarea\\b(?<tag>[^>]*)>(?<text>.*?)</textarea>", RegexOptions.Singleline)]
    private static partial Regex Areas();

    [GeneratedRegex("<select\\b(?<tag>[^>]*)>(?<text>.*?)</select>", RegexOptions.Singleline)]
    private static partial Regex Selects();

    [GeneratedRegex("<option\\b(?<tag>[^>]*)>(?<text>[^<]*)", RegexOptions.Singleline)]
    private static partial Regex Options();
}
