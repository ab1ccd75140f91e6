namespace Msp.Billing.Documents.Pdf.Pages;

/// <summary>What stands in an element: another one, or a piece of a page's content.</summary>
/// <param name="Element">The other element; null where it is content.</param>
/// <param name="Page">The page's place in the document, from 0.</param>
/// <param name="Content">The number of the content on its page, from 0.</param>
internal readonly record struct StructureKid(StructureElement? Element, int Page, int Content);
