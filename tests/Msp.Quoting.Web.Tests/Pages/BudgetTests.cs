using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Msp.Quoting.Web.Tests.Hosting;

namespace Msp.Quoting.Web.Tests.Pages;

/// <summary>How much a page may weigh, compressed, and that nobody else's code is in it.</summary>
public sealed partial class BudgetTests(Site site)
{
    private const int MostHtml = 25 * 1024;
    private const int MostCss = 12 * 1024;
    private const int MostScript = 8 * 1024;
    private const int MostFiles = 8;
    private const int MostFirstVisit = 45 * 1024;

    [Fact]
    public async Task Every_page_is_within_its_budget()
    {
        using var client = await site.Client("all");
        var wrong = new List<string>();
        foreach (var path in PageList.SignedIn)
        {
            await Judge(client, path, wrong);
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task A_page_asks_for_few_files_and_nothing_jumps()
    {
        Site.NeedsBrowser();
        var wrong = new List<string>();
        foreach (var path in new[] { "/quotes", "/quotes/" + SampleQuotes.Draft, "/quotes/" + SampleQuotes.Draft + "/preview" })
        {
            await using var browser = await site.Open();
            await browser.Go(path);
            var measured = await browser.Page.EvaluateAsync<double[]>(
                """
                () => new Promise(done => {
                  let shift = 0;
                  new PerformanceObserver(list => { for (const entry of list.getEntries()) if (!entry.hadRecentInput) shift += entry.value; }).observe({ type: 'layout-shift', buffered: true });
                  requestAnimationFrame(() => requestAnimationFrame(() => {
                    const files = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
                    done([shift, files.length]);
                  }));
                })
                """);
            Check(path, "layout shift in thousandths", (int)(measured[0] * 1_000), 20, wrong);
            Check(path, "requests", (int)measured[1], MostFiles, wrong);
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    /// <summary>Notes what a page has too much of.</summary>
    internal static async Task Judge(HttpClient client, string path, List<string> wrong)
    {
        var html = await client.GetStringAsync(new Uri(path, UriKind.Relative));
        var page = Compressed(html);
        var css = await Weigh(client, html, StyleSheets());
        var scripts = await Weigh(client, html, Scripts());
        Check(path, "HTML", page, MostHtml, wrong);
        Check(path, "CSS", css.Bytes, MostCss, wrong);
        Check(path, "JavaScript", scripts.Bytes, MostScript, wrong);
        Check(path, "bytes of a first visit", page + css.Bytes + scripts.Bytes, MostFirstVisit, wrong);
        Check(path, "files", 2 + css.Files + scripts.Files, MostFiles, wrong);
    }

    [Fact]
    public void No_script_is_long_and_nothing_is_from_elsewhere()
    {
        var root = Path.Combine(Sources.Web, "wwwroot");
        Assert.False(Directory.Exists(Path.Combine(root, "lib")), "wwwroot/lib is where templates put other people's code.");
        foreach (var file in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Where(file => file.EndsWith(".js", StringComparison.Ordinal) || file.EndsWith(".css", StringComparison.Ordinal)))
        {
            var text = File.ReadAllText(file);
            Assert.False(Foreign().IsMatch(text), $"{file} carries somebody's licence.");
            Assert.True(text.Split('\n').Length <= 250 || file.EndsWith(".css", StringComparison.Ordinal), $"{file} has more than 250 lines.");
        }
    }

    private static void Check(string path, string what, int has, int most, List<string> wrong)
    {
        if (has > most)
        {
            wrong.Add(FormattableString.Invariant($"{path}: {what} {has}, at most {most}"));
        }
    }

    private static async Task<(int Bytes, int Files)> Weigh(HttpClient client, string html, Regex references)
    {
        var (bytes, files) = (0, 0);
        foreach (Match match in references.Matches(html))
        {
            bytes += Compressed(await client.GetStringAsync(new Uri(match.Groups[1].Value, UriKind.Relative)));
            files++;
        }

        return (bytes, files);
    }

    private static int Compressed(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var buffer = new byte[BrotliEncoder.GetMaxCompressedLength(bytes.Length)];
        return BrotliEncoder.TryCompress(bytes, buffer, out var written, 9, 22) ? written : bytes.Length;
    }

    [GeneratedRegex("<link rel=\"stylesheet\" href=\"([^\"]+)\"")]
    private static partial Regex StyleSheets();

    [GeneratedRegex("<script[^>]* src=\"([^\"]+)\"")]
    private static partial Regex Scripts();

    [GeneratedRegex("@license|Copyright \\(c\\)|jQuery|Bootstrap v", RegexOptions.IgnoreCase)]
    private static partial Regex Foreign();
}
