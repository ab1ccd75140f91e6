using Msp.Billing.Contracts;
using Msp.Billing.EntityFrameworkCore.Invoicing;

namespace Msp.Billing.EntityFrameworkCore.Delivery;

/// <summary>Writes the letter that a posted document is sent with: its text, and what is attached.</summary>
public interface IDocumentLetters
{
    /// <summary>The letter of a document. The same document gives the same letter, whenever it is asked for.</summary>
    /// <param name="store">Where more can be read of it.</param>
    /// <param name="sellerId">The seller's number in storage.</param>
    /// <param name="stored">The document.</param>
    /// <param name="seller">Who issues it.</param>
    /// <param name="customer">Who receives it; has an e-mail address.</param>
    /// <exception cref="IOException">It cannot be written; the message says what to put right.</exception>
    DocumentLetter LetterOf(BillingStore store, long sellerId, StoredDocument stored, Seller seller, Customer customer);
}
