using Msp.Billing.Cli.Parsing;

namespace Msp.Billing.Cli.Tests.Parsing;

public sealed class ImportProblemsTests
{
    [Fact]
    public void A_thousand_are_listed_and_the_rest_counted()
    {
        var problems = new ImportProblems();
        for (var line = 2; line < 1_503; line++)
        {
            problems.Add(line, "price", "is missing.");
        }

        Assert.Equal((1_501, 1_000, 501), (problems.Count, problems.Listed.Count, problems.More));
        Assert.Equal("line 1001, price: is missing.", problems.Listed[^1].ToString());
    }
}
