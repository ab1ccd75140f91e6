namespace Msp.Billing.Documents.Pdf.Metadata;

/// <summary>A file that rides along inside a document (PDF/A-3, 6.8).</summary>
/// <param name="Name">Its name, such as <c>factur-x.xml</c>.</param>
/// <param name="MediaType">What it is, such as <c>text/xml</c>.</param>
/// <param name="Description">What it is, for people.</param>
/// <param name="Relationship">What it is to the document: <c>Alternative</c> where it says the same, <c>Data</c>, <c>Source</c> or <c>Supplement</c>.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record AttachedFile(string Name, string MediaType, string Description, string Relationship, ReadOnlyMemory<byte> Content);
