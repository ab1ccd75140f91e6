using System.Collections.Immutable;
using Msp.Billing.Ledger;

namespace Msp.Billing.Documents.Banking;

/// <summary>What was read of a bank's file. With any problem nothing of it may be imported.</summary>
/// <param name="Entries">The movements in the order of the file.</param>
/// <param name="Problems">The first problems; empty where the file is good.</param>
/// <param name="MoreProblems">How many further problems are not listed.</param>
public sealed record BankFileContent(ImmutableArray<BankEntry> Entries, ImmutableArray<BankFileProblem> Problems, int MoreProblems)
{
    /// <summary>Whether it can be imported.</summary>
    public bool IsGood => Problems.IsEmpty;
}
