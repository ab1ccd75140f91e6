namespace Msp.Billing.EntityFrameworkCore.Quotes;

/// <summary>A link without its token, which nobody can read back.</summary>
/// <param name="Id">Its number in storage.</param>
/// <param name="Revision">The revision that it leads to.</param>
/// <param name="ContactName">For whom.</param>
/// <param name="ContactEmail">Where it was sent; empty when unknown.</param>
/// <param name="CreatedAt">When, in UTC.</param>
/// <param name="CreatedBy">By whom.</param>
/// <param name="ExpiresAt">From when it no longer opens, in UTC.</param>
/// <param name="RevokedAt">When it was revoked, in UTC; null while it holds.</param>
public sealed record QuoteLink(
    long Id, int Revision, string ContactName, string ContactEmail, DateTimeOffset CreatedAt, string CreatedBy, DateTimeOffset ExpiresAt, DateTimeOffset? RevokedAt);
