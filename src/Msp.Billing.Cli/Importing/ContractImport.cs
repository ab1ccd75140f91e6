using Msp.Billing.Cli.Parsing;
using Msp.Billing.Contracts;

namespace Msp.Billing.Cli.Importing;

/// <summary>Reads contracts. The format is described in <c>docs/import.md</c>.</summary>
internal static class ContractImport
{
    private static readonly string[] Properties = [.. ContractHead.Fields, "recorded_at", "term", "uplift", "discounts", "lines", "amendments"];

    /// <summary>The contracts of a file, one at a time; they may be kept only if there is no problem after the last one.</summary>
    /// <param name="file">The file.</param>
    /// <param name="known">What is stored already.</param>
    /// <param name="recordedAt">When contracts are recorded that do not say when they were.</param>
    /// <param name="problems">Where problems are reported.</param>
    public static IEnumerable<Contract> Read(ImportFile file, KnownRecords known, DateTimeOffset recordedAt, ImportProblems problems) =>
        file.IsJson ? FromJson(file, known, recordedAt, problems) : ContractTable.Read(file, known, recordedAt, problems);

    private static IEnumerable<Contract> FromJson(ImportFile file, KnownRecords known, DateTimeOffset recordedAt, ImportProblems problems)
    {
        var numbers = new ContractNumbers(known);
        using var items = new JsonItems(file, problems);
        foreach (var (list, path, item) in items.Read("contracts", ["$schema", "contracts"]))
        {
            var before = problems.Count;
            if (list == "contracts" && JsonRecord.From(item, path, Properties, problems) is { } record &&
                One(record, path, numbers, known, recordedAt) is { } contract && problems.Count == before)
            {
                yield return contract;
            }
        }
    }

    private static Contract? One(JsonRecord record, JsonPath path, ContractNumbers numbers, KnownRecords known, DateTimeOffset recordedAt)
    {
        var before = record.ProblemCount;
        var head = ContractHead.Read(record);
        numbers.Check(head, record, path.ToString);
        var discountNumbers = new DiscountNumbers();
        var discounts = DiscountImport.Read(record, head.Currency, discountNumbers);
        var lines = LinesOf(record, head, known, discountNumbers);
        if (lines.Count == 0 && record.ProblemCount == before)
        {
            record.Refuse("lines", "has no line; a contract without lines bills nothing.");
        }

        var recorded = record.Instant("recorded_at") ?? recordedAt;
        if (record.ProblemCount > before)
        {
            return null;
        }

        var contract = head.ToContract(record, [.. lines], discounts, recorded);
        if (contract is not null)
        {
            AmendmentImport.Read(record, contract, recordedAt, discountNumbers);
        }

        return record.ProblemCount > before ? null : contract;
    }

    private static List<ContractLine> LinesOf(JsonRecord record, ContractHead head, KnownRecords known, DiscountNumbers discountNumbers)
    {
        var lines = new List<ContractLine>();
        var numbers = new HashSet<int>();
        foreach (var item in record.Objects("lines", LineImport.Properties))
        {
            if (LineImport.Read(item, head.Currency, head.Start, discountNumbers) is not { } line)
            {
                continue;
            }

            lines.Add(line);
            if (!numbers.Add(line.Id))
            {
                item.Refuse("line", FormattableString.Invariant($"number {line.Id} is taken by another line of the contract."));
            }

            CheckSite(item, head.Customer, line.Site, known);
        }

        return lines;
    }

    /// <summary>Refuses a line for a site that its customer does not have.</summary>
    internal static void CheckSite(SourceRecord record, string customer, string? site, KnownRecords known)
    {
        if (site is not null && known.HasCustomer?.Invoke(customer) == true && known.HasSite?.Invoke(customer, site) == false)
        {
            record.Refuse("site", $"customer '{SourceRecord.Shortened(customer)}' has no site '{SourceRecord.Shortened(site)}'.");
        }
    }
}
