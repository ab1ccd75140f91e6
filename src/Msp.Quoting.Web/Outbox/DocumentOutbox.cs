using System.Net.Mail;
using Microsoft.Extensions.Options;
using Msp.Billing.EntityFrameworkCore.Delivery;
using Msp.Quoting.Web.Hosting;

namespace Msp.Quoting.Web.Outbox;

/// <summary>Hands posted documents to the mail server of the settings, or writes them as files while none is set.</summary>
internal sealed class DocumentOutbox(IOptions<OutboxOptions> options, DatabaseFile file) : IDocumentOutbox
{
    /// <inheritdoc/>
    public void Put(DocumentLetter letter)
    {
        ArgumentNullException.ThrowIfNull(letter);
        var settings = options.Value;
        if (settings.Host is not { Length: > 0 } host)
        {
            new FolderOutbox(Path.GetFullPath(settings.Folder, file.Folder), settings.From).Put(letter);
            return;
        }

        try
        {
            using var message = FolderOutbox.Message(letter, settings.From);
            using var client = new SmtpClient(host, settings.Port)
            {
                EnableSsl = true,
                Credentials = settings.User is { } user ? new System.Net.NetworkCredential(user, settings.Password) : null,
            };
            client.Send(message);
        }
        catch (Exception exception) when (exception is SmtpException or FormatException)
        {
            throw new IOException($"The letter of {letter.Document} to '{letter.ToAddress}' could not be sent: {exception.Message}", exception);
        }
    }
}
