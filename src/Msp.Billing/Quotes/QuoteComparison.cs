using System.Collections.Immutable;
using Msp.Billing.Amounts;

namespace Msp.Billing.Quotes;

/// <summary>The comparison with break-fix as a quote shows it: one result for each option. It is frozen with the revision, so that a later version of model or defaults changes nothing that was sent.</summary>
/// <remarks>Immutable. Made by <see cref="QuoteComparer"/>; builder, preview and proposal show this and compute nothing themselves.</remarks>
public sealed class QuoteComparison
{
    internal QuoteComparison(int modelVersion, DateOnly modelDate, ImmutableArray<ComparedOption> options)
    {
        ModelVersion = modelVersion;
        ModelDate = modelDate;
        Options = options;
    }

    /// <summary>The version of the model and its defaults.</summary>
    public int ModelVersion { get; }

    /// <summary>The day of the model and its defaults.</summary>
    public DateOnly ModelDate { get; }

    /// <summary>The options that could be compared, in the order of the quote; at least one.</summary>
    public ImmutableArray<ComparedOption> Options { get; }

    /// <summary>In which all amounts are.</summary>
    public Currency Currency => Options[0].Saving.Currency;

    /// <summary>The result for an option; null where it could not be compared.</summary>
    public ComparedOption? Find(string option) => Options.FirstOrDefault(known => string.Equals(known.Option, option, StringComparison.Ordinal));
}
