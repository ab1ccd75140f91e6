using System.Collections.Immutable;
using Msp.Billing.Amounts;

namespace Msp.Billing.Plans;

/// <summary>Every price book of a seller: for each currency one book at a time.</summary>
/// <remarks>
/// Immutable. Append-only in time: prices of days that have begun do not change. A new book supersedes the one in force from a later day,
/// and only a book that has not begun can be replaced.
/// </remarks>
public sealed class PriceBooks
{
    /// <summary>Creates the set.</summary>
    /// <param name="books">In any order; names unique, books of one currency apart in time.</param>
    /// <exception cref="ArgumentException">Two books have one name, or two of one currency hold on the same day; the message names both and the days.</exception>
    public PriceBooks(params ReadOnlySpan<PriceBook> books)
    {
        foreach (var book in books)
        {
            ArgumentNullException.ThrowIfNull(book, nameof(books));
        }

        All = [.. books.ToArray().OrderBy(book => book.Currency.Code, StringComparer.Ordinal).ThenBy(book => book.From)];
        for (var i = 0; i < All.Length; i++)
        {
            for (var j = i + 1; j < All.Length; j++)
            {
                CheckApart(All[i], All[j]);
            }
        }
    }

    /// <summary>Every book, by the code of its currency, then by its first day.</summary>
    public ImmutableArray<PriceBook> All { get; }

    /// <summary>The book of a currency that holds on a day.</summary>
    /// <exception cref="PriceBookException">There is no book of the currency, or none holds on the day; the message says which there are.</exception>
    public PriceBook On(Currency currency, DateOnly day)
    {
        var mine = All.Where(book => book.Currency == currency).ToList();
        if (mine.Count == 0)
        {
            var known = string.Join(", ", All.Select(book => book.Currency.Code).Distinct());
            throw new PriceBookException(currency, day, $"There is no price book in {currency.Code}. There are books in: {(known.Length == 0 ? "no currency" : known)}.");
        }

        return mine.Find(book => book.Holds(day)) ?? throw new PriceBookException(
            currency, day, FormattableString.Invariant($"No price book in {currency.Code} holds on {day:yyyy-MM-dd}. There are: {string.Join(", ", mine)}."));
    }

    /// <summary>The set with a new book that takes over on its first day: the book in force then ends on that day.</summary>
    /// <param name="next">The new book.</param>
    /// <param name="today">The seller's day; prices up to and including it do not change.</param>
    /// <exception cref="PriceBookException">The new book begins today or earlier.</exception>
    /// <exception cref="ArgumentException">It would overlap a later book, or its name is taken.</exception>
    public PriceBooks Supersede(PriceBook next, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(next);
        CheckAhead(next, today);
        return new PriceBooks([.. All.Select(book => book.Currency == next.Currency && book.From < next.From && book.Holds(next.From) ? book.EndingOn(next.From) : book), next]);
    }

    /// <summary>The set with one book in the place of another of the same name, which must not have begun.</summary>
    /// <param name="book">The corrected book.</param>
    /// <param name="today">The seller's day; prices up to and including it do not change.</param>
    /// <exception cref="PriceBookException">Either book has begun; a new one that supersedes it can still be written.</exception>
    /// <exception cref="ArgumentException">There is no book of that name, or the corrected one would overlap another.</exception>
    public PriceBooks Replace(PriceBook book, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(book);
        var old = All.FirstOrDefault(known => known.Name == book.Name)
            ?? throw new ArgumentException($"There is no price book '{book.Name}' to replace. There are: {string.Join(", ", All)}.", nameof(book));
        CheckAhead(old, today);
        CheckAhead(book, today);
        return new PriceBooks([.. All.Select(known => known == old ? book : known)]);
    }

    private static void CheckAhead(PriceBook book, DateOnly today)
    {
        if (book.From <= today)
        {
            throw new PriceBookException(
                book.Currency, book.From,
                FormattableString.Invariant($"Price book {book} has begun on {today:yyyy-MM-dd}: its prices stay. Write a new book that begins on {today.AddDays(1):yyyy-MM-dd} or later."));
        }
    }

    private static void CheckApart(PriceBook left, PriceBook right)
    {
        if (left.Name == right.Name)
        {
            throw new ArgumentException($"Two price books are called '{left.Name}': {left.Currency.Code} {left} and {right.Currency.Code} {right}.");
        }

        if (left.Currency == right.Currency && left.Days.Overlaps(right.Days))
        {
            var both = left.Days.Intersect(right.Days);
            var days = both.End == DateOnly.MaxValue
                ? FormattableString.Invariant($"from {both.Start:yyyy-MM-dd} on")
                : FormattableString.Invariant($"from {both.Start:yyyy-MM-dd} to {both.LastDay:yyyy-MM-dd}");
            throw new ArgumentException($"Price books {left} and {right} both hold for {left.Currency.Code} {days}. End one before the other begins.");
        }
    }
}
