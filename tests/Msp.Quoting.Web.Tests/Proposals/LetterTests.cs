using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Msp.Quoting.Web.Hosting;
using Msp.Quoting.Web.Localization;
using Msp.Quoting.Web.Outbox;
using Msp.Quoting.Web.Proposals;
using Site = Msp.Quoting.Web.Tests.Hosting.Site;

namespace Msp.Quoting.Web.Tests.Proposals;

/// <summary>The letter with the link, as a mail server gets it.</summary>
public sealed partial class LetterTests(Site site)
{
    private static readonly string Link = "https://quotes.example/p/" + new string('k', 43);

    [Fact]
    public async Task A_mail_server_gets_envelope_subject_text_and_link()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var conversation = Serve(() => listener.AcceptTcpClientAsync(TestContext.Current.CancellationToken).AsTask(), TestContext.Current.CancellationToken);
        await Mail(listener).SendLink(
            "Dana Whitfield", "dana@harbor.example", "Your proposal Q-2026-0148", "Dear Dana,\nhere is what we talked about.", Link, TestContext.Current.CancellationToken);
        var (commands, data) = await conversation;

        Assert.Contains("MAIL FROM:<quotes@northwind.example>", commands);
        Assert.Contains("RCPT TO:<dana@harbor.example>", commands);
        Assert.Equal(1, commands.Count(command => command.StartsWith("RCPT", StringComparison.Ordinal)));
        var end = data.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var head = data[..end];
        Assert.Contains("Subject: Your proposal Q-2026-0148", head, StringComparison.Ordinal);
        Assert.Matches("To: \"?Dana Whitfield\"? <dana@harbor.example>", head);
        var text = Decoded(head, data[(end + 4)..]);
        Assert.StartsWith("Dear Dana,\nhere is what we talked about.\n\n" + Link + "\n\n", text, StringComparison.Ordinal);
        Assert.Contains("meant for you alone", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_refuses_is_said_without_the_link()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var conversation = Serve(() => listener.AcceptTcpClientAsync(TestContext.Current.CancellationToken).AsTask(), TestContext.Current.CancellationToken, refusal: "550 No such mailbox here");
        var refused = await Assert.ThrowsAsync<OutboxException>(() => Mail(listener).SendLink(
            "Dana Whitfield", "dana@harbor.example", "Your proposal", "Dear Dana.", Link, TestContext.Current.CancellationToken));
        Assert.DoesNotContain(Link, refused.ToString(), StringComparison.Ordinal);
        Assert.Contains("dana@harbor.example", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("DATA", (await conversation).Commands);
    }

    private ProposalMail Mail(TcpListener listener)
    {
        var options = new OutboxOptions { Host = "127.0.0.1", Port = ((IPEndPoint)listener.LocalEndpoint).Port, UsesTls = false, From = "quotes@northwind.example" };
        var outbox = new MailOutbox(Options.Create(options), site.Host.Services.GetRequiredService<DatabaseFile>(), NullLogger<MailOutbox>.Instance);
        return new ProposalMail(outbox, new Texts(), NullLogger<ProposalMail>.Instance);
    }

    // The server's half of RFC 5321, as far as one letter needs it.
    private static async Task<(List<string> Commands, string Data)> Serve(Func<Task<TcpClient>> accept, CancellationToken cancellation, string? refusal = null)
    {
        using var client = await accept();
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.Latin1);
        await using var writer = new StreamWriter(stream, Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
        var (commands, data) = (new List<string>(), new StringBuilder());
        await writer.WriteLineAsync("220 test.example");
        while (await reader.ReadLineAsync(cancellation) is { } command)
        {
            commands.Add(command.Trim());
            if (command.StartsWith("DATA", StringComparison.Ordinal))
            {
                await writer.WriteLineAsync("354 Go on");
                while (await reader.ReadLineAsync(cancellation) is { } line && line != ".")
                {
                    data.Append(line.StartsWith("..", StringComparison.Ordinal) ? line[1..] : line).Append("\r\n");
                }
            }

            var isQuit = command.StartsWith("QUIT", StringComparison.Ordinal);
            await writer.WriteLineAsync(isQuit ? "221 Bye" : command.StartsWith("RCPT", StringComparison.Ordinal) && refusal is not null ? refusal : "250 Fine");
            if (isQuit)
            {
                break;
            }
        }

        return (commands, data.ToString());
    }

    private static string Decoded(string head, string body)
    {
        var text = head.Contains("base64", StringComparison.OrdinalIgnoreCase) ? Encoding.UTF8.GetString(Convert.FromBase64String(body.ReplaceLineEndings("")))
            : head.Contains("quoted-printable", StringComparison.OrdinalIgnoreCase) ? Encoded().Replace(body.Replace("=\r\n", "", StringComparison.Ordinal), match => ((char)Convert.ToByte(match.Groups[1].Value, 16)).ToString())
            : body;
        return text.ReplaceLineEndings("\n");
    }

    [GeneratedRegex("=([0-9A-F]{2})")]
    private static partial Regex Encoded();
}
