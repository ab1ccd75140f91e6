using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;

namespace Msp.Quoting.Web.Staff;

/// <summary>Keeps the keys of cookies and forms in the database of a server.</summary>
/// <param name="path">Its connection string.</param>
internal sealed class WebKeys(string path) : IXmlRepository
{
    /// <inheritdoc/>
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var db = Open();
        return [.. db.Keys.AsNoTracking().OrderBy(key => key.Name).Select(key => key.Xml).AsEnumerable().Select(XElement.Parse)];
    }

    /// <inheritdoc/>
    public void StoreElement(XElement element, string friendlyName)
    {
        using var db = Open();
        db.Keys.Add(new WebKey { Name = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
        db.SaveChanges();
    }

    private PostgresWebDb Open() => (PostgresWebDb)WebDbOptions.Create(path);
}
