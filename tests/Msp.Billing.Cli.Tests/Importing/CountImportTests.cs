using Msp.Billing.Catalog;
using Msp.Billing.Cli.Importing;

namespace Msp.Billing.Cli.Tests.Importing;

/// <summary>What is refused in a file of counts, in the words that the user reads.</summary>
public sealed class CountImportTests
{
    private static readonly KnownRecords Known = new()
    {
        LinesOf = contract => contract == "C-1"
            ? new Dictionary<int, BillingUnit> { [2] = BillingUnit.User, [4] = BillingUnit.Gigabyte }
            : null,
    };

    [Theory]
    [InlineData("C-1,2,2026-03-01,-1", "line 2, quantity: -1 is negative; a quantity is zero or more.")]
    [InlineData("C-1,2,2026-03-01,", "line 2, quantity: is missing; write for example 48.")]
    [InlineData("C-1,2,2026-03-01,4.5", "line 2, quantity: 4.5 is not whole; users are counted in whole numbers.")]
    [InlineData("C-1,4,2026-03-01,4.0000005", "line 2, quantity: 4.0000005 has too many decimals; a quantity has at most 6.")]
    [InlineData("C-1,3,2026-03-01,4", "line 2, line: contract 'C-1' has no line 3. Its lines: 2, 4.")]
    [InlineData("C-9,2,2026-03-01,4", "line 2, contract: there is no contract 'C-9'.")]
    [InlineData("C-1,2,1.3.2026,4", "line 2, day: '1.3.2026' is not a day; write year-month-day, such as 2026-03-01.")]
    [InlineData("C-1,2,2026-03-01,4\nC-1,4,2026-03-01,4\nC-1,2,2026-03-01,5", "line 4, day: line 2 of contract 'C-1' was counted for 2026-03-01 already, in line 2.")]
    public void In_csv(string rows, string expected)
    {
        var (_, problems) = Imports.Counts("counts.csv", "contract,line,day,quantity\n" + rows, Known);

        Assert.Equal([expected], problems);
    }

    [Fact]
    public void In_json_with_the_place_of_the_first_count()
    {
        var (counts, problems) = Imports.Counts(
            "counts.json",
            """
            {"counts": [
              {"contract": "C-1", "line": 2, "day": "2026-03-01", "quantity": 4},
              {"contract": "C-1", "line": 2, "day": "2026-03-01", "quantity": 4}
            ]}
            """);

        Assert.Equal(["counts[1].day: line 2 of contract 'C-1' was counted for 2026-03-01 already, in counts[0]."], problems);
        Assert.Single(counts);
    }

    [Fact]
    public void Every_column_is_needed()
    {
        var (_, problems) = Imports.Counts("counts.csv", "contract,line,quantity\nC-1,2,4");

        Assert.Equal(["line 1, day: the column is missing."], problems);
    }
}
