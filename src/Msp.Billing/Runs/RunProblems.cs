using Msp.Billing.Amounts;
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
            contract, RunProblemCodes.TaxRateMissing, missing.Message, "Import the rate with the catalogue, or correct the customer's jurisdiction, and preview again.", Blocks: true)
        {
            Facts = [new RunFact.Label("jurisdiction", missing.Jurisdiction), new RunFact.Label("category", missing.Category.ToString()), new RunFact.OnDay("day", missing.TaxPoint)],
        },
        OverflowException overflow => new RunProblem(
            contract, RunProblemCodes.AmountTooLarge, overflow.Message, "Correct the quantity or the unit price by an amendment or a new count, and preview again.", Blocks: true),
        ContractMoveException move => new RunProblem(
            contract, RunProblemCodes.HistoryContradictsItself, move.Message, "Look at the contract's amendments: a move is dated where the contract cannot make it.", Blocks: true),
        ArgumentException argument => new RunProblem(
            contract, RunProblemCodes.ContractUnreadable, argument.Message, "Correct the contract's terms by an amendment, or leave it out with a reason.", Blocks: true),
        _ => null,
    };

    /// <summary>The problem of a contract whose customer is unknown.</summary>
    public static RunProblem CustomerMissing(string contract, string customer) => new(
        contract, RunProblemCodes.CustomerMissing, $"Customer {customer} does not exist.", "Import the customer, and preview again.", Blocks: true)
    {
        Facts = [new RunFact.Label("customer", customer)],
    };

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
                    draft.Contract.Number, RunProblemCodes.UsageNotReported,
                    FormattableString.Invariant($"Nothing was reported for '{line.Description}' from {line.Natural.Start:yyyy-MM-dd} to {line.Natural.LastDay:yyyy-MM-dd}."),
                    "Import the counts of the period and preview again, or post it as it is: a later report is billed as an adjustment.", Blocks: false)
                {
                    Facts = [new RunFact.Label("line", line.Description), new RunFact.OnDay("from", line.Natural.Start), new RunFact.OnDay("to", line.Natural.LastDay)],
                });
            }
        }

        return warnings ?? [];
    }

    /// <summary>The problem of a contract that owes something else than what was approved.</summary>
    public static RunProblem ChangedSinceApproval(string contract) => new(
        contract, RunProblemCodes.ChangedSinceApproval,
        "What it owes is not what was approved: its customer's tax data or the tax rates changed after the preview.",
        "It was not posted. Make a new preview for it once this run is posted.", Blocks: true);

    /// <summary>The problem of a contract that may be billed twice: another one of its customer bills the same plan.</summary>
    /// <param name="contract">The contract's number.</param>
    /// <param name="other">The other contract's number.</param>
    /// <param name="plan">The plan of both.</param>
    public static RunProblem PossibleDuplicate(string contract, string other, string plan) => new(
        contract, RunProblemCodes.PossibleDuplicate,
        $"Contract {other} of the same customer bills '{plan}' as well, and one of the two is new.",
        "If one took the other's place, end the other by an amendment and preview again; if both are meant, mark it checked.", Blocks: true)
    {
        Facts = [new RunFact.Label("other", other), new RunFact.Label("plan", plan)],
    };

    /// <summary>The problem of a contract whose document would break a rule of the electronic invoice.</summary>
    /// <param name="contract">The contract's number.</param>
    /// <param name="rule">The rule's official number, such as <c>BR-11</c>.</param>
    /// <param name="message">What is missing, in words.</param>
    /// <param name="fix">What to do.</param>
    public static RunProblem DocumentRule(string contract, string rule, string message, string fix) => new(contract, RunProblemCodes.DocumentRule, $"{rule}: {message}", fix, Blocks: true)
    {
        Facts = [new RunFact.Label("rule", rule), new RunFact.Label("message", message)],
    };

    /// <summary>The problem of a contract whose customer wants a reference of its own on invoices that is unknown.</summary>
    /// <param name="contract">The contract's number.</param>
    /// <param name="customer">The customer's name.</param>
    public static RunProblem BuyerReferenceMissing(string contract, string customer) => new(
        contract, RunProblemCodes.BuyerReferenceMissing, $"{customer} wants its reference on every invoice, and none is stored.",
        "Ask the customer for it, store it, and preview again.", Blocks: true)
    {
        Facts = [new RunFact.Label("customer", customer)],
    };

    internal static RunProblem CountsStale(string contract, string line, DateOnly day, decimal quantity, int age) => new(
        contract, RunProblemCodes.CountsStale,
        FormattableString.Invariant($"'{line}' is billed by counts, and the last one is {age} days old: {quantity:0.######} on {day:yyyy-MM-dd}."),
        "Import newer counts and preview again, or post it as it is: later counts are billed as an adjustment.", Blocks: false)
    {
        Facts = [new RunFact.Label("line", line), new RunFact.OnDay("day", day), new RunFact.Number("quantity", quantity), new RunFact.Number("age", age)],
    };

    internal static RunProblem TaxDataMissing(string contract, string customer, string missing) => new(
        contract, RunProblemCodes.TaxDataMissing, $"{customer} accounts for the tax itself, and its {missing} is unknown.",
        "Import the customer with address and country, and preview again.", Blocks: false)
    {
        Facts = [new RunFact.Label("customer", customer), new RunFact.Label("missing", missing)],
    };

    internal static RunProblem LargeChange(string contract, Money change, decimal percent, VarianceCause main) => new(
        contract, RunProblemCodes.LargeChange,
        FormattableString.Invariant($"It moved by {change.Amount:0.00##} {change.Currency.Code}, {percent} % of what the run before billed, by {NameOf(main)}."),
        "Compare it with the run before, line by line, and mark it checked.", Blocks: false)
    {
        Facts = [new RunFact.Amount("change", change), new RunFact.Number("percent", percent), new RunFact.Label("cause", main.ToString())],
    };

    internal static RunProblem CreditNote(string contract, Money total) => new(
        contract, RunProblemCodes.CreditNote, FormattableString.Invariant($"It gives {-total.Amount:0.00##} {total.Currency.Code} back by a credit note."),
        "Look at its lines, and mark it checked.", Blocks: false)
    {
        IsNotice = true,
        Facts = [new RunFact.Amount("total", -total)],
    };

    internal static RunProblem FirstInvoice(string contract, DateOnly start) => new(
        contract, RunProblemCodes.FirstInvoice, FormattableString.Invariant($"It is billed for the first time; it began on {start:yyyy-MM-dd}."),
        "Compare it with what was agreed, and mark it checked.", Blocks: false)
    {
        IsNotice = true,
        Facts = [new RunFact.OnDay("start", start)],
    };

    internal static RunProblem Ending(string contract, DateOnly end) => new(
        contract, RunProblemCodes.Ending, FormattableString.Invariant($"It is billed for its last days: it ends on {end.AddDays(-1):yyyy-MM-dd}."),
        "Make sure that it ends, and mark it checked.", Blocks: false)
    {
        IsNotice = true,
        Facts = [new RunFact.OnDay("last", end.AddDays(-1))],
    };

    internal static RunProblem LeftOutBefore(string contract) => new(
        contract, RunProblemCodes.LeftOutBefore, "The run before left it out: what was due then is billed now.",
        "Make sure that the reason is gone, and mark it checked.", Blocks: false)
    {
        IsNotice = true,
    };

    private static string NameOf(VarianceCause cause) => cause switch
    {
        VarianceCause.Quantity => "quantities",
        VarianceCause.Price => "prices",
        VarianceCause.Credit => "credits",
        _ => "adjustments",
    };

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
