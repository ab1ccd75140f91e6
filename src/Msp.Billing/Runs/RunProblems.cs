using Msp.Billing.Contracts;
using Msp.Billing.Invoicing;
using Msp.Billing.Usage;

namespace Msp.Billing.Runs;

/// <summary>Turns what went wrong with one contract into a problem with its fix.</summary>
public static class RunProblems
{
    /// <summary>The problem that an exception stands for.</summary>
    /// <returns>Null when the exception is none that a contract can cause, and must not be caught.</returns>
    public static RunProblem? Of(string contract, Exception exception) => exception switch
    {
        MissingTaxRateException missing => new RunProblem(
            contract, "tax-rate-missing", missing.Message, "Import the rate with the catalogue, or correct the customer's jurisdiction, and preview again.", Blocks: true),
        OverflowException overflow => new RunProblem(
            contract, "amount-too-large", overflow.Message, "Correct the quantity or the unit price by an amendment or a new count, and preview again.", Blocks: true),
        ContractMoveException move => new RunProblem(
            contract, "history-contradicts-itself", move.Message, "Look at the contract's amendments: a move is dated where the contract cannot make it.", Blocks: true),
        ArgumentException argument => new RunProblem(
            contract, "contract-unreadable", argument.Message, "Correct the contract's terms by an amendment, or leave it out with a reason.", Blocks: true),
        _ => null,
    };

    /// <summary>The problem of a contract whose customer is unknown.</summary>
    public static RunProblem CustomerMissing(string contract, string customer) => new(
        contract, "customer-missing", $"Customer {customer} does not exist.", "Import the customer, and preview again.", Blocks: true);

    /// <summary>What deserves a look in a draft that can be posted as it is: a charge billed by report, for a period that has none.</summary>
    /// <param name="draft">The draft; null when nothing is billed.</param>
    /// <param name="counts">What was reported for the contract's lines.</param>
    public static IReadOnlyList<RunProblem> WarningsOf(InvoiceDraft? draft, ReadOnlySpan<UsageCount> counts)
    {
        if (draft is null)
        {
            return [];
        }

        List<RunProblem>? warnings = null;
        foreach (ref readonly var line in draft.Lines.AsSpan())
        {
            if (line.Kind == InvoiceLineKind.Usage && line.Quantity == 0 && !IsReported(line, counts))
            {
                (warnings ??= []).Add(new RunProblem(
                    draft.Contract.Number, "usage-not-reported",
                    FormattableString.Invariant($"Nothing was reported for '{line.Description}' from {line.Natural.Start:yyyy-MM-dd} to {line.Natural.LastDay:yyyy-MM-dd}."),
                    "Import the counts of the period and preview again, or post it as it is: a later report is billed as an adjustment.", Blocks: false));
            }
        }

        return warnings ?? [];
    }

    /// <summary>The problem of a contract that owes something else than what was approved.</summary>
    public static RunProblem ChangedSinceApproval(string contract) => new(
        contract, "changed-since-approval",
        "What it owes is not what was approved: its customer's tax data or the tax rates changed after the preview.",
        "It was not posted. Make a new preview for it once this run is posted.", Blocks: true);

    private static bool IsReported(in DraftLine line, ReadOnlySpan<UsageCount> counts)
    {
        foreach (ref readonly var count in counts)
        {
            if (count.LineId == line.Source.Id && line.Natural.Contains(count.Day))
            {
                return true;
            }
        }

        return false;
    }
}
