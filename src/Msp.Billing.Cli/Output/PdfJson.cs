namespace Msp.Billing.Cli.Output;

/// <summary>A document that was written as a PDF.</summary>
/// <param name="Number">The document's number.</param>
/// <param name="File">Where it is.</param>
/// <param name="Bytes">How large it is.</param>
/// <param name="Sha256">The hash of its bytes, in hexadecimal.</param>
/// <param name="Written">False where the file was there with the same bytes.</param>
internal sealed record PdfJson(string Number, string File, int Bytes, string Sha256, bool Written);
