using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Msp.Billing.EntityFrameworkCore.Quotes;
using Msp.Billing.Quotes;
using Msp.Quoting.Web.Hosting;
using Msp.Quoting.Web.Staff;
using Msp.Quoting.Web.Tests.Pages;
using Msp.Quoting.Web.Tests.Runs;

namespace Msp.Quoting.Web.Tests.Hosting;

/// <summary>The tool as it is installed: published from the sources into an empty folder, run from there as it runs for people.</summary>
public sealed partial class PublishTests : IDisposable
{
    private const int MostFirstVisit = 45 * 1024;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("msp-published-");

    [Fact]
    public async Task Every_file_that_a_page_asks_for_is_there_compressed_and_kept_for_good()
    {
        var publishing = Task.Run(() => Publish(Path.Combine(_folder.FullName, "app"), Path.Combine(_folder.FullName, "build")));
        var (database, link) = await Fill(Path.Combine(_folder.FullName, "data"));
        await publishing;
        using var tool = await WebProcess.Start(database, Path.Combine(_folder.FullName, "app"));
        var staff = await tool.SignIn("all");
        var (wrong, weights) = (new List<string>(), new Dictionary<string, int>(StringComparer.Ordinal));
        string[] pages =
        [
            .. PageList.SignedIn.Where(path => !path.StartsWith("/dev/", StringComparison.Ordinal)), // the gallery is for developers
            $"/quotes/{SampleQuotes.Sent}/preview", $"/quotes/{SampleQuotes.Draft}/send", $"/quotes/{SampleQuotes.Draft}/approval", link,
        ];
        foreach (var path in pages)
        {
            using var page = await tool.Ask(path == link ? new CookieContainer() : staff, path);
            var sent = await page.Content.ReadAsByteArrayAsync();
            if (page.StatusCode != HttpStatusCode.OK || !page.Content.Headers.ContentEncoding.Contains("br"))
            {
                wrong.Add($"{path} answered {(int)page.StatusCode} {page.Content.Headers}");
                continue;
            }

            var weight = sent.Length;
            foreach (var asset in Assets().Matches(await Text(sent)).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value)).Distinct())
            {
                var address = new Uri(new Uri("http://tool" + path), asset);
                if (!address.Query.Contains("handler=", StringComparison.Ordinal))
                {
                    weight += weights.TryGetValue(address.PathAndQuery, out var known) ? known : weights[address.PathAndQuery] = await Weigh(tool, path, address.PathAndQuery, wrong);
                }
            }

            if (weight > MostFirstVisit)
            {
                wrong.Add(FormattableString.Invariant($"{path}: a first visit is {weight} bytes, at most {MostFirstVisit}"));
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Contains(weights.Keys, asset => asset.Contains("proposal", StringComparison.Ordinal));
        Assert.Contains(weights.Keys, asset => asset.EndsWith(".js", StringComparison.Ordinal));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static async Task<int> Weigh(WebProcess tool, string page, string asset, List<string> wrong)
    {
        using var answer = await tool.Ask(new CookieContainer(), asset);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        if (answer.StatusCode != HttpStatusCode.OK || bytes.Length == 0 || !answer.Content.Headers.ContentEncoding.Contains("br") ||
            answer.Headers.CacheControl?.ToString().Contains("immutable", StringComparison.Ordinal) != true)
        {
            wrong.Add($"{page} asks for {asset}, which answered {(int)answer.StatusCode}, {bytes.Length} bytes, '{answer.Headers.CacheControl}', '{string.Join(' ', answer.Content.Headers.ContentEncoding)}'");
        }

        return bytes.Length;
    }

    // The company of the other tests, in a file of its own, and a proposal whose link is known.
    private static async Task<(string Database, string Link)> Fill(string folder)
    {
        Directory.CreateDirectory(folder);
        await using var host = new WebHost(folder);
        host.StartServer();
        var sellerId = await Site.Fill(host);
        using (var scope = host.Services.CreateScope())
        {
            // The tool that is started has the machine's clock; the company stays in its own month.
            var web = scope.ServiceProvider.GetRequiredService<WebDb>();
            web.Settings.Single().ClockBehindTicks = (TimeProvider.System.GetUtcNow() - host.Clock.GetUtcNow()).Ticks;
            await web.SaveChangesAsync();
        }

        using var store = host.Services.GetRequiredService<DatabaseFile>().Open();
        var at = new DateTimeOffset(2026, 4, 1, 8, 0, 0, TimeSpan.Zero);
        var token = new QuoteLinks(store, sellerId).Create(SampleQuotes.Sent, "Dana", "dana@harbor.example", at.AddYears(20), new QuoteNote(new DateOnly(2026, 4, 1), at, "all@northwind.example"));
        return (host.DatabasePath, "/p/" + token + "/");
    }

    // Built apart from the folders of the repository, so that nothing of an earlier build is taken and nothing that runs beside it is disturbed.
    // Analysers have their say when the repository is built.
    private static void Publish(string app, string build)
    {
        var start = new ProcessStartInfo("dotnet", [
            "publish", Sources.Web, "-c", "Release", "-o", app, "--artifacts-path", build, "--nologo", "-v", "quiet", "-nodeReuse:false", "-p:UseSharedCompilation=false", "-p:RunAnalyzers=false"])
        { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var inherited in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(inherited);
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"dotnet publish ended with {process.ExitCode}:\n{output}{errors.GetAwaiter().GetResult()}");
    }

    private static async Task<string> Text(byte[] compressed)
    {
        await using var brotli = new BrotliStream(new MemoryStream(compressed), CompressionMode.Decompress);
        using var reader = new StreamReader(brotli, Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }

    [GeneratedRegex("<(?:link|script|img)\\b[^>]*?\\b(?:href|src)=\"([^\"]+)\"")]
    private static partial Regex Assets();
}
