namespace Msp.Billing.Documents.Banking;

/// <summary>One thing that is wrong with a bank's file, and where.</summary>
/// <param name="Fault">What it is, for programs.</param>
/// <param name="Line">The line of the file, from 1; null where the whole file is meant.</param>
/// <param name="Field">The column or element; null for a whole row or file.</param>
/// <param name="Value">What stands there; null where nothing does.</param>
/// <param name="Message">What was wrong with which value, and what would be right.</param>
public sealed record BankFileProblem(BankFileFault Fault, int? Line, string? Field, string? Value, string Message)
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
