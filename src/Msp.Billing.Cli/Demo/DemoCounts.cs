using System.Collections.Immutable;
using Bogus;
using Msp.Billing.Contracts;
using Msp.Billing.Plans;
using Msp.Billing.Usage;

namespace Msp.Billing.Cli.Demo;

/// <summary>What was counted and reported month by month: support minutes, storage, cloud bills, and devices that come and go.</summary>
internal static class DemoCounts
{
    /// <summary>Makes the counts.</summary>
    /// <param name="contracts">The contracts with their history.</param>
    /// <param name="seed">Any number; the same number makes the same counts.</param>
    public static ImmutableArray<(string Contract, UsageCount Count)> Make(IEnumerable<Contract> contracts, int seed)
    {
        var random = new Randomizer(seed + 3);
        var counts = ImmutableArray.CreateBuilder<(string, UsageCount)>();
        foreach (var contract in contracts)
        {
            foreach (var line in LinesOf(contract))
            {
                for (var month = DemoCompany.FirstDay; month < DemoCompany.Today; month = month.AddMonths(1))
                {
                    foreach (var (day, quantity) in OfMonth(random, line, month))
                    {
                        if (ContractLifecycle.Bills(contract.StatusOn(day)) && day >= contract.Terms.Start)
                        {
                            counts.Add((contract.Number, new UsageCount(line.Id, day, quantity, DemoHistory.At(RecordedOn(day), 6))));
                        }
                    }
                }
            }
        }

        return counts.ToImmutable();
    }

    private static IEnumerable<ContractLine> LinesOf(Contract contract) => contract.Terms.Lines
        .Concat(contract.Amendments.OfType<Amendment.PlanChanged>().SelectMany(change => change.Added))
        .Where(line => line.Charge.Basis is QuantityBasis.Reported or QuantityBasis.Highest or QuantityBasis.PeriodEnd or QuantityBasis.DayWeightedAverage);

    // Reports come in with the night after the day; those of a month's last days on the second of the next.
    private static DateOnly RecordedOn(DateOnly day)
    {
        var next = day.AddDays(1);
        return next.Day == 1 ? next.AddDays(1) : next;
    }

    private static IEnumerable<(DateOnly Day, decimal Quantity)> OfMonth(Randomizer random, ContractLine line, DateOnly month)
    {
        var last = month.AddMonths(1).AddDays(-1);
        switch (line.Charge.Code)
        {
            case "remote-support":
                for (var day = random.Int(1, 6); day <= last.Day; day += random.Int(4, 11))
                {
                    yield return (new DateOnly(month.Year, month.Month, day), random.Int(5, 140));
                }

                break;
            case "backup-storage":
                yield return (last, random.Int(100_000, 4_200_000) / 1_000m);
                break;
            case "cloud" or "carrier":
                yield return (last, random.Int(4_000, 310_000) / 100m);
                break;
            default:
                yield return (month.AddDays(random.Int(2, 20)), Math.Max(0, line.Quantity + random.Int(-3, 3)));
                break;
        }
    }
}
