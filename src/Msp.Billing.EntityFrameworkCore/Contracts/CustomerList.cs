using System.Collections.Immutable;
using Msp.Billing.Contracts;

namespace Msp.Billing.EntityFrameworkCore.Contracts;

/// <summary>Lists customers by name, a page at a time, however many there are.</summary>
/// <remarks>
/// The order is that of a dictionary, and a search looks at neither capitals nor accents: <c>muller</c> and <c>MÜLLER</c> find Müller and Muller. Of two with one
/// name the smaller number comes first. Not thread-safe.
/// </remarks>
/// <param name="store">Where from.</param>
/// <param name="sellerId">Whose customers.</param>
public sealed class CustomerList(BillingStore store, long sellerId)
{
    /// <summary>The condition that a search adds: its letters ?2 in the name, ?3 in the number.</summary>
    internal const string Found = " AND (instr(name_key, ?2) > 0 OR instr(lower(number), ?3) > 0)";

    /// <summary>A page's numbers: found in the index alone, so that the pages before it cost nothing but their entries there.</summary>
    internal const string Page = "SELECT number FROM customer WHERE seller_id = ?1{0} ORDER BY name_key, number LIMIT ?4 OFFSET ?5";

    /// <summary>How many customers there are, or how many a search finds.</summary>
    /// <param name="letters">Letters in the name or the number; all customers where it is null or blank.</param>
    public int Count(string? letters = null)
    {
        using var count = Prepare("SELECT count(*) FROM customer WHERE seller_id = ?1{0}", letters);
        return count.Step() ? count.Int32(0) : 0;
    }

    /// <summary>A page of them, by name.</summary>
    /// <param name="letters">Letters in the name or the number; all customers where it is null or blank.</param>
    /// <param name="skip">Skip so many.</param>
    /// <param name="take">At most so many.</param>
    public ImmutableArray<Customer> Find(string? letters, int skip, int take)
    {
        using var rows = Prepare(
            $"SELECT {CustomerColumns.Select} FROM ({Page}) AS page JOIN customer AS k ON k.seller_id = ?1 AND k.number = page.number {CustomerColumns.JoinParent} ORDER BY k.name_key, k.number",
            letters);
        rows.Bind(4, (long)take).Bind(5, (long)skip);
        return Read(rows);
    }

    /// <summary>The companies of a group, by name.</summary>
    /// <param name="parent">The number of the customer right above them.</param>
    /// <param name="take">At most so many.</param>
    public ImmutableArray<Customer> Members(string parent, int take)
    {
        ArgumentNullException.ThrowIfNull(parent);
        using var rows = store.Prepare(
            $"""
            SELECT {CustomerColumns.Select} FROM customer AS p JOIN customer AS k ON k.seller_id = p.seller_id AND k.parent_id = p.customer_id
             WHERE p.seller_id = ?1 AND p.number = ?2 ORDER BY k.name_key, k.number LIMIT ?3
            """);
        rows.Bind(1, sellerId).Bind(2, parent).Bind(3, (long)take);
        return Read(rows);
    }

    private static ImmutableArray<Customer> Read(Statement rows)
    {
        var customers = ImmutableArray.CreateBuilder<Customer>();
        while (rows.Step())
        {
            customers.Add(CustomerColumns.Read(rows, 0));
        }

        return customers.ToImmutable();
    }

    private Statement Prepare(string sql, string? letters)
    {
        if (string.IsNullOrWhiteSpace(letters))
        {
            return store.Prepare(sql.Replace("{0}", "", StringComparison.Ordinal)).Bind(1, sellerId);
        }

        return store.Prepare(sql.Replace("{0}", Found, StringComparison.Ordinal))
            .Bind(1, sellerId).Bind(2, NameKey.Of(letters)).Bind(3, SearchLetters.Small(letters));
    }
}
