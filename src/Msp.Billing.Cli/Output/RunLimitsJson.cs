namespace Msp.Billing.Cli.Output;

/// <summary>From where on a run says that something is out of the ordinary, for programs.</summary>
/// <param name="ChangePercent">A change is large from this share of the last amount on, in percent.</param>
/// <param name="ChangeAmount">And from this amount on.</param>
/// <param name="StaleDays">A count is old after so many days.</param>
internal sealed record RunLimitsJson(decimal ChangePercent, decimal ChangeAmount, int StaleDays);
