using Msp.Billing.Cli.Parsing;
using Msp.Billing.Plans;

namespace Msp.Billing.Cli.Importing;

/// <summary>Fits the price books of a file to those that are stored.</summary>
/// <remarks>
/// A book that has begun keeps its prices; writing it again as it is changes nothing. One that has not begun is replaced by the file's. A new book
/// that begins after today ends the open one before it. Everything else that would hold on one day twice is refused.
/// </remarks>
internal static class PriceBookChanges
{
    /// <summary>The books to store: those of the file, and stored ones that they end.</summary>
    /// <param name="books">The file's books with their places.</param>
    /// <param name="known">What is stored already.</param>
    /// <param name="problems">Where problems are reported.</param>
    public static IReadOnlyList<PriceBook> Of(IEnumerable<(PriceBook Book, string Place)> books, KnownRecords known, ImportProblems problems)
    {
        var coming = books.OrderBy(one => one.Book.Currency.Code, StringComparer.Ordinal).ThenBy(one => one.Book.From).ToList();
        var stored = known.Catalog.PriceBooks.All.ToDictionary(book => book.Name, StringComparer.Ordinal);
        var changed = new List<PriceBook>();
        foreach (var (book, place) in coming)
        {
            if (stored.Remove(book.Name, out var old) && !IsSame(old, book) && known.Today is { } today && (old.From <= today || book.From <= today))
            {
                problems.Add(null, place, FormattableString.Invariant(
                    $"price book {old} has begun on {today:yyyy-MM-dd}: its prices stay. Write a new book that begins on {today.AddDays(1):yyyy-MM-dd} or later."));
            }

            if (stored.Values.FirstOrDefault(one => IsEndedBy(one, book, known.Today)) is { } open)
            {
                stored[open.Name] = open.EndingOn(book.From);
                changed.Add(stored[open.Name]);
            }
        }

        CheckApart([.. coming, .. stored.Values.Select(book => (book, ""))], problems);
        return [.. coming.Select(one => one.Book), .. changed];
    }

    private static bool IsEndedBy(PriceBook stored, PriceBook next, DateOnly? today) =>
        stored.Currency == next.Currency && stored.Until is null && stored.From < next.From && (today is not { } day || next.From > day);

    private static bool IsSame(PriceBook left, PriceBook right) =>
        left.Currency == right.Currency && left.From == right.From && left.Until == right.Until && left.Codes.SequenceEqual(right.Codes) &&
        left.Codes.All(code => Equals(left.Find(code), right.Find(code)));

    private static void CheckApart(IEnumerable<(PriceBook Book, string Place)> all, ImportProblems problems)
    {
        (PriceBook Book, string Place)? last = null;
        foreach (var next in all.OrderBy(one => one.Book.Currency.Code, StringComparer.Ordinal).ThenBy(one => one.Book.From))
        {
            if (last is { } before && before.Book.Currency == next.Book.Currency)
            {
                if (ConflictOf(before.Book, next.Book) is { } conflict)
                {
                    var place = next.Place.Length > 0 ? next.Place : before.Place;
                    problems.Add(null, place.Length > 0 ? place : null, conflict);
                }

                // Of two that run on from each other the one that ends later can still meet the next.
                last = (next.Book.Until ?? DateOnly.MaxValue) >= (before.Book.Until ?? DateOnly.MaxValue) ? next : before;
            }
            else
            {
                last = next;
            }
        }
    }

    private static string? ConflictOf(PriceBook left, PriceBook right)
    {
        try
        {
            _ = new PriceBooks(left, right);
            return null;
        }
        catch (ArgumentException exception)
        {
            return DomainRefusal.Sentence(exception);
        }
    }
}
