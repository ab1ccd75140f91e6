namespace Msp.Billing.Cli.Output;

/// <summary>A run whose documents were written as PDFs.</summary>
/// <param name="Run">The run's number.</param>
/// <param name="Folder">Where they are.</param>
/// <param name="Documents">How many the run has.</param>
/// <param name="Written">How many were written now.</param>
/// <param name="Unchanged">How many were there with the same bytes.</param>
/// <param name="Problems">Which could not be printed, and why.</param>
internal sealed record PdfRunJson(string Run, string Folder, int Documents, int Written, int Unchanged, IReadOnlyList<PdfProblemJson> Problems);
