using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using MimeKit;
using Msp.Billing.EntityFrameworkCore.Delivery;
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
        await using var server = new SmtpPeer([]);
        await Mail(server).SendLink(
            "Dana Whitfield", "dana@harbor.example", "Your proposal Q-2026-0148", "Dear Dana,\nhere is what we talked about.", Link, TestContext.Current.CancellationToken);
        var (commands, data) = await server.Conversation;

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
        await using var server = new SmtpPeer([], refusal: "550 No such mailbox here");
        var refused = await Assert.ThrowsAsync<OutboxException>(() => Mail(server).SendLink(
            "Dana Whitfield", "dana@harbor.example", "Your proposal", "Dear Dana.", Link, TestContext.Current.CancellationToken));
        Assert.DoesNotContain(Link, refused.ToString(), StringComparison.Ordinal);
        Assert.Contains("dana@harbor.example", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("DATA", (await server.Conversation).Commands);
    }

    [Fact]
    public async Task An_account_is_given_to_the_server_before_the_letter()
    {
        await using var server = new SmtpPeer(["AUTH PLAIN"]);
        await Mail(server, options => (options.User, options.Password) = ("quotes", "secret words")).SendLink(
            "Dana Whitfield", "dana@harbor.example", "Your proposal", "Dear Dana.", Link, TestContext.Current.CancellationToken);
        var commands = (await server.Conversation).Commands;
        var asked = commands.FindIndex(command => command == "AUTH PLAIN " + Convert.ToBase64String(Encoding.UTF8.GetBytes("\0quotes\0secret words")));
        Assert.InRange(asked, 1, commands.FindIndex(command => command.StartsWith("MAIL", StringComparison.Ordinal)) - 1);
    }

    [Theory]
    [InlineData(false)] // offers none
    [InlineData(true)] // offers it with a certificate that nobody vouches for
    public async Task Where_encryption_was_asked_for_nothing_goes_in_the_clear(bool offersTls)
    {
        await using var server = new SmtpPeer(offersTls ? ["STARTTLS", "AUTH PLAIN"] : ["AUTH PLAIN"]);
        await Assert.ThrowsAsync<OutboxException>(() => Mail(server, options => (options.UsesTls, options.User, options.Password) = (true, "quotes", "secret words")).SendLink(
            "Dana Whitfield", "dana@harbor.example", "Your proposal", "Dear Dana.", Link, TestContext.Current.CancellationToken));
        var commands = (await server.Conversation).Commands;
        Assert.Equal(offersTls, commands.Contains("STARTTLS"));
        Assert.DoesNotContain(commands, command => command.StartsWith("AUTH", StringComparison.Ordinal) || command.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_document_goes_to_the_server_with_its_files_and_its_own_number()
    {
        await using var server = new SmtpPeer([]);
        var outbox = new DocumentOutbox(Options.Create(Settings(server)), site.Host.Services.GetRequiredService<DatabaseFile>());
        await Task.Run(
            () => outbox.Put(new DocumentLetter("INV-2026-0000007", "Ada", "ada@harbor.example", "Invoice INV-2026-0000007", "Dear Ada.") { Attachments = [new LetterAttachment("invoice.pdf", "application/pdf", new byte[] { 37, 80, 68, 70 })] }),
            TestContext.Current.CancellationToken);
        var (commands, data) = await server.Conversation;
        Assert.Contains("RCPT TO:<ada@harbor.example>", commands);
        Assert.Contains("Message-Id: <INV-2026-0000007@northwind.example>", data, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("invoice.pdf", data, StringComparison.Ordinal);
        Assert.Contains("JVBERg==", data, StringComparison.Ordinal); // %PDF
    }

    [Fact]
    public async Task Without_a_server_a_letter_is_a_file_that_mail_programs_open()
    {
        var folder = Directory.CreateTempSubdirectory("msp-letters-").FullName;
        try
        {
            var outbox = new MailOutbox(Options.Create(new OutboxOptions { Folder = folder }), site.Host.Services.GetRequiredService<DatabaseFile>(), NullLogger<MailOutbox>.Instance);
            await outbox.Send(new Letter("Dana Whitfield", "dana@harbor.example", "Grüße", "Dear Dana,\n" + Link), TestContext.Current.CancellationToken);
            using var written = await MimeMessage.LoadAsync(Assert.Single(Directory.GetFiles(folder, "*")), TestContext.Current.CancellationToken);
            Assert.Equal("Grüße", written.Subject);
            Assert.Equal("\"Dana Whitfield\" <dana@harbor.example>", written.To.ToString());
            Assert.Equal("Dear Dana,\n" + Link, written.TextBody?.ReplaceLineEndings("\n").TrimEnd());
            Assert.EndsWith(".eml", Directory.GetFiles(folder)[0], StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static OutboxOptions Settings(SmtpPeer server) =>
        new() { Host = "127.0.0.1", Port = server.Port, UsesTls = false, From = "quotes@northwind.example" };

    private ProposalMail Mail(SmtpPeer server, Action<OutboxOptions>? change = null)
    {
        var options = Settings(server);
        change?.Invoke(options);
        var outbox = new MailOutbox(Options.Create(options), site.Host.Services.GetRequiredService<DatabaseFile>(), NullLogger<MailOutbox>.Instance);
        return new ProposalMail(outbox, new Texts(), NullLogger<ProposalMail>.Instance);
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
