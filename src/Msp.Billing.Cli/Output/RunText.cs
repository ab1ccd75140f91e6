using System.Collections.Immutable;
using Msp.Billing.EntityFrameworkCore.Runs;
using Msp.Billing.Runs;

namespace Msp.Billing.Cli.Output;

/// <summary>A run for people.</summary>
/// <param name="output">Where to.</param>
/// <param name="color">Whether it may have colours.</param>
internal sealed class RunText(TextWriter output, bool color)
{
    /// <summary>Where it is, what it bills, and why that is not what the last run billed.</summary>
    public void Write(RunSummary run)
    {
        output.WriteLine(
            $"{run.Number} through {Figures.Of(run.Through)}, issued on {Figures.Of(run.IssueDay)}{(run.PreviousNumber is { } previous ? $", compared with {previous}" : "")}: {EnumText.Words(run.Status)}");
        output.WriteLine($"As known at {Figures.Of(run.KnownAt)}, by {People(run)}");
        output.WriteLine($"Contracts: {Contracts(run)}");
        output.WriteLine($"Documents: {Figures.Of(run.Documents)} with {Figures.Of(run.Lines)} lines, {Figures.Of(run.Posted)} posted; problems and warnings: {Figures.Of(run.Problems)}");
        if (!run.Totals.IsEmpty)
        {
            output.WriteLine();
            WriteTotals(run);
        }
    }

    /// <summary>How each currency's total came from the last run's: the causes between the two sum exactly.</summary>
    public void WriteBridges(RunSummary run)
    {
        foreach (var totals in run.Totals)
        {
            output.WriteLine();
            output.WriteLine($"{totals.Currency.Code}: from the last run to this one");
            var table = new TextTable("", ">");
            table.Add("last run", Figures.Of(totals.PreviousMinorUnits, totals.Currency));
            foreach (var cause in Variance.Causes)
            {
                if (totals.Variance[cause] != 0)
                {
                    table.Add(VarianceText.Words(cause), Figures.Signed(totals.Variance[cause], totals.Currency));
                }
            }

            table.Add("this run", Figures.Of(totals.TotalMinorUnits, totals.Currency));
            table.Write(output, color, "  ");
        }
    }

    /// <summary>What is wrong or worth a look, each with its fix.</summary>
    public void WriteProblems(ImmutableArray<RunProblem> problems)
    {
        if (problems.IsEmpty)
        {
            output.WriteLine("No problems.");
            return;
        }

        foreach (var problem in problems)
        {
            output.WriteLine($"{(problem.Blocks ? "Blocked" : problem.IsNotice ? "Notice" : "Warning")}: {problem.Contract}, {problem.Code}");
            output.WriteLine($"  {problem.Message}");
            output.WriteLine($"  Fix: {problem.Fix}");
        }
    }

    /// <summary>What was decided, the latest first.</summary>
    public void WriteDecisions(ImmutableArray<RunDecision> decisions)
    {
        if (decisions.IsEmpty)
        {
            return;
        }

        var table = new TextTable(">No", "Contract", "Decision", "Reason", "By", "At");
        foreach (var decision in decisions)
        {
            var what = EnumText.Words(decision.Kind) + (decision.Code is { } code ? " " + code : "") + (decision.Until is { } until ? " until " + Figures.Of(until) : "") +
                (decision.Amount is { } amount ? $" {Figures.Of(amount)} {amount.Currency.Code}" : "") + (decision.Undoes is { } undone ? FormattableString.Invariant($" {undone}") : "") +
                (decision.IsOver ? " (over)" : "");
            table.Add(decision.Number.ToString(System.Globalization.CultureInfo.InvariantCulture), decision.Contract, what, decision.Reason, decision.Author, Figures.Of(decision.At));
        }

        table.Write(output, color);
    }

    /// <summary>The contracts with the largest changes, and their causes.</summary>
    public void WriteItems(ImmutableArray<RunItem> items)
    {
        var table = new TextTable("Contract", "Customer", "Outcome", ">Total", ">Last run", ">Difference", "", "Causes");
        foreach (var item in items)
        {
            var currency = item.Total.Currency;
            table.Add(
                item.Contract, item.Customer, EnumText.Words(item.Outcome), Figures.Of(item.Total), Figures.Of(item.Previous),
                Figures.Signed((item.Total - item.Previous).MinorUnits, currency), currency.Code, VarianceText.Line(item.Variance, currency));
        }

        table.Write(output, color);
    }

    private void WriteTotals(RunSummary run)
    {
        var table = new TextTable("Currency", ">Invoices", ">Credit notes", ">Subtotal", ">Tax", ">Total", ">Last run", ">Difference");
        foreach (var totals in run.Totals)
        {
            var currency = totals.Currency;
            table.Add(
                currency.Code, Figures.Of(totals.Invoices), Figures.Of(totals.CreditNotes), Figures.Of(totals.SubtotalMinorUnits, currency),
                Figures.Of(totals.TaxMinorUnits, currency), Figures.Of(totals.Total), Figures.Of(totals.PreviousMinorUnits, currency),
                Figures.Signed(totals.Variance.MinorUnits, currency));
        }

        table.Write(output, color);
    }

    private static string People(RunSummary run)
    {
        var people = run.CreatedBy;
        people += run.ReviewedBy is { } reviewer ? $"; reviewed by {reviewer}" : "";
        people += run.ApprovedBy is { } approver ? $"; approved by {approver}{(run.ApprovedByCreator ? " (one person)" : "")}" : "";
        return people + (run.PostedBy is { } poster ? $"; posted by {poster}" : "");
    }

    private static string Contracts(RunSummary run) => run.Contracts.Count == 0
        ? "none"
        : string.Join(", ", run.Contracts.Select(pair => $"{Figures.Of(pair.Value)} {EnumText.Words(pair.Key)}"));
}
