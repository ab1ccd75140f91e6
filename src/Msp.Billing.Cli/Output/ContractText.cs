namespace Msp.Billing.Cli.Output;

/// <summary>A contract for people: what is agreed, its lines, and what was changed since.</summary>
/// <param name="output">Where to.</param>
/// <param name="color">Whether it may have colours.</param>
internal sealed class ContractText(TextWriter output, bool color)
{
    /// <summary>All of it.</summary>
    public void Write(ContractShowJson shown)
    {
        ArgumentNullException.ThrowIfNull(shown);
        WriteTerms(shown);
        output.WriteLine();
        WriteLines(shown);
        WriteDiscounts(shown);
        WriteAmendments(shown);
    }

    private void WriteTerms(ContractShowJson shown)
    {
        output.WriteLine($"Contract {shown.Number}, {shown.CustomerName} ({shown.Customer}), {shown.Currency}: {EnumText.WordsOf(shown.Status)} on {Figures.Of(shown.On)}");
        output.WriteLine(
            $"Starts {Figures.Of(shown.Start)}{(shown.End is { } end ? $", ends {Figures.Of(end)} (first day not billed)" : ", no end is set")}{(shown.Plan is { } plan ? $", plan {plan}" : "")}{(shown.Predecessor is { } before ? $", in place of {before}" : "")}");
        output.WriteLine($"Term: {TermWords(shown)}; leaving early {shown.EarlyTermination.Words()}");
        output.WriteLine($"Prices {(shown.Uplift is { } uplift ? $"rise {uplift.Words()}" : "do not rise")}");
        output.WriteLine(
            $"Billed from day {Figures.Of(shown.BillingDay)} of the month, payment within {Figures.Of(shown.PaymentDays)} days, prices {(shown.PricesIncludeTax ? "with" : "before")} tax{(shown.Rounding == "halfToEven" ? ", halves rounded to even" : "")}");
        output.WriteLine(
            $"{(shown.BilledThrough is { } through ? $"Billed by runs through {Figures.Of(through)}" : "Never billed")}{(shown.BilledElsewhereUntil is { } elsewhere ? $"; billed elsewhere before {Figures.Of(elsewhere)}" : "")}");
    }

    private static string TermWords(ContractShowJson shown)
    {
        var notice = $"{Figures.Of(shown.NoticeDays)} days' notice";
        return (shown.TermMonths, shown.RenewalMonths) switch
        {
            ({ } months, { } renewal) => $"{Figures.Of(months)} months, then {Figures.Of(renewal)} more each time, {notice}{(shown.DecisionDay is { } last ? $", next by {Figures.Of(last)}" : "")}",
            ({ } months, null) => $"{Figures.Of(months)} months, then over",
            _ => $"until {notice}",
        };
    }

    private void WriteLines(ContractShowJson shown)
    {
        var lines = new TextTable(">Line", "Charge", "Name", ">Quantity", ">Committed", "Unit", "Price", "Model", "Every", "Billed", "Site", "");
        foreach (var line in shown.Lines)
        {
            lines.Add(
                Figures.Of(line.Id), line.Charge, line.Name, Figures.Of(line.Quantity), line.Committed == 0 ? "" : Figures.Of(line.Committed), line.Unit, line.Pricing.Words(),
                EnumText.WordsOf(line.Model), line.Cadence, EnumText.WordsOf(line.Timing), line.Site ?? "", Remarks(line));
        }

        lines.Write(output, color);
    }

    private static string Remarks(ContractLineJson line)
    {
        var remarks = new List<string>();
        if (!line.Held)
        {
            remarks.Add("not held on this day");
        }

        if (line.Start is { } start)
        {
            remarks.Add($"from {Figures.Of(start)}");
        }

        if (line.End is { } end)
        {
            remarks.Add($"before {Figures.Of(end)}");
        }

        if (line.NeverUplifted)
        {
            remarks.Add("price does not rise");
        }

        if (line.Increase != "immediately")
        {
            remarks.Add($"more {When(line.Increase)}");
        }

        if (line.Decrease != "immediately")
        {
            remarks.Add($"less {When(line.Decrease)}");
        }

        return string.Join(", ", remarks);
    }

    private static string When(string policy) => policy == "nextPeriod" ? "from the next period" : EnumText.WordsOf(policy);

    private void WriteDiscounts(ContractShowJson shown)
    {
        if (shown.Discounts.Count == 0)
        {
            return;
        }

        output.WriteLine();
        var table = new TextTable(">Discount", "Name", ">Off", "On", "From", "Until", "");
        foreach (var discount in shown.Discounts)
        {
            table.Add(
                Figures.Of(discount.Id), discount.Name, discount.Percent is { } percent ? $"{Figures.Of(percent)} %" : Figures.Of(discount.Amount ?? 0),
                discount.Line is { } line ? $"line {Figures.Of(line)}" : "every recurring line", discount.From is { } from ? Figures.Of(from) : "",
                discount.Until is { } until ? Figures.Of(until) : "", discount.FirstPeriods is { } first ? $"first {Figures.Of(first)} periods" : "");
        }

        table.Write(output, color);
    }

    private void WriteAmendments(ContractShowJson shown)
    {
        if (shown.Amendments.Count == 0)
        {
            return;
        }

        output.WriteLine();
        var table = new TextTable(">No", "From", "Change", "Recorded", "By", "Because");
        foreach (var amendment in shown.Amendments)
        {
            table.Add(
                Figures.Of(amendment.Number), Figures.Of(amendment.Day), amendment.Change, Figures.Of(amendment.RecordedAt), amendment.Author, amendment.Reason);
        }

        table.Write(output, color);
    }
}
