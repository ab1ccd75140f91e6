using System.Runtime.CompilerServices;

namespace Msp.Billing.Tests;

/// <summary>Where this source lies, for tests that read the repository's own files.</summary>
internal static class Repository
{
    /// <summary>The folder that holds the solution.</summary>
    internal static string Root { get; } = Find();

    private static string Find([CallerFilePath] string thisFile = "")
    {
        var folder = Path.GetDirectoryName(thisFile);
        while (folder is not null && !File.Exists(Path.Combine(folder, "Msp.Billing.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException($"No folder above {thisFile} holds Msp.Billing.sln.");
    }
}
