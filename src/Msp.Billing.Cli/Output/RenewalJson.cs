namespace Msp.Billing.Cli.Output;

/// <summary>A contract that renews by itself unless notice is given by a day, or that ends.</summary>
internal sealed record RenewalJson(string Contract, string Customer, string Name, string TermEnd, string? NoticeBy, bool Ends, string Currency, decimal Mrr, decimal Arr);
