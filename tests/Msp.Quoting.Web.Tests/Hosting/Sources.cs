using System.Runtime.CompilerServices;

namespace Msp.Quoting.Web.Tests.Hosting;

/// <summary>Where the source of the tool is.</summary>
internal static class Sources
{
    /// <summary>The folder of the web project.</summary>
    public static string Web { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here()) ?? ".", "../../../src/Msp.Quoting.Web"));

    private static string Here([CallerFilePath] string path = "") => path;
}
