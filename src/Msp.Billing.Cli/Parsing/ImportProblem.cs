namespace Msp.Billing.Cli.Parsing;

/// <summary>One thing that is wrong with a file, and where.</summary>
/// <param name="Line">The line of the file, from 1; null where a path says it better, or the whole file is meant.</param>
/// <param name="Field">The column's name, or in JSON the path, such as <c>contracts[3].lines[0].pricing.model</c>; null for a whole row or file.</param>
/// <param name="Message">What is wrong with which value, and what would be right.</param>
internal sealed record ImportProblem(int? Line, string? Field, string Message)
{
    /// <summary>As a line of a report: <c>line 14, currency: …</c>.</summary>
    public override string ToString() => (Line, Field) switch
    {
        ({ } line, { } field) => FormattableString.Invariant($"line {line}, {field}: {Message}"),
        ({ } line, null) => FormattableString.Invariant($"line {line}: {Message}"),
        (null, { } field) => $"{field}: {Message}",
        _ => Message,
    };
}
