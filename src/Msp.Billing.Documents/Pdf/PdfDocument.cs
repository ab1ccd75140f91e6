using System.Globalization;
using System.Text;
using Msp.Billing.Documents.Pdf.Fonts;
using Msp.Billing.Documents.Pdf.Metadata;
using Msp.Billing.Documents.Pdf.Pages;
using Msp.Billing.Documents.Pdf.Writing;

namespace Msp.Billing.Documents.Pdf;

/// <summary>A PDF document that is written once: pages, their meaning, fonts, pictures and files inside, as PDF/A-3a with tags.</summary>
/// <remarks>The same calls always give the same bytes. Not thread-safe.</remarks>
internal sealed class PdfDocument(DocumentInformation information)
{
    private readonly List<PdfFont> _fonts = [];
    private readonly List<PdfPage> _pages = [];
    private readonly List<PdfImage> _images = [];
    private readonly List<AttachedFile> _files = [];

    /// <summary>What the document means: every text and figure belongs to something in it.</summary>
    public StructureElement Structure { get; } = StructureElement.Document();

    /// <summary>The pages, in order.</summary>
    public IReadOnlyList<PdfPage> Pages => _pages;

    /// <summary>Adds a font.</summary>
    public PdfFont Add(TrueTypeFont font)
    {
        _fonts.Add(new PdfFont(font, string.Create(CultureInfo.InvariantCulture, $"F{_fonts.Count + 1}")));
        return _fonts[^1];
    }

    /// <summary>Adds a picture.</summary>
    /// <returns>Its name among the resources of a page.</returns>
    public string Add(PdfImage image)
    {
        _images.Add(image);
        return string.Create(CultureInfo.InvariantCulture, $"I{_images.Count}");
    }

    /// <summary>Adds a file to ride along.</summary>
    public void Attach(AttachedFile file) => _files.Add(file);

    /// <summary>Adds a page at the end.</summary>
    /// <param name="width">In points.</param>
    /// <param name="height">In points.</param>
    public PdfPage AddPage(double width, double height)
    {
        _pages.Add(new PdfPage(_pages.Count, width, height));
        return _pages[^1];
    }

    /// <summary>Writes the document.</summary>
    public byte[] Write()
    {
        var file = new PdfFile();
        var (catalog, tree) = (file.Reserve(), file.Reserve());
        var pages = WritePages(file, tree);
        file.Set(tree, string.Create(CultureInfo.InvariantCulture, $"<</Type/Pages/Kids[{string.Join(' ', pages.Select(PdfSyntax.Reference))}]/Count {pages.Length}>>"));
        var structure = StructureTree.Write(file, Structure, pages);
        var metadata = file.AddStored("/Type/Metadata/Subtype/XML", MetadataPacket.Write(information));
        var profile = file.AddStream("/N 3", ColorProfile.Bytes);
        file.Set(catalog, string.Create(
            CultureInfo.InvariantCulture,
            $"<</Type/Catalog/Pages {tree} 0 R/StructTreeRoot {structure} 0 R/MarkInfo<</Marked true>>/Lang({information.Language})/ViewerPreferences<</DisplayDocTitle true>>/Metadata {metadata} 0 R/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB IEC61966-2.1)/Info(sRGB IEC61966-2.1)/RegistryName(http://www.color.org)/DestOutputProfile {profile} 0 R>>]{WriteFiles(file)}>>"));
        var created = PdfSyntax.Date(information.Created);
        var about = file.Add(
            $"<</Title{PdfSyntax.Text(information.Title)}/Author{PdfSyntax.Text(information.Author)}/Producer({DocumentInformation.Producer})/CreationDate{created}/ModDate{created}>>");
        return file.Write(catalog, about);
    }

    // The contents come first: only when they are written is it known which glyphs the fonts need.
    private int[] WritePages(PdfFile file, int tree)
    {
        var contents = _pages.Select(page => file.AddStream("", Encoding.ASCII.GetBytes(page.Finish()))).ToArray();
        var resources = file.Add($"<</Font<<{Named(_fonts.Select(font => (font.Resource, font.WriteTo(file))))}>>/XObject<<{Named(_images.Select((image, index) => ("I" + (index + 1).ToString(CultureInfo.InvariantCulture), image.WriteTo(file))))}>>>>");
        return [.. _pages.Select(page => file.Add(string.Create(
            CultureInfo.InvariantCulture,
            $"<</Type/Page/Parent {tree} 0 R/MediaBox[0 0 {PdfSyntax.Number(page.Width)} {PdfSyntax.Number(page.Height)}]/Resources {resources} 0 R/Contents {contents[page.Index]} 0 R/StructParents {page.Index}/Tabs/S>>")))];
    }

    private string WriteFiles(PdfFile file)
    {
        if (_files.Count == 0)
        {
            return "";
        }

        var date = PdfSyntax.Date(information.Created);
        var names = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var one in _files)
        {
            var content = file.AddStream(
                string.Create(CultureInfo.InvariantCulture, $"/Type/EmbeddedFile/Subtype{PdfSyntax.Name(one.MediaType)}/Params<</ModDate{date}/Size {one.Content.Length}>>"),
                one.Content.Span);
            var name = PdfSyntax.Text(one.Name);
            names.Add(one.Name, file.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"<</Type/Filespec/F{name}/UF{name}/Desc{PdfSyntax.Text(one.Description)}/AFRelationship/{one.Relationship}/EF<</F {content} 0 R/UF {content} 0 R>>>>")));
        }

        var tree = string.Join(' ', names.Select(name => PdfSyntax.Text(name.Key) + " " + PdfSyntax.Reference(name.Value)));
        return $"/AF[{string.Join(' ', names.Values.Select(PdfSyntax.Reference))}]/Names<</EmbeddedFiles<</Names[{tree}]>>>>";
    }

    private static string Named(IEnumerable<(string Name, int Id)> resources) =>
        string.Concat(resources.Where(resource => resource.Id > 0).Select(resource => $"/{resource.Name} {PdfSyntax.Reference(resource.Id)}"));
}
