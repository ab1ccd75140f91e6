using System.Diagnostics;
using System.IO.Compression;

namespace Msp.Billing.Tests.Packaging;

/// <summary>The package as a build server makes it: from a clone of the sources with a remote on a known host. Packed once for all tests of the class.</summary>
public sealed class PackedPackage : IDisposable
{
    internal const string Remote = "https://github.com/example/msp-billing";

    private static readonly string[] Shared =
        ["Directory.Build.props", "Directory.Packages.props", "global.json", ".editorconfig", "README.md", "src/BannedSymbols.txt"];

    private readonly DirectoryInfo _clone = Directory.CreateTempSubdirectory("msp-billing-pack-");

    /// <summary>Copies, commits and packs.</summary>
    public PackedPackage()
    {
        foreach (var file in Shared)
        {
            Copy(file);
        }

        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "Msp.Billing"), "*", SearchOption.AllDirectories))
        {
            Copy(Path.GetRelativePath(Repository.Root, file));
        }

        Run("git", "init", "--quiet");
        Run("git", "add", "--all");
        Run("git", "-c", "user.name=Packer", "-c", "user.email=packer@example.org", "commit", "--quiet", "--no-gpg-sign", "-m", "Sources");
        Run("git", "remote", "add", "origin", Remote + ".git");
        Commit = Run("git", "rev-parse", "HEAD").Trim();
        Output = Run("dotnet", "pack", "src/Msp.Billing", "-c", "Release", "-o", "packed", "--nologo", "-nodeReuse:false", "-p:UseSharedCompilation=false");
        Package = ZipFile.OpenRead(Directory.GetFiles(Path.Combine(_clone.FullName, "packed"), "*.nupkg").Single());
        Symbols = ZipFile.OpenRead(Directory.GetFiles(Path.Combine(_clone.FullName, "packed"), "*.snupkg").Single());
    }

    internal string Commit { get; }

    internal string Output { get; }

    internal ZipArchive Package { get; }

    internal ZipArchive Symbols { get; }

    /// <summary>Where it was built: a path that no one else should learn from it.</summary>
    internal string Folder => _clone.FullName;

    internal static byte[] Bytes(ZipArchive archive, string entry)
    {
        using var content = (archive.GetEntry(entry) ?? throw new FileNotFoundException($"The package has no {entry}.")).Open();
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Package.Dispose();
        Symbols.Dispose();
        _clone.Delete(recursive: true);
    }

    private void Copy(string file)
    {
        var target = Path.Combine(_clone.FullName, file);
        Directory.CreateDirectory(Path.GetDirectoryName(target) ?? _clone.FullName);
        File.Copy(Path.Combine(Repository.Root, file), target);
    }

    private string Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = _clone.FullName, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["CI"] = "true";
        start.Environment["GIT_CONFIG_GLOBAL"] = "/dev/null";
        foreach (var inherited in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(inherited);
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? output
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{output}{errors.GetAwaiter().GetResult()}");
    }
}
