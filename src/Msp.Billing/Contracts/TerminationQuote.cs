using System.Collections.Immutable;
using Msp.Billing.Amounts;
using Msp.Billing.Periods;

namespace Msp.Billing.Contracts;

/// <summary>What it costs to leave on a day, with the arithmetic.</summary>
/// <param name="Day">The first day that is no longer billed.</param>
/// <param name="Rule">The rule of the contract's term.</param>
/// <param name="Steps">How the fee came about, in order; the first says when the contract would end without a fee.</param>
/// <param name="Fee">Before tax, rounded once; zero when nothing is due.</param>
public sealed record TerminationQuote(DateOnly Day, EarlyTermination Rule, ImmutableArray<TerminationStep> Steps, Money Fee)
{
    /// <summary>Computes the fee.</summary>
    /// <param name="terms">What is agreed.</param>
    /// <param name="day">The first day that is no longer billed.</param>
    /// <param name="noticeDay">The day on which notice is given.</param>
    /// <param name="regularEnd">The first day not billed if the contract ran to its regular end.</param>
    /// <param name="recurring">What the recurring lines would bill for the days, before tax, in major units.</param>
    internal static TerminationQuote Of(ContractTerms terms, DateOnly day, DateOnly noticeDay, DateOnly regularEnd, Func<ServicePeriod, decimal> recurring)
    {
        var steps = ImmutableArray.CreateBuilder<TerminationStep>();
        steps.Add(new TerminationStep.RegularEnd(noticeDay, regularEnd, WholeMonths(day, regularEnd)));
        var rule = terms.Term.EarlyTermination;
        var exact = 0m;
        if (regularEnd > day)
        {
            exact = ExactFee(terms, new ServicePeriod(day, regularEnd), days => Checked(recurring(days)), steps);
        }

        return new TerminationQuote(day, rule, steps.ToImmutable(), Rounding.ToMoney(exact, terms.Currency, terms.Rounding));
    }

    private static decimal ExactFee(
        ContractTerms terms, ServicePeriod remaining, Func<ServicePeriod, decimal> recurring, ImmutableArray<TerminationStep>.Builder steps)
    {
        switch (terms.Term.EarlyTermination)
        {
            case EarlyTermination.Free:
                return 0m;
            case EarlyTermination.Fixed fee:
                steps.Add(new TerminationStep.FixedFee(fee.Amount));
                return fee.Amount.Amount;
            case EarlyTermination.RemainingShare share:
                return ShareOf(remaining, share.Percent, null, recurring, steps);
            case EarlyTermination.Declining declining:
                var year = WholeMonths(terms.Start, remaining.Start) / 12;
                var percent = year < declining.PercentByYear.Length ? declining.PercentByYear[year] : default;
                return ShareOf(remaining, percent, year + 1, recurring, steps);
            case EarlyTermination.MonthsOrRemainder agreed:
                var until = remaining.Start.AddMonths(agreed.Months);
                var charged = new ServicePeriod(remaining.Start, until < remaining.End ? until : remaining.End);
                var amount = recurring(charged);
                steps.Add(new TerminationStep.MonthsCharged(agreed.Months, charged, until > remaining.End, amount));
                return amount;
            default:
                throw new InvalidOperationException($"No such rule for leaving early: {terms.Term.EarlyTermination}.");
        }
    }

    private static decimal ShareOf(
        ServicePeriod remaining, Percentage percent, int? year, Func<ServicePeriod, decimal> recurring, ImmutableArray<TerminationStep>.Builder steps)
    {
        var amount = recurring(remaining);
        steps.Add(new TerminationStep.Remainder(remaining, amount));
        steps.Add(new TerminationStep.ShareOfIt(percent, year, amount * percent.Fraction));
        return amount * percent.Fraction;
    }

    private static int WholeMonths(DateOnly from, DateOnly until)
    {
        if (until <= from)
        {
            return 0;
        }

        var months = ((until.Year - from.Year) * 12) + until.Month - from.Month;
        return from.AddMonths(months) > until ? months - 1 : months;
    }

    private static decimal Checked(decimal amount) => amount >= 0
        ? amount
        : throw new ArgumentOutOfRangeException(nameof(amount), amount, "What recurring lines would still bill is zero or more.");
}
