using System.Net.Mail;
using System.Net.Mime;

namespace Msp.Billing.EntityFrameworkCore.Delivery;

/// <summary>Writes letters as <c>.eml</c> files, one a document, that any mail program opens and any mail server picks up.</summary>
/// <remarks>A file appears whole or not at all, under the document's number: written again after an interruption it takes its own place.</remarks>
/// <param name="folder">The folder; made when it is not there.</param>
/// <param name="from">The address that letters come from.</param>
public sealed class FolderOutbox(string folder, string from) : IDocumentOutbox
{
    /// <inheritdoc/>
    public void Put(DocumentLetter letter)
    {
        ArgumentNullException.ThrowIfNull(letter);
        var place = Directory.CreateDirectory(folder).FullName;
        var making = Directory.CreateDirectory(Path.Combine(place, ".making-" + letter.Document)).FullName;
        foreach (var left in Directory.EnumerateFiles(making))
        {
            File.Delete(left);
        }

        try
        {
            using var message = Message(letter, from);
            using (var client = new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = making })
            {
                client.Send(message);
            }

            File.Move(Directory.EnumerateFiles(making).Single(), Path.Combine(place, letter.Document + ".eml"), overwrite: true);
            Directory.Delete(making, recursive: true);
        }
        catch (Exception exception) when (exception is SmtpException or FormatException)
        {
            throw new IOException($"The letter of {letter.Document} to '{letter.ToAddress}' could not be written: {exception.Message}", exception);
        }
    }

    /// <summary>The letter as the framework sends it.</summary>
    /// <param name="letter">The letter.</param>
    /// <param name="from">The address that it comes from.</param>
    /// <exception cref="FormatException">An address is none.</exception>
    public static MailMessage Message(DocumentLetter letter, string from)
    {
        ArgumentNullException.ThrowIfNull(letter);
        var message = new MailMessage(new MailAddress(from), new MailAddress(letter.ToAddress, letter.ToName)) { Subject = letter.Subject, Body = letter.Text };

        // Mail programs show two letters of one number as one.
        message.Headers.Add("Message-ID", $"<{letter.Document}@{new MailAddress(from).Host}>");
        foreach (var attachment in letter.Attachments)
        {
            message.Attachments.Add(new Attachment(new MemoryStream(attachment.Content.ToArray()), attachment.FileName, attachment.MediaType)
            {
                TransferEncoding = TransferEncoding.Base64,
            });
        }

        return message;
    }
}
