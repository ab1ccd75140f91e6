namespace Msp.Billing.Documents.Pdf.Metadata;

/// <summary>What a document says of itself, to catalogues and archives.</summary>
/// <param name="Title">Its title, as a window shows it.</param>
/// <param name="Author">Who issued it.</param>
/// <param name="Language">The language of its texts, such as <c>de</c> (BCP 47).</param>
/// <param name="Created">When it came to be: a date of the document's own, never the clock's.</param>
internal sealed record DocumentInformation(string Title, string Author, string Language, DateTimeOffset Created)
{
    /// <summary>The program that wrote it.</summary>
    public const string Producer = "Msp.Billing";

    /// <summary>The name of the electronic invoice inside, where there is one: then the metadata announce it (Factur-X 1.0, chapter 6).</summary>
    public string? ElectronicInvoice { get; init; }
}
