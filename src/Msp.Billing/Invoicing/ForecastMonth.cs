namespace Msp.Billing.Invoicing;

/// <summary>What a run of one month would bill, if nothing changes that is not known yet.</summary>
/// <param name="Through">The last due day of the run.</param>
/// <param name="Draft">What it bills; null when nothing.</param>
public sealed record ForecastMonth(DateOnly Through, InvoiceDraft? Draft);
