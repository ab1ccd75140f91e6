using Msp.Billing.Ledger;

namespace Msp.Billing.EntityFrameworkCore.Ledger;

/// <summary>A reminder, proposed or sent.</summary>
/// <param name="Number">Its number once it is sent; null before.</param>
/// <param name="CustomerName">Who is reminded.</param>
/// <param name="Email">Where it goes; empty when unknown.</param>
/// <param name="Action">The reminder.</param>
public sealed record DunningNotice(string? Number, string CustomerName, string Email, DunningAction Action);
