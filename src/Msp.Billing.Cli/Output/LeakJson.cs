namespace Msp.Billing.Cli.Output;

/// <summary>Units that are counted or committed and not billed.</summary>
internal sealed record LeakJson(
    string Contract, string Customer, string Name, int Line, string Charge, string Unit, string Kind, decimal Counted, decimal Billed, decimal Units, string Since,
    string Currency, decimal Monthly);
