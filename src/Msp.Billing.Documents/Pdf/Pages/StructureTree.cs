using System.Globalization;
using System.Text;
using Msp.Billing.Documents.Pdf.Writing;

namespace Msp.Billing.Documents.Pdf.Pages;

/// <summary>Writes what a document means, and from each piece of content back to its element.</summary>
internal static class StructureTree
{
    /// <summary>Writes the tree.</summary>
    /// <param name="file">Where to.</param>
    /// <param name="document">The root.</param>
    /// <param name="pages">The objects of the pages, in order.</param>
    /// <returns>The number of the tree's object.</returns>
    public static int Write(PdfFile file, StructureElement document, IReadOnlyList<int> pages)
    {
        var owners = new SortedDictionary<int, int>[pages.Count];
        for (var i = 0; i < owners.Length; i++)
        {
            owners[i] = [];
        }

        var tree = file.Reserve();
        var root = Write(file, document, tree, pages, owners);
        var numbers = new StringBuilder();
        for (var page = 0; page < owners.Length; page++)
        {
            numbers.Append(CultureInfo.InvariantCulture, $"{page}[{string.Join(' ', owners[page].Values.Select(PdfSyntax.Reference))}]");
        }

        var parents = file.Add($"<</Nums[{numbers}]>>");
        file.Set(tree, string.Create(
            CultureInfo.InvariantCulture, $"<</Type/StructTreeRoot/K[{root} 0 R]/ParentTree {parents} 0 R/ParentTreeNextKey {owners.Length}>>"));
        return tree;
    }

    private static int Write(PdfFile file, StructureElement element, int parent, IReadOnlyList<int> pages, SortedDictionary<int, int>[] owners)
    {
        var id = file.Reserve();
        var page = element.Kids.FirstOrDefault(kid => kid.Element is null, new StructureKid(null, -1, 0)).Page;
        var kids = new StringBuilder();
        foreach (var kid in element.Kids)
        {
            kids.Append(kids.Length == 0 ? "" : " ");
            if (kid.Element is { } inner)
            {
                kids.Append(PdfSyntax.Reference(Write(file, inner, id, pages, owners)));
                continue;
            }

            owners[kid.Page].Add(kid.Content, id);
            _ = kid.Page == page
                ? kids.Append(CultureInfo.InvariantCulture, $"{kid.Content}")
                : kids.Append(CultureInfo.InvariantCulture, $"<</Type/MCR/Pg {pages[kid.Page]} 0 R/MCID {kid.Content}>>");
        }

        var place = page < 0 ? "" : "/Pg " + PdfSyntax.Reference(pages[page]);
        file.Set(id, $"<</Type/StructElem/S/{element.Type}/P {PdfSyntax.Reference(parent)}{place}/K[{kids}]{Attributes(element)}>>");
        return id;
    }

    private static string Attributes(StructureElement element)
    {
        var result = element.Alternative is { } text ? "/Alt" + PdfSyntax.Text(text) : "";
        if (element.Box is { } box)
        {
            result += $"/A<</O/Layout/Placement/Block/BBox[{PdfSyntax.Number(box.Left)} {PdfSyntax.Number(box.Bottom)} {PdfSyntax.Number(box.Right)} {PdfSyntax.Number(box.Top)}]>>";
        }

        if (element.Scope is not null || element.Columns > 1)
        {
            var columns = element.Columns > 1 ? string.Create(CultureInfo.InvariantCulture, $"/ColSpan {element.Columns}") : "";
            result += $"/A<</O/Table{(element.Scope is { } scope ? "/Scope/" + scope : "")}{columns}>>";
        }

        return result;
    }
}
