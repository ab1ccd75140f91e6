using Bogus;
using Msp.Billing.Cli.Importing;
using Msp.Billing.Contracts;
using Msp.Billing.Plans;

namespace Msp.Billing.Cli.Demo;

/// <summary>What happened to the contracts of the demo company: a dozen stories, told with other days and numbers for each contract.</summary>
/// <param name="catalog">What is sold.</param>
/// <param name="random">The chance of the company.</param>
internal sealed class DemoHistory(ImportedCatalog catalog, Randomizer random)
{
    /// <summary>How many stories there are.</summary>
    public const int Stories = 13;

    /// <summary>The story of a contract that ended by notice within its history.</summary>
    public const int Expired = 5;

    /// <summary>The first story of contracts that began within the history.</summary>
    public const int FirstNewcomer = 10;

    /// <summary>The story of a contract that is signed late, or not yet.</summary>
    public const int Unsigned = 12;

    private static readonly string[] Authors = ["a.murphy", "d.kelly", "s.walsh", "m.byrne"];

    /// <summary>An instant on a day, in UTC.</summary>
    public static DateTimeOffset At(DateOnly day, int hour) => new(day.ToDateTime(new TimeOnly(hour, 15)), TimeSpan.Zero);

    /// <summary>Writes a main contract's story.</summary>
    public void Write(Contract contract, int story)
    {
        switch (story)
        {
            case 0:
                Grow(contract);
                break;
            case 1:
                Shrink(contract);
                break;
            case 2:
                ChangePlan(contract);
                break;
            case 3:
                Suspend(contract);
                break;
            case 4:
                GiveNotice(contract, new DateOnly(2026, 2, 10));
                break;
            case Expired:
                GiveNotice(contract, new DateOnly(2025, 6, 5));
                break;
            case 6:
                ChangeLines(contract);
                break;
            case 7:
                CorrectLate(contract);
                break;
            case 8:
                Haggle(contract);
                break;
            case 9:
                Leave(contract);
                break;
            case Unsigned:
                Sign(contract);
                break;
            default:
                Note(contract, new DateOnly(2026, 3, 9), "One person joined", (note, line) => contract.ChangeQuantity(note, line, QuantityOn(contract, line) + 1));
                break;
        }

        PublishIndex(contract);
    }

    /// <summary>Writes the story of an add-on: units come and go.</summary>
    public void WriteAddOn(Contract contract)
    {
        foreach (var day in new[] { new DateOnly(2025, 9, 8), new DateOnly(2026, 2, 16), new DateOnly(2026, 3, 11) })
        {
            if (day > contract.Terms.Start)
            {
                Note(contract, day, "Counted anew", (note, line) => contract.ChangeQuantity(note, line, Math.Max(0, QuantityOn(contract, line) + random.Int(-2, 4))));
            }
        }
    }

    private void Grow(Contract contract)
    {
        for (var month = 1; month < 14; month += 2)
        {
            Note(
                contract, DemoCompany.FirstDay.AddMonths(month).AddDays(random.Int(0, 27)), "New people",
                (note, line) => contract.ChangeQuantity(note, line, QuantityOn(contract, line) + random.Int(1, 4)));
        }
    }

    private void Shrink(Contract contract)
    {
        for (var month = 2; month < 14; month += 3)
        {
            Note(
                contract, DemoCompany.FirstDay.AddMonths(month).AddDays(random.Int(0, 27)), "People left",
                (note, line) => contract.ChangeQuantity(note, line, Math.Max(0, QuantityOn(contract, line) - random.Int(1, 3))));
        }
    }

    private void ChangePlan(Contract contract)
    {
        var next = catalog.Plans.Single(plan => plan.Code == (contract.Plan == "managed-standard" ? "managed-premium" : "managed-standard"));
        if (contract.Terms.Currency != next.Currency || contract.Plan == next.Code)
        {
            Grow(contract);
            return;
        }

        var users = QuantityOn(contract, LineToCount(contract));
        var quantities = new Dictionary<string, decimal>(StringComparer.Ordinal) { ["managed-user"] = users, ["server"] = 2 };
        if (next.Find("firewall") is not null)
        {
            quantities.Add("firewall", 1);
        }

        var lines = ContractLine.FromPlan(next, quantities, firstId: contract.Terms.Lines.Max(line => line.Id) + 1);
        Note(contract, new DateOnly(2026, 2, 18), $"Moved to {next.Name}", (note, _) => contract.ChangePlan(note, next.Code, contract.Terms.Lines.Select(line => line.Id), lines));
    }

    private void Suspend(Contract contract)
    {
        Note(contract, new DateOnly(2025, 8, 4), "Premises closed for works", (note, _) => contract.Move(note, ContractAction.Suspend));
        Note(contract, new DateOnly(2025, 10, 1), "Premises open again", (note, _) => contract.Move(note, ContractAction.Resume));
        Note(contract, new DateOnly(2026, 2, 9), "Moving house", (note, _) => contract.Move(note, ContractAction.Suspend));
        Note(contract, new DateOnly(2026, 2, 23), "Moved", (note, _) => contract.Move(note, ContractAction.Resume));
    }

    private void GiveNotice(Contract contract, DateOnly day) => Note(contract, day, "Taken over by a new owner", (note, _) => contract.GiveNotice(note));

    private void Leave(Contract contract)
    {
        if (contract.Terms.Currency == Amounts.Currency.Eur && contract.Plan is "managed-basic" or "managed-standard")
        {
            Note(contract, new DateOnly(2026, 1, 1), "Renewed early as Premium", (note, _) => contract.Move(note, ContractAction.Renew));
        }
        else
        {
            Note(contract, new DateOnly(2026, 3, 17), "Business closed", (note, _) => contract.Move(note, ContractAction.Terminate));
        }
    }

    private void ChangeLines(Contract contract)
    {
        var added = contract.Terms.Lines.Max(line => line.Id) + 1;
        var charge = catalog.Plans.Single(plan => plan.Code == "security").Charges[0];
        charge = contract.Terms.Currency == charge.Pricing.Currency ? charge : charge.WithPricing(Pricing.PerUnit(5.5m, contract.Terms.Currency));
        Note(
            contract, new DateOnly(2025, 11, 14), "Endpoint protection for everybody",
            (note, line) => contract.AddLine(note, new ContractLine(added, charge, Math.Max(1, QuantityOn(contract, line)))));
        Note(contract, new DateOnly(2026, 2, 20), "Fewer laptops", (note, _) => contract.ChangeQuantity(note, added, 12));
        Note(contract, new DateOnly(2026, 3, 20), "Protected by the parent company", (note, _) => contract.RemoveLine(note, added));
    }

    // Recorded in March for days of February that are billed by then: the next run adjusts.
    private void CorrectLate(Contract contract)
    {
        var recorded = new DateOnly(2026, 3, 5);
        Note(contract, new DateOnly(2026, 2, 17), "Three people joined, told late", (note, line) => contract.ChangeQuantity(note, line, QuantityOn(contract, line) + 3), recorded);
        Note(contract, new DateOnly(2026, 2, 24), "Two people left, told late", (note, line) => contract.ChangeQuantity(note, line, QuantityOn(contract, line) - 2), recorded);
    }

    private void Haggle(Contract contract)
    {
        Note(contract, new DateOnly(2025, 10, 1), "Kept the contract for a discount", (note, _) => contract.AddDiscount(note, Discount.OfPercent(31, "Loyalty", 8m)));
        Note(
            contract, new DateOnly(2026, 2, 1), "New price from the review",
            (note, line) => contract.ChangePrice(note, line, LineOf(contract, line).Charge.Pricing.Scaled(0.97m)));
        Note(contract, new DateOnly(2026, 3, 1), "Discount ends with the new price", (note, _) => contract.RemoveDiscount(note, 31));
    }

    private void Sign(Contract contract)
    {
        Note(contract, contract.Terms.Start.AddDays(-8), "Sent to be signed", (note, _) => contract.Move(note, ContractAction.Send));
        if (random.Int(0, 3) > 0)
        {
            var signed = contract.Terms.Start.AddDays(random.Int(-5, 12));
            Note(contract, signed, "Signed", (note, _) => contract.Move(note, ContractAction.Sign), signed);
        }
    }

    private void PublishIndex(Contract contract)
    {
        var (old, current) = (117.8m, 120.4m);
        for (var day = contract.Terms.Start.AddYears(1); contract.Terms.Uplift is { ByIndex: true } && day < DemoCompany.Today; day = day.AddYears(1))
        {
            if (day >= DemoCompany.FirstDay && contract.StatusOn(day) == ContractStatus.Active)
            {
                Note(contract, day, "Consumer price index published", (note, _) => contract.PublishIndex(note, old, current), DemoCompany.Today.AddDays(-2));
            }

            (old, current) = (current, current + 2.1m);
        }
    }

    private void Note(Contract contract, DateOnly day, string reason, Action<AmendmentNote, int> record, DateOnly? recorded = null)
    {
        var instant = At(recorded ?? day.AddDays(-random.Int(1, 6)), random.Int(8, 17));
        var last = contract.Amendments.Count > 0 ? contract.Amendments[^1].RecordedAt : contract.RecordedAt;
        record(new AmendmentNote(day, instant < last ? last : instant, random.ArrayElement(Authors), reason), LineToCount(contract));
    }

    // The line whose units come and go: users where there are some, else the first that is counted.
    private static int LineToCount(Contract contract) => contract.Terms.Lines
        .OrderBy(line => line.Charge.Code == "managed-user" ? 0 : 1).ThenBy(line => line.Id)
        .First(line => line.Charge.Unit.Code != "flat" && line.Charge.Basis != QuantityBasis.Reported).Id;

    private static ContractLine LineOf(Contract contract, int line) => contract.Terms.Lines.Single(one => one.Id == line);

    private static decimal QuantityOn(Contract contract, int line) =>
        contract.Amendments.OfType<Amendment.QuantityChanged>().LastOrDefault(change => change.LineId == line)?.Quantity ?? LineOf(contract, line).Quantity;
}
