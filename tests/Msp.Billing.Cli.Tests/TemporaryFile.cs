using System.Text;

namespace Msp.Billing.Cli.Tests;

/// <summary>A file that is gone after the test.</summary>
internal sealed class TemporaryFile : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("msp-").FullName;

    public TemporaryFile(string name, byte[] content)
    {
        Path = System.IO.Path.Combine(_folder, name);
        File.WriteAllBytes(Path, content);
    }

    public TemporaryFile(string name, string content)
        : this(name, Encoding.UTF8.GetBytes(content))
    {
    }

    public string Path { get; }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
