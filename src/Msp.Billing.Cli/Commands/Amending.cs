using Msp.Billing.Contracts;
using Msp.Billing.EntityFrameworkCore;
using Msp.Billing.EntityFrameworkCore.Contracts;

namespace Msp.Billing.Cli.Commands;

/// <summary>An amendment that is being made.</summary>
/// <param name="Context">The call.</param>
/// <param name="Store">The database, in a transaction.</param>
/// <param name="Seller">Whose contract.</param>
/// <param name="Stored">The contract; the amendment is made on it.</param>
/// <param name="Note">From when, by whom and why.</param>
internal sealed record Amending(CommandContext Context, BillingStore Store, long Seller, StoredContract Stored, AmendmentNote Note)
{
    /// <summary>The contract.</summary>
    public Contract Contract => Stored.Contract;
}
