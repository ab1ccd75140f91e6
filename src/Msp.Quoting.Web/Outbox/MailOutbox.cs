using System.Net;
using System.Net.Mail;
using Microsoft.Extensions.Options;
using Msp.Quoting.Web.Hosting;

namespace Msp.Quoting.Web.Outbox;

/// <summary>Hands letters to a mail server, or writes them as <c>.eml</c> files that any mail program opens while no server is set.</summary>
/// <remarks>The framework's own client is enough for short plain letters over STARTTLS; a server that needs more takes another <see cref="IOutbox"/>.</remarks>
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
            using var message = new MailMessage(new MailAddress(settings.From), new MailAddress(letter.ToAddress, letter.ToName)) { Subject = letter.Subject, Body = letter.Text };
            using var client = Client(settings);
            await client.SendMailAsync(message, cancellation);
        }
        catch (Exception exception) when (exception is SmtpException or FormatException or IOException or UnauthorizedAccessException)
        {
            // Never the text: it has the link in it.
            NotSent(log, letter.ToAddress, exception);
            throw new OutboxException($"The letter to {letter.ToAddress} could not be sent: {exception.Message}", exception);
        }
    }

    private SmtpClient Client(OutboxOptions settings)
    {
        if (settings.Host is { Length: > 0 } host)
        {
            return new SmtpClient(host, settings.Port) { EnableSsl = settings.UsesTls, Credentials = settings.User is { } user ? new NetworkCredential(user, settings.Password) : null };
        }

        var folder = Directory.CreateDirectory(Path.GetFullPath(settings.Folder, file.Folder)).FullName;
        return new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = folder };
    }
}
