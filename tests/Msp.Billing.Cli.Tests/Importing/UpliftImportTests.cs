using System.Text;
using Msp.Billing.Cli.Exporting;
using Msp.Billing.Contracts;

namespace Msp.Billing.Cli.Tests.Importing;

/// <summary>Prices that rise on a set day, and pauses: read, refused, and written as they were read.</summary>
public sealed class UpliftImportTests
{
    [Fact]
    public void A_set_day_and_a_first_year_are_read_and_written_back()
    {
        var json = Imports.ContractJson("\"uplift\": {\"kind\": \"yearly\", \"percent\": 3.5, \"on\": \"02-29\", \"not_before\": \"2028-01-01\", \"notice_days\": 60}");

        var contract = Assert.Single(Read("contracts.json", json));
        using var written = new MemoryStream();
        ImportFiles.WriteContracts(written, [contract]);
        var again = Assert.Single(Read("again.json", Encoding.UTF8.GetString(written.ToArray())));

        foreach (var uplift in new[] { contract.Terms.Uplift, again.Terms.Uplift })
        {
            Assert.NotNull(uplift);
            Assert.Equal((3.5m, new DateOnly(2000, 2, 29), new DateOnly(2028, 1, 1), 60), (uplift.Yearly?.Value, uplift.YearlyOn, uplift.NotBefore, uplift.NoticeDays));
        }
    }

    [Fact]
    public void A_table_has_the_set_day_too()
    {
        var contract = Assert.Single(Read(
            "contracts.csv", Imports.ContractTable("uplift_percent,uplift_on,unit,quantity,price", "C-1,K-1,USD,2026-03-01,1,user,Users,per-unit,3,01-01,user,45,38.5")));

        Assert.Equal((3m, new DateOnly(2000, 1, 1)), (contract.Terms.Uplift?.Yearly?.Value, contract.Terms.Uplift?.YearlyOn));
    }

    [Theory]
    [InlineData("{\"kind\": \"yearly\", \"percent\": 3, \"on\": \"02-30\"}", "contracts[0].uplift.on: '02-30' is no day of a year; write month-day, such as 01-01.")]
    [InlineData("{\"kind\": \"yearly\", \"percent\": 3, \"on\": \"2027-01-01\"}", "contracts[0].uplift.on: '2027-01-01' is no day of a year; write month-day, such as 01-01.")]
    [InlineData("{\"kind\": \"index\", \"on\": \"01-01\"}", "contracts[0].uplift.on: only a yearly uplift has this; leave it out.")]
    public void Another_day_is_refused(string uplift, string expected) =>
        Assert.Equal([expected], Imports.Contracts("contracts.json", Imports.ContractJson($"\"uplift\": {uplift}")).Problems);

    [Fact]
    public void A_set_day_without_a_percentage_is_refused() => Assert.Equal(
        ["line 2, uplift_percent: is missing; write for example 3."],
        Imports.Contracts("contracts.csv", Imports.ContractTable("uplift_on,unit,quantity,price", "C-1,K-1,USD,2026-03-01,1,user,Users,per-unit,01-01,user,45,38.5")).Problems);

    [Fact]
    public void A_pause_suspends_and_resumes()
    {
        var pause = "\"amendments\": [{\"kind\": \"pause\", \"day\": \"2026-07-01\", \"until\": \"2026-08-01\", \"reason\": \"closed for the summer\"}]";

        var contract = Assert.Single(Read("contracts.json", Imports.ContractJson(pause)));

        Assert.Equal(
            [ContractStatus.Active, ContractStatus.Suspended, ContractStatus.Suspended, ContractStatus.Active],
            new DateOnly[] { new(2026, 6, 30), new(2026, 7, 1), new(2026, 7, 31), new(2026, 8, 1) }.Select(day => contract.StatusOn(day)));
    }

    [Theory]
    [InlineData("", "contracts[0].amendments[0].until: is missing; write for example 2026-08-01.")]
    [InlineData(", \"until\": \"2026-07-01\"", "contracts[0].amendments[0]: Contract C-1, 2026-07-01: a pause must end after the day on which it begins; 2026-07-01 is not.")]
    public void A_pause_without_an_end_is_refused(string until, string expected)
    {
        var pause = $"\"amendments\": [{{\"kind\": \"pause\", \"day\": \"2026-07-01\", \"reason\": \"x\"{until}}}]";

        Assert.Equal([expected], Imports.Contracts("contracts.json", Imports.ContractJson(pause)).Problems);
    }

    private static List<Contract> Read(string name, string content)
    {
        var (contracts, problems) = Imports.Contracts(name, content);
        Assert.Empty(problems);
        return contracts;
    }
}
