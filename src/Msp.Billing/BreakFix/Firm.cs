namespace Msp.Billing.BreakFix;

/// <summary>The size of the customer for whom the regimes are compared.</summary>
/// <param name="Users">People who use its computers, from 1.</param>
/// <param name="Servers">Its servers, from 0.</param>
/// <param name="Sites">Its places of work, from 1; users and servers count as spread evenly.</param>
public sealed record Firm(int Users, int Servers, int Sites = 1);
