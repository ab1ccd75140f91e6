using System.Collections.Immutable;
using Msp.Billing.Periods;
using Msp.Billing.Plans;

namespace Msp.Billing.Rating;

/// <summary>Which quantity a run of days is billed for, and why that one.</summary>
internal static class QuantityExplainer
{
    internal static Explanation Explain(LineHistory line, ServicePeriod natural, in RatedPiece piece)
    {
        var charge = line.Line.Charge;
        var operands = ImmutableArray.CreateBuilder<Operand>();
        operands.Add(new Operand.Label(OperandName.Basis, charge.Basis.ToString()));
        operands.Add(new Operand.Label(OperandName.Unit, ExplanationUnits.CountedIn(charge)));
        var parts = ImmutableArray.CreateBuilder<Explanation>();
        switch (charge.Basis)
        {
            case QuantityBasis.Timeline:
                AddTimeline(line, piece, operands, parts);
                break;
            case QuantityBasis.Reported:
                AddReports(line, natural, parts);
                break;
            default:
                AddRuns(line, natural, parts);
                operands.Add(new Operand.Number(OperandName.Decimals, charge.Unit.AllowsFractions ? 6 : 0));
                break;
        }

        return new Explanation(ExplanationRule.Quantity, operands.ToImmutable(), piece.Quantity, 1, parts.ToImmutable());
    }

    private static void AddTimeline(
        LineHistory line, in RatedPiece piece, ImmutableArray<Operand>.Builder operands, ImmutableArray<Explanation>.Builder parts)
    {
        var (billed, wanted) = (line.BilledOn(piece.Days.Start), line.WantedOn(piece.Days.Start));
        if (wanted.Quantity == billed.Quantity)
        {
            operands.Add(new Operand.Day(OperandName.Since, billed.Day));
            operands.Add(new Operand.Label(OperandName.Source, billed.Source.ToString()));
            return;
        }

        parts.Add(new Explanation(
            ExplanationRule.QuantityRecord,
            [new Operand.Day(OperandName.Since, wanted.Day), new Operand.Label(OperandName.Source, wanted.Source.ToString())],
            wanted.Quantity));
        var committed = line.CommittedOn(piece.Days.Start);
        if (Math.Max(wanted.Quantity, committed) == billed.Quantity)
        {
            parts.Add(Committed(committed, wanted.Quantity));
            return;
        }

        var charge = line.Line.Charge;
        parts.Add(new Explanation(
            ExplanationRule.WaitingChange,
            [
                new Operand.Number(OperandName.Wanted, wanted.Quantity),
                new Operand.Label(OperandName.Policy, (wanted.Quantity > billed.Quantity ? charge.Increase : charge.Decrease).ToString()),
            ],
            billed.Quantity));
    }

    private static void AddReports(LineHistory line, ServicePeriod natural, ImmutableArray<Explanation>.Builder parts)
    {
        foreach (var report in line.Reported)
        {
            if (natural.Contains(report.Day))
            {
                parts.Add(new Explanation(ExplanationRule.QuantityRecord, [new Operand.Day(OperandName.Day, report.Day)], report.Quantity));
            }
        }

        var sum = line.ReportedIn(natural);
        if (sum < line.Line.CommittedQuantity)
        {
            parts.Add(Committed(line.Line.CommittedQuantity, sum));
        }
    }

    private static void AddRuns(LineHistory line, ServicePeriod natural, ImmutableArray<Explanation>.Builder parts)
    {
        foreach (var held in line.Held)
        {
            var days = held.Intersect(natural);
            for (var from = days.Start; from < days.End;)
            {
                var until = days.End;
                foreach (var change in line.Quantities)
                {
                    until = change.Day > from && change.Day < until ? change.Day : until;
                }

                parts.Add(new Explanation(
                    ExplanationRule.QuantityRecord, [new Operand.Period(OperandName.Days, new ServicePeriod(from, until))], line.QuantityOn(from)));
                from = until;
            }
        }
    }

    private static Explanation Committed(decimal committed, decimal before) => new(
        ExplanationRule.CommittedQuantity,
        [new Operand.Number(OperandName.Before, before), new Operand.Number(OperandName.Limit, committed)],
        committed);
}
