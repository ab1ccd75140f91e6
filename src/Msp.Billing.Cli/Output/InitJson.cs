namespace Msp.Billing.Cli.Output;

/// <summary>What <c>msp init</c> did.</summary>
/// <param name="Database">The file.</param>
/// <param name="DatabaseAction">created, migrated, or unchanged.</param>
/// <param name="Seller">The seller as it is now; null when the database has none or none was named among several.</param>
/// <param name="SellerAction">added, changed, unchanged, or none.</param>
internal sealed record InitJson(string Database, string DatabaseAction, SellerJson? Seller, string SellerAction);
