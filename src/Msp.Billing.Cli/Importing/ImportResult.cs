using Msp.Billing.Cli.Parsing;

namespace Msp.Billing.Cli.Importing;

/// <summary>What came of an import.</summary>
/// <param name="Records">How many good records the file has, by what they are, in words for one and for many.</param>
/// <param name="Problems">What is wrong with the file; with any, nothing was stored.</param>
/// <param name="Saved">Whether it was stored.</param>
internal sealed record ImportResult(IReadOnlyList<(string One, string Many, int Count)> Records, ImportProblems Problems, bool Saved);
