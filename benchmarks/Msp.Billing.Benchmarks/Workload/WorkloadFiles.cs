using System.Globalization;
using Msp.Billing.Plans;

namespace Msp.Billing.Benchmarks.Workload;

/// <summary>MSP-MONTH-1 as files for <c>msp import</c>: the tax rates, the customers, the contracts as agreed, and what was counted in March.</summary>
internal static class WorkloadFiles
{
    /// <summary>Writes <c>catalog.json</c>, <c>customers.csv</c>, <c>contracts.csv</c> and <c>counts.csv</c>; files of these names are replaced.</summary>
    /// <param name="folder">Made if it is missing.</param>
    /// <param name="contracts">How many.</param>
    internal static void Write(string folder, int contracts)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "catalog.json"), Catalog());
        WriteTable(folder, "customers.csv", "number,name,jurisdiction", contracts, Customer);
        WriteTable(
            folder, "contracts.csv",
            "contract,customer,currency,start,end,billing_day,billed_elsewhere_until,payment_days,plan,line,charge,name,unit,model,price,steps,included,increment,quantity,timing,basis",
            contracts, Contract);
        WriteTable(folder, "counts.csv", "contract,line,day,quantity", contracts, Counts);
    }

    private static void WriteTable(string folder, string name, string header, int contracts, Action<TextWriter, DrawnContract> rows)
    {
        using var writer = new StreamWriter(Path.Combine(folder, name)) { NewLine = "\n" };
        writer.WriteLine(header);
        foreach (var drawn in MspMonth1.Draw(contracts))
        {
            rows(writer, drawn);
        }
    }

    private static string Catalog()
    {
        var rates = MspMonth1.TaxCodes.Zip(
            MspMonth1.TaxPercents,
            (code, percent) => FormattableString.Invariant($$"""    { "jurisdiction": "{{code}}", "category": "standard", "rate": {{percent}}, "from": "2025-01-01" }"""));
        return $"{{\n  \"tax_rates\": [\n{string.Join(",\n", rates)}\n  ]\n}}\n";
    }

    private static void Customer(TextWriter writer, DrawnContract drawn) => writer.WriteLine(
        FormattableString.Invariant($"{WorkloadBook.CustomerNumberOf(drawn)},Customer {drawn.Id:D7},{MspMonth1.TaxCodes[drawn.TaxCode]}"));

    private static void Contract(TextWriter writer, DrawnContract drawn)
    {
        var prices = WorkloadPrices.Of(drawn.Tier);
        var number = WorkloadBook.NumberOf(drawn);
        var end = drawn.End?.ToString("O", CultureInfo.InvariantCulture);
        var steps = string.Join(';', prices.Users.Select(Step));
        writer.WriteLine(FormattableString.Invariant(
            $"{number},{WorkloadBook.CustomerNumberOf(drawn)},USD,{drawn.Start:O},{end},1,{MspMonth1.Month.Start:O},{drawn.PaymentDays},{drawn.Tier},1,platform,Managed platform fee - {drawn.Tier},flat,flat,{prices.Platform},,,,1,arrears,"));
        writer.WriteLine(FormattableString.Invariant($"{number},,,,,,,,,2,users,Managed users,user,graduated,,{steps},,,0,arrears,"));
        writer.WriteLine(FormattableString.Invariant($"{number},,,,,,,,,3,devices,Managed devices,device,per-unit,{drawn.DevicePrice},,,,0,arrears,"));
        writer.WriteLine(FormattableString.Invariant($"{number},,,,,,,,,4,storage,Backup storage above allowance (GB),gb,per-unit,{prices.Storage},,{prices.IncludedStorage},,,arrears,reported"));
        writer.WriteLine(FormattableString.Invariant($"{number},,,,,,,,,5,support,Remote support (h),minute,per-unit,{prices.SupportHour},,,15:0.25,,arrears,reported"));
    }

    private static void Counts(TextWriter writer, DrawnContract drawn)
    {
        foreach (var count in WorkloadBook.CountsOf(drawn))
        {
            writer.WriteLine(FormattableString.Invariant($"{WorkloadBook.NumberOf(drawn)},{count.LineId},{count.Day:O},{count.Quantity}"));
        }
    }

    private static string Step(PriceStep step) => FormattableString.Invariant($"{step.UpTo?.ToString(CultureInfo.InvariantCulture) ?? "*"}:{step.UnitPrice}");
}
