using Msp.Billing.Quotes;

namespace Msp.Billing.Cli.Output;

/// <summary>What verifying a receipt found, for programs.</summary>
internal sealed record QuoteVerifyJson(
    bool Valid, IReadOnlyList<string> Altered, bool? Stored, string Seal, string? Quote, int? Revision, string? Option, string? Name, string? Role, DateTimeOffset? At,
    string? Consent, string? ConsentLanguage)
{
    /// <summary>A verification, with whether the database has the same acceptance; null when it was not asked.</summary>
    public static QuoteVerifyJson Of(ReceiptVerification verified, bool valid, bool? stored) => new(
        valid, verified.Altered, stored, verified.Seal, verified.Acceptance?.Quote, verified.Acceptance?.Revision, verified.Acceptance?.Choice.Option,
        verified.Acceptance?.Signer.Name, verified.Acceptance?.Signer.Role, verified.Acceptance?.Signer.At,
        verified.Acceptance?.Consent.Text, verified.Acceptance?.Consent.Language);
}
