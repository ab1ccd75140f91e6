using System.Text;
using System.Text.RegularExpressions;
using Msp.Billing.Runs;
using Msp.Quoting.Web.Staff;

namespace Msp.Quoting.Web.Tests.Runs;

/// <summary>How much a page of the review shows and weighs, however many contracts the run has.</summary>
public sealed partial class RunReviewPageTests
{
    private const int MostBytes = 60 * 1024;

    [Theory]
    [InlineData("en-US")]
    [InlineData("de-DE")]
    [InlineData("fr-FR")]
    public async Task A_page_of_the_review_has_fifty_contracts_and_at_most_60_kB(string language)
    {
        await using var desk = await Desk.Open();
        await desk.Press(StaffRoles.Finance, "/runs/new", "/runs/new", new("Input.Through", "2026-04-30"), new("Input.Issue", "2026-04-30"));
        await desk.Until("RUN-0003", run => run.Status == RunStatus.Previewed);
        desk.Speak(StaffRoles.Finance, language);
        var all = new HashSet<string>(StringComparer.Ordinal);
        var expected = desk.Billed("RUN-0003", 1000).Count;
        Assert.InRange(expected, 51, 100);
        for (var page = 1; page <= 2; page++)
        {
            // Without a tab the rows have their buttons and reasons: the heaviest list there is.
            var html = await desk.Read(StaffRoles.Finance, $"/runs/RUN-0003?q=C-&p={page}");
            var rows = Rows().Matches(html).Select(match => match.Groups[1].Value).ToList();
            Assert.InRange(rows.Count, 1, 50);
            Assert.InRange(Encoding.UTF8.GetByteCount(html), 1, MostBytes);
            Assert.All(rows, row => Assert.True(all.Add(row), $"{row} is on two pages."));
            Assert.Equal(page == 1 ? 50 : rows.Count, rows.Count);
        }

        Assert.Superset(desk.Billed("RUN-0003", 1000).ToHashSet(StringComparer.Ordinal), all);
    }

    [GeneratedRegex("<th scope=\"row\"><a href=\"/runs/RUN-0003/contracts/([^\"]+)\"")]
    private static partial Regex Rows();
}
