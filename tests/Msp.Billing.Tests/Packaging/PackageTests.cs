using System.Reflection.Metadata;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;

namespace Msp.Billing.Tests.Packaging;

public sealed class PackageTests(PackedPackage packed) : IClassFixture<PackedPackage>
{
    private static readonly Guid SourceLink = new("CC110556-A091-4D38-9FEC-25AB9A351A6A");

    [Fact]
    public void Is_packed_without_a_warning() => Assert.DoesNotContain("warning", packed.Output, StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void Depends_on_Stateless_only()
    {
        var dependencies = Specification().Descendants().Where(element => element.Name.LocalName == "dependency").Select(element => element.Attribute("id")?.Value);

        Assert.Equal(["Stateless"], dependencies);
    }

    [Fact]
    public void Brings_the_readme_the_licence_and_the_documentation()
    {
        Assert.Equal("README.md", Text("readme"));
        Assert.Equal(File.ReadAllText(Path.Combine(Repository.Root, "README.md")), Encoding.UTF8.GetString(PackedPackage.Bytes(packed.Package, "README.md")));
        Assert.Equal("MIT", Text("license"));
        var documentation = XDocument.Parse(Encoding.UTF8.GetString(PackedPackage.Bytes(packed.Package, "lib/net10.0/Msp.Billing.xml")).TrimStart('\uFEFF'));
        Assert.Contains(documentation.Descendants("member"), member => member.Attribute("name")?.Value == "T:Msp.Billing.Amounts.Money");
    }

    [Fact]
    public void Says_which_commit_it_was_built_from()
    {
        var repository = Specification().Descendants().Single(element => element.Name.LocalName == "repository");

        Assert.Equal(PackedPackage.Remote + ".git", repository.Attribute("url")?.Value);
        Assert.Equal(packed.Commit, repository.Attribute("commit")?.Value);
    }

    [Fact]
    public void Symbols_lead_to_the_source_of_that_commit()
    {
        using var symbols = Symbols();
        var reader = symbols.GetMetadataReader();
        var link = reader.GetCustomDebugInformation(EntityHandle.ModuleDefinition)
            .Select(reader.GetCustomDebugInformation)
            .Single(information => reader.GetGuid(information.Kind) == SourceLink);
        using var documents = JsonDocument.Parse(reader.GetBlobBytes(link.Value));

        Assert.Equal(
            $"https://raw.githubusercontent.com/example/msp-billing/{packed.Commit}/*",
            documents.RootElement.GetProperty("documents").GetProperty("/_/*").GetString());
    }

    [Fact]
    public void Names_no_path_of_the_machine_that_built_it()
    {
        using var symbols = Symbols();
        var reader = symbols.GetMetadataReader();
        var elsewhere = reader.Documents
            .Select(document => reader.GetString(reader.GetDocument(document).Name))
            .Where(name => !name.StartsWith("/_/", StringComparison.Ordinal))
            .ToList();

        Assert.Empty(elsewhere);
        Assert.NotEmpty(reader.Documents);
        Assert.Equal(-1, PackedPackage.Bytes(packed.Package, "lib/net10.0/Msp.Billing.dll").AsSpan().IndexOf(Encoding.UTF8.GetBytes(packed.Folder)));
    }

    private MetadataReaderProvider Symbols() =>
        MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(PackedPackage.Bytes(packed.Symbols, "lib/net10.0/Msp.Billing.pdb")));

    private XDocument Specification() =>
        XDocument.Parse(Encoding.UTF8.GetString(PackedPackage.Bytes(packed.Package, "Msp.Billing.nuspec")).TrimStart('\uFEFF'));

    private string? Text(string name) => Specification().Descendants().Single(element => element.Name.LocalName == name).Value;
}
