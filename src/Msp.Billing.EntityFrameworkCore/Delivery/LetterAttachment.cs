namespace Msp.Billing.EntityFrameworkCore.Delivery;

/// <summary>A file that goes with a letter.</summary>
/// <param name="FileName">Its name, without a folder.</param>
/// <param name="MediaType">What it is, such as <c>application/pdf</c>.</param>
/// <param name="Content">Its bytes.</param>
public sealed record LetterAttachment(string FileName, string MediaType, ReadOnlyMemory<byte> Content);
