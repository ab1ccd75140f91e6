using Msp.Billing.Contracts;

namespace Msp.Billing.EntityFrameworkCore.Runs;

/// <summary>A seller with its key.</summary>
/// <param name="Id">Its number in storage.</param>
/// <param name="Seller">The seller.</param>
internal sealed record StoredSeller(long Id, Seller Seller);
