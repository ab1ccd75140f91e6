using Microsoft.Extensions.Options;
using MimeKit;
using Msp.Quoting.Web.Hosting;

namespace Msp.Quoting.Web.Outbox;

/// <summary>Hands letters to a mail server, or writes them as <c>.eml</c> files that any mail program opens while no server is set.</summary>
internal sealed class MailOutbox(IOptions<OutboxOptions> options, DatabaseFile file, ILogger<MailOutbox> log) : IOutbox
{
    private static readonly Action<ILogger, string, Exception?> NotSent =
        LoggerMessage.Define<string>(LogLevel.Warning, new EventId(1, nameof(NotSent)), "The letter to {Address} could not be sent.");

    /// <inheritdoc/>
    public async Task Send(Letter letter, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(letter);
        var settings = options.Value;
        try
        {
            using var message = Message(letter, settings.From);
            await (settings.Host is { Length: > 0 } host ? new MailServer(host, settings).Send(message, cancellation) : Write(message, Path.GetFullPath(settings.Folder, file.Folder), cancellation));
        }
        catch (Exception exception) when (exception is OutboxException or FormatException or IOException or UnauthorizedAccessException)
        {
            // Never the text: it has the link in it.
            NotSent(log, letter.ToAddress, exception);
            throw exception as OutboxException ?? new OutboxException($"The letter to {letter.ToAddress} could not be sent: {exception.Message}", exception);
        }
    }

    private static MimeMessage Message(Letter letter, string from)
    {
        var message = new MimeMessage { Subject = letter.Subject, Body = new TextPart("plain") { Text = letter.Text } };
        message.From.Add(MailboxAddress.Parse(from));
        var to = MailboxAddress.Parse(letter.ToAddress);
        to.Name = letter.ToName;
        message.To.Add(to);
        return message;
    }

    // A file appears whole or not at all: what picks letters up never finds half of one.
    private static async Task Write(MimeMessage message, string folder, CancellationToken cancellation)
    {
        var place = Path.Combine(Directory.CreateDirectory(folder).FullName, Guid.NewGuid().ToString());
        await message.WriteToAsync(place + ".making", cancellation);
        File.Move(place + ".making", place + ".eml");
    }
}
