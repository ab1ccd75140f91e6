namespace Msp.Billing.Documents.Pdf.Pages;

/// <summary>One element of what a document means, apart from where it stands: a heading, a paragraph, a table's cell (ISO 32000-1, 14.7).</summary>
/// <remarks>A reader that speaks follows these, in their order. Not thread-safe.</remarks>
internal sealed class StructureElement
{
    private readonly List<StructureKid> _kids = [];

    private StructureElement(string type, StructureElement? parent)
    {
        Type = type;
        Parent = parent;
    }

    /// <summary>What it is: <c>H1</c>, <c>P</c>, <c>Table</c>, <c>TR</c>, <c>TH</c>, <c>TD</c>, <c>L</c>, <c>LI</c>, <c>LBody</c>, <c>Figure</c>, ….</summary>
    public string Type { get; }

    /// <summary>What it is in; null for the document.</summary>
    public StructureElement? Parent { get; }

    /// <summary>What a figure shows, in words.</summary>
    public string? Alternative { get; private init; }

    /// <summary>What a table's head is for: <c>Column</c> or <c>Row</c>.</summary>
    public string? Scope { get; private init; }

    /// <summary>How many columns a cell takes.</summary>
    public int Columns { get; private init; } = 1;

    /// <summary>The box of a figure on its page, from the lower left.</summary>
    public (double Left, double Bottom, double Right, double Top)? Box { get; internal set; }

    /// <summary>What is in it, in order.</summary>
    internal IReadOnlyList<StructureKid> Kids => _kids;

    /// <summary>The root of a document.</summary>
    public static StructureElement Document() => new("Document", null);

    /// <summary>Adds an element at the end.</summary>
    public StructureElement Add(string type) => Append(new StructureElement(type, this));

    /// <summary>Adds a head of columns or of rows to a table's row.</summary>
    public StructureElement AddHead(string scope, int columns = 1) => Append(new StructureElement("TH", this) { Scope = scope, Columns = columns });

    /// <summary>Adds a cell to a table's row.</summary>
    public StructureElement AddCell(int columns = 1) => Append(new StructureElement("TD", this) { Columns = columns });

    /// <summary>Adds a figure.</summary>
    public StructureElement AddFigure(string alternative) => Append(new StructureElement("Figure", this) { Alternative = alternative });

    /// <summary>Says that a piece of a page's content belongs here.</summary>
    internal void AddContent(int page, int content) => _kids.Add(new StructureKid(null, page, content));

    private StructureElement Append(StructureElement kid)
    {
        _kids.Add(new StructureKid(kid, 0, 0));
        return kid;
    }
}
