using Msp.Billing.Quotes;
using Msp.Quoting.Web.Components;
using Msp.Quoting.Web.Quoting;

namespace Msp.Quoting.Web.Pages.Quotes;

/// <summary>A line of the builder as it is shown.</summary>
/// <param name="Page">The builder.</param>
/// <param name="Item">What was entered.</param>
/// <param name="Place">Its place, from 1.</param>
/// <param name="Decimals">How many decimals an amount has.</param>
internal sealed record LineView(DetailModel Page, DraftItem Item, int Place, int Decimals)
{
    /// <summary>Its figures; null while the quote cannot be priced, or where the customer must add it first.</summary>
    public QuotedLine? Figures => Page.Priced?.Chosen.Lines.FirstOrDefault(line => line.IsItem && line.Code == Item.Code);

    /// <summary>The count that is its quantity, since none is entered; null where one is, or where it follows none.</summary>
    public StatedCount? Followed => Item.Quantity.Length > 0 || Item.Follows.Length == 0 ? null : Page.CountOf(Item.Follows);

    /// <summary>The name with which a field is posted.</summary>
    public string Name(string member) => DraftForm.ItemName(Item.Code, member);

    /// <summary>The identifier of a field.</summary>
    public string Id(string member) => FieldTagHelper.IdOf(Name(member));

    /// <summary>What is wrong with a field; null where it is right.</summary>
    public string? Wrong(string member) => Page.Messages[Name(member)];
}
