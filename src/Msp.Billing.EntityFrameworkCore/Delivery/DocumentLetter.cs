using System.Collections.Immutable;

namespace Msp.Billing.EntityFrameworkCore.Delivery;

/// <summary>A posted document on its way to a customer.</summary>
/// <param name="Document">The document's number; sent again after an interruption, the letter has it again.</param>
/// <param name="ToName">For whom.</param>
/// <param name="ToAddress">The e-mail address.</param>
/// <param name="Subject">In one line.</param>
/// <param name="Text">What it says, in plain text.</param>
public sealed record DocumentLetter(string Document, string ToName, string ToAddress, string Subject, string Text)
{
    /// <summary>The files that go with it, such as the PDF and the electronic invoice.</summary>
    public ImmutableArray<LetterAttachment> Attachments { get; init; } = [];
}
