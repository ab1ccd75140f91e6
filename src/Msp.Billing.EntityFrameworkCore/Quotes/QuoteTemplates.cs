using System.Collections.Immutable;
using Msp.Billing.Quotes;

namespace Msp.Billing.EntityFrameworkCore.Quotes;

/// <summary>A seller's templates for quotes.</summary>
/// <param name="store">Where they are kept.</param>
/// <param name="sellerId">Whose templates.</param>
public sealed class QuoteTemplates(BillingStore store, long sellerId)
{
    /// <summary>Every template, by name.</summary>
    public ImmutableArray<QuoteTemplate> All()
    {
        using var rows = store.Prepare("SELECT name, json, updated_at, author FROM quote_template WHERE seller_id = ?1 ORDER BY name");
        rows.Bind(1, sellerId);
        var templates = ImmutableArray.CreateBuilder<QuoteTemplate>();
        while (rows.Step())
        {
            templates.Add(Read(rows));
        }

        return templates.ToImmutable();
    }

    /// <summary>One template; null where there is none.</summary>
    public QuoteTemplate? Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        using var rows = store.Prepare("SELECT name, json, updated_at, author FROM quote_template WHERE seller_id = ?1 AND name = ?2");
        return rows.Bind(1, sellerId).Bind(2, name).Step() ? Read(rows) : null;
    }

    /// <summary>Saves a template, in place of one with the same name. Quotes that were made from it stay as they are.</summary>
    public void Save(string name, QuoteDraft draft, QuoteNote note)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(note);
        using var transaction = store.Begin();
        using var save = store.Prepare(
            """
            INSERT INTO quote_template (seller_id, name, json, updated_at, author) VALUES (?1, ?2, ?3, ?4, ?5)
            ON CONFLICT (seller_id, name) DO UPDATE SET json = excluded.json, updated_at = excluded.updated_at, author = excluded.author
            """);
        save.Bind(1, sellerId).Bind(2, name.Trim()).Bind(3, draft.ToJson()).Bind(4, note.At).Bind(5, note.Author).Run();
        transaction.Commit();
    }

    /// <summary>Removes a template. Quotes that were made from it stay as they are.</summary>
    public void Remove(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        using var transaction = store.Begin();
        using var remove = store.Prepare("DELETE FROM quote_template WHERE seller_id = ?1 AND name = ?2");
        remove.Bind(1, sellerId).Bind(2, name).Run();
        transaction.Commit();
    }

    private static QuoteTemplate Read(Statement row) => new(row.UniqueText(0), QuoteDraft.FromJson(row.UniqueText(1)), row.Instant(2), row.Text(3));
}
