namespace Msp.Billing.EntityFrameworkCore.Catalog;

/// <summary>What a seller sells, as JSON documents under a kind and a code.</summary>
/// <param name="store">Where it is kept.</param>
/// <param name="sellerId">Whose catalogue.</param>
public sealed class CatalogStore(BillingStore store, long sellerId)
{
    /// <summary>Every document of a kind, by code.</summary>
    public IReadOnlyList<(string Code, string Json)> All(CatalogItemKind kind)
    {
        using var rows = store.Prepare("SELECT code, json FROM catalog_item WHERE seller_id = ?1 AND kind = ?2 ORDER BY code");
        rows.Bind(1, sellerId).Bind(2, (int)kind);
        var items = new List<(string, string)>();
        while (rows.Step())
        {
            items.Add((rows.Text(0), rows.Text(1)));
        }

        return items;
    }

    /// <summary>One document; null where there is none.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="code">Its code.</param>
    public string? Find(CatalogItemKind kind, string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        using var rows = store.Prepare("SELECT json FROM catalog_item WHERE seller_id = ?1 AND kind = ?2 AND code = ?3");
        return rows.Bind(1, sellerId).Bind(2, (int)kind).Bind(3, code).Step() ? rows.Text(0) : null;
    }

    /// <summary>Stores documents, in place of those with the same kind and code. Contracts hold their own copy of what they agreed on.</summary>
    public void Put(CatalogItemKind kind, IEnumerable<(string Code, string Json)> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        using var put = store.Prepare(
            """
            INSERT INTO catalog_item (seller_id, kind, code, json) VALUES (?1, ?2, ?3, ?4)
            ON CONFLICT (seller_id, kind, code) DO UPDATE SET json = excluded.json
            """);
        foreach (var (code, json) in items)
        {
            put.Bind(1, sellerId).Bind(2, (int)kind).Bind(3, code).Bind(4, json).Run();
        }
    }
}
