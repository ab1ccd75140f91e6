namespace Msp.Billing.EntityFrameworkCore.Delivery;

/// <summary>Takes letters and carries them away: a folder, a mail server, a service.</summary>
public interface IDocumentOutbox
{
    /// <summary>Takes a letter. Given a letter of the same document again, it must do no harm: a program that was killed before it noted the first one gives it again.</summary>
    /// <param name="letter">The letter.</param>
    /// <exception cref="IOException">It was not taken; the message says why.</exception>
    void Put(DocumentLetter letter);
}
