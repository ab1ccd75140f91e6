using Msp.Billing.EntityFrameworkCore.Ledger;

namespace Msp.Billing.Cli.Output;

/// <summary>A correction of a posted document: what it gives, and what became of it. A dry run has no number and no proposer.</summary>
internal sealed record CorrectionJson(
    long? Number, string Document, string Kind, IReadOnlyList<int> Lines, string Day, bool AsDiscount, string Reason, string State, string Currency, decimal Given, decimal? Billed,
    string? ProposedBy, string? DecidedBy, string? DeclinedBecause, string? CreditNote, string? Rebilled)
{
    /// <summary>The shape of one that was proposed.</summary>
    public static CorrectionJson Of(Correction row) => new(
        row.Number, row.Request.Document, EnumText.Name(row.Request.Kind), row.Request.Lines, Text.Day(row.Request.Day), row.Request.AsDiscount, row.Request.Reason, StateOf(row),
        row.Given.Currency.Code, row.Given.Amount, row.Billed?.Amount, row.ProposedBy, row.DecidedBy, row.DeclinedBecause, row.CreditNote, row.Rebilled);

    /// <summary>The shape of what would be given.</summary>
    public static CorrectionJson Of(CorrectionRequest request, CorrectionFigures figures) => new(
        null, request.Document, EnumText.Name(request.Kind), request.Lines, Text.Day(request.Day), request.AsDiscount, request.Reason, "dryRun",
        figures.Given.Currency.Code, figures.Given.Amount, figures.Billed?.Amount, null, null, null, null, null);

    /// <summary>Proposed, issued or declined.</summary>
    public static string StateOf(Correction row) => row.Decision is { } decision ? EnumText.Name(decision) : "proposed";
}
