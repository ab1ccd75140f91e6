namespace Msp.Quoting.Web.Staff;

/// <summary>A key of cookies and forms, or that one is revoked, as the framework writes it.</summary>
internal sealed class WebKey
{
    /// <summary>What the framework calls it.</summary>
    public string Name { get; set; } = "";

    /// <summary>The key.</summary>
    public string Xml { get; set; } = "";
}
