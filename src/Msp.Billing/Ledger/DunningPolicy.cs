using System.Collections.Immutable;
using Msp.Billing.Amounts;

namespace Msp.Billing.Ledger;

/// <summary>When a seller reminds of overdue invoices, and what that costs the customer.</summary>
public sealed record DunningPolicy
{
    /// <summary>The policy of a seller that has set nothing: a reminder after 7 days, a second after 21, a last one after 42; no fee and no interest.</summary>
    public static DunningPolicy Standard { get; } = new();

    /// <summary>The levels, the first first; days rise.</summary>
    /// <exception cref="ArgumentException">There is none, a text is blank, a fee is below zero, or days do not rise from 1.</exception>
    public ImmutableArray<DunningLevel> Levels { get; init => field = Checked(value); } =
    [
        new(7, "Payment reminder", "{invoice} of {open} was due on {due}. If the payment has crossed this reminder, thank you."),
        new(21, "Second reminder", "{invoice} is {days} days overdue: {open} are still open. Please pay within a week."),
        new(42, "Final reminder", "{invoice} is {days} days overdue: {open} are still open. Without payment we will suspend service and pass the claim on."),
    ];

    /// <summary>Interest a year, in percent of what is open, counted by days over 365; zero for none.</summary>
    public Percentage InterestPerYear { get; init; }

    /// <summary>At least so many days between two reminders of one invoice; 7 unless set.</summary>
    public int DaysBetween { get; init; } = 7;

    /// <summary>Less than this is not reminded of, in minor units; zero unless set.</summary>
    public long LeastMinorUnits { get; init; }

    private static ImmutableArray<DunningLevel> Checked(ImmutableArray<DunningLevel> levels)
    {
        if (levels.IsDefaultOrEmpty)
        {
            throw new ArgumentException("Reminders need at least one level.", nameof(levels));
        }

        for (var i = 0; i < levels.Length; i++)
        {
            var level = levels[i];
            if (level.DaysOverdue <= (i == 0 ? 0 : levels[i - 1].DaysOverdue) || string.IsNullOrWhiteSpace(level.Title) || string.IsNullOrWhiteSpace(level.Text) ||
                level.FeeMinorUnits < 0)
            {
                throw new ArgumentException(
                    FormattableString.Invariant($"Level {i + 1} ('{level.Title}', {level.DaysOverdue} days): days rise from 1, title and text are written, and the fee is not below zero."), nameof(levels));
            }
        }

        return levels;
    }
}
