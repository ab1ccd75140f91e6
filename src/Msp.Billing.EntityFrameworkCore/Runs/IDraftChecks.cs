namespace Msp.Billing.EntityFrameworkCore.Runs;

/// <summary>Gives each thread of a preview a check of its own.</summary>
public interface IDraftChecks
{
    /// <summary>A check that reads from a connection.</summary>
    /// <param name="store">The connection; the check does not close it.</param>
    /// <param name="sellerId">The seller's number in storage.</param>
    IDraftCheck Begin(BillingStore store, long sellerId);
}
