namespace Msp.Quoting.Web.Books;

/// <summary>A level of reminding as a form has it.</summary>
internal sealed class LevelEntry
{
    public int? Days { get; set; }

    public string? Title { get; set; }

    public string? Text { get; set; }

    public decimal? Fee { get; set; }

    public bool Interest { get; set; }

    /// <summary>Whether nothing was written into it: such a level is left out.</summary>
    public bool IsEmpty => Days is null && string.IsNullOrWhiteSpace(Title) && string.IsNullOrWhiteSpace(Text);
}
