namespace Msp.Quoting.Web.Tests.Hosting;

/// <summary>Finds the browser of the machine; tests download none.</summary>
internal static class Browsers
{
    /// <summary>What is said where there is none.</summary>
    public const string Missing = "No browser: set MSP_BROWSER to one, or install chromium.";

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "microsoft-edge"];

    /// <summary>The program; null where there is none.</summary>
    /// <exception cref="FileNotFoundException"><c>MSP_BROWSER</c> names a file that is not there.</exception>
    public static string? Path { get; } = Find();

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("MSP_BROWSER") is { Length: > 0 } named)
        {
            return File.Exists(named) ? named : throw new FileNotFoundException($"MSP_BROWSER is '{named}', which is not there.", named);
        }

        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return Names.SelectMany(name => folders.Select(folder => System.IO.Path.Combine(folder, name))).FirstOrDefault(File.Exists);
    }
}
