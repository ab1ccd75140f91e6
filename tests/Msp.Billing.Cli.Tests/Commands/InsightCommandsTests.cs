using Msp.Billing.Amounts;
using Msp.Billing.Catalog;
using Msp.Billing.Cli.Output;
using Msp.Billing.Contracts;
using Msp.Billing.Plans;

namespace Msp.Billing.Cli.Tests.Commands;

public sealed class InsightCommandsTests : IDisposable
{
    private readonly Shell _shell = WorkedCase.Posted();

    public void Dispose() => _shell.Dispose();

    // 45 × 150.00 = 6,750.00, posted on 1 March.
    [Fact]
    public void Mrr_leads_to_what_was_posted()
    {
        var months = _shell.Json("insights", "mrr", "--from", "2026-02-10", "--through", "2026-03-31").EnumerateArray().ToList();
        Assert.Equal(["2026-02", "2026-03"], months.Select(month => month.GetProperty("month").GetString()));
        Assert.Equal([0m, 6750m], months.Select(month => month.GetProperty("mrr").GetDecimal()));
        Assert.Equal((81_000m, 6750m), (months[1].GetProperty("arr").GetDecimal(), months[1].GetProperty("invoiced").GetDecimal()));
        Assert.Equal(
            6750m,
            months[1].EnumerateObject().Where(part => part.Name is "mrr" or "proration" or "change" or "otherCadence" or "usage" or "otherMonth" or "notBilled" or "adjustment" or "credit" or "oneOff")
                .Sum(part => part.Value.GetDecimal()));
    }

    [Fact]
    public void Movement_sums()
    {
        var march = _shell.Json("insights", "movement", "--from", "2026-03-01", "--through", "2026-03-31")[0];
        Assert.Equal((0m, 6750m, 6750m), (march.GetProperty("opening").GetDecimal(), march.GetProperty("new").GetDecimal(), march.GetProperty("closing").GetDecimal()));
    }

    [Fact]
    public void Margin_says_that_costs_are_not_known()
    {
        var row = Assert.Single(_shell.Json("insights", "margin", "--from", "2026-03-01", "--through", "2026-03-31").EnumerateArray().ToList());
        Assert.Equal((6750m, 6750m), (row.GetProperty("revenue").GetDecimal(), row.GetProperty("uncovered").GetDecimal()));
        Assert.Equal(System.Text.Json.JsonValueKind.Null, row.GetProperty("grossMargin").ValueKind);
    }

    [Fact]
    public void Renewals_uplifts_and_leaks_name_their_contracts()
    {
        var seat = new Charge("seat", "Seat", BillingUnit.User, Pricing.PerUnit(100m, Currency.Eur));
        WorkedCase.Add(_shell, new Contract(
            "C-2000", "K-1",
            new ContractTerms(Currency.Eur, new DateOnly(2026, 3, 1), new ContractLine(1, seat, 10)) { Term = new Term(12, 12, 30), Uplift = Uplift.EveryYear(3m).WithNotice(60) },
            new DateTimeOffset(2026, 2, 20, 9, 0, 0, TimeSpan.Zero), ContractStatus.Scheduled));
        var renewal = _shell.Json("insights", "renewals", "--through", "2026-12-01", "--days", "100")[0];
        Assert.Equal(("C-2000", "2027-01-29", 1000m), (renewal.GetProperty("contract").GetString(), renewal.GetProperty("noticeBy").GetString(), renewal.GetProperty("mrr").GetDecimal()));
        var uplift = _shell.Json("insights", "uplifts", "--through", "2026-12-01", "--days", "100")[0];
        Assert.Equal((3m, 30m, "2026-12-31"), (uplift.GetProperty("percent").GetDecimal(), uplift.GetProperty("monthly").GetDecimal(), uplift.GetProperty("noticeBy").GetString()));
        Assert.Equal(0, _shell.Json("insights", "leakage", "--through", "2026-12-01").GetArrayLength());
        Assert.Contains("Nothing.", _shell.Do("insights", "leakage", "--through", "2026-12-01"), StringComparison.Ordinal);
    }

    [Fact]
    public void Reports_change_nothing()
    {
        var before = File.ReadAllBytes(_shell.Database);
        _shell.Do("insights", "mrr", "--through", "2026-03-31");
        Assert.Equal(before, File.ReadAllBytes(_shell.Database));
    }

    [Fact]
    public void Csv_has_the_same_columns_as_json()
    {
        var lines = _shell.Do("insights", "mrr", "--csv", "--from", "2026-03-01", "--through", "2026-03-31").Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("month,asOf,currency,customers,contracts,mrr,arr,lastUsage,", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("2026-03,2026-03-31,EUR,1,1,6750.00,81000.00,0.00,", lines[1], StringComparison.Ordinal);
    }

    // Words are neutralised; a figure below zero stays a figure.
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+49 30", "'+49 30")]
    [InlineData("-x", "'-x")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("=A1,B1", "\"'=A1,B1\"")]
    [InlineData("Say \"hi\"", "\"Say \"\"hi\"\"\"")]
    [InlineData("Alpha - Beta", "Alpha - Beta")]
    public void Words_that_would_be_formulas_are_neutralised(string name, string expected)
    {
        using var output = new StringWriter();
        new FigureTable<string>(("name", row => row), ("amount", _ => -5m)).WriteCsv(output, [name]);
        Assert.Equal($"name,amount\r\n{expected},-5.00\r\n", output.ToString());
    }

    [Theory]
    [InlineData("--from", "2026-05-01", "--through", "2026-03-31")]
    [InlineData("--currency", "EURO")]
    public void What_makes_no_sense_is_refused(params string[] options) => _shell.Refused(2, ["insights", "mrr", .. options]);
}
