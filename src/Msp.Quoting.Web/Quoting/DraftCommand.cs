using Msp.Billing.Quotes;

namespace Msp.Quoting.Web.Quoting;

/// <summary>What a button of the builder does to the lines, such as <c>up:item-2</c>. Each is safe to repeat.</summary>
/// <param name="Name">What: add, remove, up, down, undo, save, mine.</param>
/// <param name="Target">The line's code; for undo the version and the code; empty for none.</param>
internal readonly record struct DraftCommand(string Name, string Target)
{
    /// <summary>Reads the value of a button.</summary>
    public static DraftCommand Parse(string? value)
    {
        var parts = (value ?? "").Split(':', 2);
        return new DraftCommand(parts[0], parts.Length > 1 ? parts[1] : "");
    }

    /// <summary>Whether the lines themselves change, rather than what is written in them.</summary>
    public bool IsStructural => Name is "add" or "remove" or "up" or "down" or "undo";

    /// <summary>The draft after it.</summary>
    public QuoteDraft ApplyTo(QuoteDraft draft)
    {
        var target = Target;
        var items = draft.Items;
        var place = items.ToList().FindIndex(item => item.Code == target);
        return Name switch
        {
            "add" when items.Length < DraftForm.MostItems => draft with { Items = items.Add(new DraftItem { Code = DraftForm.NewCode(draft), Quantity = "1", Cadence = "1M" }) },
            "remove" when place >= 0 => draft with { Items = items.RemoveAt(place) },
            "up" when place > 0 => draft with { Items = items.RemoveAt(place).Insert(place - 1, items[place]) },
            "down" when place >= 0 && place < items.Length - 1 => draft with { Items = items.RemoveAt(place).Insert(place + 1, items[place]) },
            _ => draft,
        };
    }

    /// <summary>The draft with a line that an earlier version had, where it had it.</summary>
    public static QuoteDraft PutBack(QuoteDraft draft, QuoteDraft earlier, string code)
    {
        var place = earlier.Items.ToList().FindIndex(item => item.Code == code);
        return place < 0 || draft.Items.Any(item => item.Code == code)
            ? draft
            : draft with { Items = draft.Items.Insert(Math.Min(place, draft.Items.Length), earlier.Items[place]) };
    }
}
