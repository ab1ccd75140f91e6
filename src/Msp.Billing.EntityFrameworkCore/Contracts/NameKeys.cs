namespace Msp.Billing.EntityFrameworkCore.Contracts;

/// <summary>Gives the customers of an older database the keys by which their names are sorted and found.</summary>
/// <remarks>A migration cannot: the rule is written once, here and not in the words of two databases. Killed in between, it goes on with the next attempt to bring the database up to date.</remarks>
internal static class NameKeys
{
    private const int AtOnce = 5_000;

    internal static void Fill(BillingStore store)
    {
        while (Missing(store) is { Count: > 0 } missing)
        {
            using var transaction = store.Begin();
            using var update = store.Prepare("UPDATE customer SET name_key = ?3 WHERE seller_id = ?1 AND customer_id = ?2");
            foreach (var (seller, customer, name) in missing)
            {
                update.Bind(1, seller).Bind(2, customer).Bind(3, NameKey.Of(name)).Run();
            }

            transaction.Commit();
        }
    }

    private static List<(long Seller, long Customer, string Name)> Missing(BillingStore store)
    {
        using var rows = store.Prepare("SELECT seller_id, customer_id, name FROM customer WHERE name_key = '' LIMIT ?1");
        rows.Bind(1, (long)AtOnce);
        var missing = new List<(long, long, string)>();
        while (rows.Step())
        {
            missing.Add((rows.Int64(0), rows.Int64(1), rows.UniqueText(2)));
        }

        return missing;
    }
}
