using Microsoft.Extensions.Options;
using MimeKit;
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
            // Documents are sent one after the other by a worker of their own, which waits for each.
            Send(letter, host, settings).GetAwaiter().GetResult();
        }
        catch (Exception exception) when (exception is OutboxException or FormatException)
        {
            throw new IOException($"The letter of {letter.Document} to '{letter.ToAddress}' could not be sent: {exception.Message}", exception);
        }
    }

    private static async Task Send(DocumentLetter letter, string host, OutboxOptions settings)
    {
        using var written = FolderOutbox.Message(letter, settings.From);
        using var message = MimeMessage.CreateFromMailMessage(written);
        await new MailServer(host, settings).Send(message, CancellationToken.None);
    }
}
