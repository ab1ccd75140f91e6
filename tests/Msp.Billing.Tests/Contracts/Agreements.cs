using System.Globalization;
using Msp.Billing.Amounts;
using Msp.Billing.Catalog;
using Msp.Billing.Contracts;
using Msp.Billing.Periods;
using Msp.Billing.Plans;

namespace Msp.Billing.Tests.Contracts;

/// <summary>Small contracts to test with: one line of 10 users at 100.00, recorded on 1 December 2025, from 1 January 2026.</summary>
internal static class Agreements
{
    internal static DateTimeOffset Recorded { get; } = new(2025, 12, 1, 9, 0, 0, TimeSpan.Zero);

    internal static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    internal static ContractLine Users(int id = 1, decimal price = 100m, decimal quantity = 10m) =>
        new(id, new Charge("user", "Managed user", BillingUnit.User, Pricing.PerUnit(price, Currency.Eur)), quantity);

    internal static ContractTerms Terms(string start = "2026-01-01", Term? term = null, string? end = null, Uplift? uplift = null) =>
        new(Currency.Eur, Day(start), Users()) { Term = term ?? Term.Evergreen, End = end is null ? null : Day(end), Uplift = uplift };

    internal static Contract Draft(string start = "2026-01-01", Term? term = null, string? end = null) => new("C-1", "K-1", Terms(start, term, end), Recorded);

    internal static Contract Signed(string start = "2026-01-01", Term? term = null, string? end = null, Uplift? uplift = null) =>
        new("C-1", "K-1", Terms(start, term, end, uplift), Recorded, ContractStatus.Scheduled);

    /// <summary>A note for a day, recorded so many days after the contract.</summary>
    internal static AmendmentNote On(string day, int recordedDay = 1) => new(Day(day), Recorded.AddDays(recordedDay), "sales", "as agreed");

    /// <summary>Makes moves in the order of recording, such as <c>2026-03-01 Suspend, 2026-04-01 Resume</c>.</summary>
    internal static Contract After(this Contract contract, string moves)
    {
        foreach (var move in moves.Split(", ", StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = move.Split(' ');
            contract.Move(On(parts[0], contract.Amendments.Count + 1), Enum.Parse<ContractAction>(parts[1]));
        }

        return contract;
    }

    /// <summary>Every change of status, such as <c>2026-01-01 Active, 2026-03-01 Suspended</c>.</summary>
    internal static string Course(this Contract contract, DateTimeOffset? knownAt = null) =>
        string.Join(", ", contract.StatusChanges(knownAt).Select(change => FormattableString.Invariant($"{change.From:yyyy-MM-dd} {change.Status}")));

    /// <summary>The billed runs, such as <c>[2026-01-01, 2026-03-01) [2026-04-01, ...)</c>.</summary>
    internal static string Billed(this Contract contract, DateTimeOffset? knownAt = null) =>
        string.Join(' ', contract.BilledDays(knownAt).Select(Text));

    private static string Text(ServicePeriod run) =>
        run.End == DateOnly.MaxValue ? FormattableString.Invariant($"[{run.Start:yyyy-MM-dd}, ...)") : run.ToString();
}
