using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Msp.Quoting.Web.Tests.Hosting;

namespace Msp.Quoting.Web.Tests.Runs;

/// <summary>The web tool as a process of its own, which can be killed. Sessions outlive it: its keys are beside the database.</summary>
internal sealed partial class WebProcess : IDisposable
{
    private readonly Process _process;
    private readonly Uri _address;

    private WebProcess(Process process, Uri address) => (_process, _address) = (process, address);

    /// <summary>Starts it and waits until it listens.</summary>
    /// <param name="database">The file.</param>
    /// <param name="published">The folder that it was published into, to run as it is installed; null for the one that was built with the tests.</param>
    public static async Task<WebProcess> Start(string database, string? published = null)
    {
        var folder = published ?? AppContext.BaseDirectory;
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = folder };
        foreach (var argument in (string[])[Path.Combine(folder, "Msp.Quoting.Web.dll"), "--urls=http://127.0.0.1:0", "--Database:Path=" + database, "--Runs:ChunkSize=1"])
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["ASPNETCORE_ENVIRONMENT"] = published is null ? "Development" : "Production";
        start.Environment["Logging__LogLevel__Default"] = "Information";
        var process = Process.Start(start) ?? throw new InvalidOperationException("The process did not start.");
        _ = process.StandardError.ReadToEndAsync();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (Listening().Match(line) is { Success: true } found)
            {
                // What it says from now on is not read, and must not fill the pipe.
                _ = process.StandardOutput.ReadToEndAsync();
                return new WebProcess(process, new Uri(found.Groups[1].Value));
            }
        }

        throw new InvalidOperationException("The tool ended before it listened.");
    }

    /// <summary>Signs somebody in; the cookies are good for the processes after this one, too.</summary>
    public async Task<CookieContainer> SignIn(string who)
    {
        var cookies = new CookieContainer();
        await Press(cookies, "/signin", "/signin", new("Input.Email", Site.EmailOf(who)), new("Input.Password", Site.Password));
        return cookies;
    }

    /// <summary>Reads a page.</summary>
    public async Task<string> Read(CookieContainer cookies, string path)
    {
        using var client = Client(cookies);
        return WebUtility.HtmlDecode(await client.GetStringAsync(new Uri(path, UriKind.Relative)));
    }

    /// <summary>Asks for something as a browser does that takes Brotli.</summary>
    /// <returns>The answer as it came, compressed where it is.</returns>
    public async Task<HttpResponseMessage> Ask(CookieContainer cookies, string path)
    {
        using var client = Client(cookies);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative)) { Headers = { AcceptEncoding = { new System.Net.Http.Headers.StringWithQualityHeaderValue("br") } } };
        return await client.SendAsync(request);
    }

    /// <summary>Presses a button of a page.</summary>
    public async Task Press(CookieContainer cookies, string page, string action, params KeyValuePair<string, string>[] fields)
    {
        using var client = Client(cookies);
        var form = await client.GetStringAsync(new Uri(page, UriKind.Relative));
        using var content = new FormUrlEncodedContent([.. fields, new("__RequestVerificationToken", Site.TokenOf(form))]);
        using var answer = await client.PostAsync(new Uri(action, UriKind.Relative), content);
        Assert.True(answer.IsSuccessStatusCode, $"{action} answered {answer.StatusCode}");
    }

    /// <summary>Sends a file with the form of a page.</summary>
    public async Task Upload(CookieContainer cookies, string page, string field, string name, byte[] bytes)
    {
        using var client = Client(cookies);
        var form = await client.GetStringAsync(new Uri(page, UriKind.Relative));
        using var token = new StringContent(Site.TokenOf(form));
        using var file = new ByteArrayContent(bytes);
        using var content = new MultipartFormDataContent { { token, "__RequestVerificationToken" }, { file, field, name } };
        using var answer = await client.PostAsync(new Uri(page, UriKind.Relative), content);
        Assert.True(answer.IsSuccessStatusCode, $"{page} answered {answer.StatusCode}");
    }

    /// <summary>Ends it as a power cut would.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            Kill();
        }

        _process.Dispose();
    }

    private HttpClient Client(CookieContainer cookies)
    {
        // The client disposes of its handler.
#pragma warning disable CA2000
        return new HttpClient(new HttpClientHandler { CookieContainer = cookies, CheckCertificateRevocationList = true }) { BaseAddress = _address };
#pragma warning restore CA2000
    }

    [GeneratedRegex(@"Now listening on: (http://127\.0\.0\.1:\d+)")]
    private static partial Regex Listening();
}
