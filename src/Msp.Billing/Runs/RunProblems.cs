using Msp.Billing.Contracts;
using Msp.Billing.Invoicing;

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

    /// <summary>The problem of a contract that owes something else than what was approved.</summary>
    public static RunProblem ChangedSinceApproval(string contract) => new(
        contract, "changed-since-approval",
        "What it owes is not what was approved: its customer's tax data or the tax rates changed after the preview.",
        "It was not posted. Make a new preview for it once this run is posted.", Blocks: true);
}
