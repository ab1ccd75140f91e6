namespace Msp.Billing.Tests;

/// <summary>Compares text with a file that a person has read and committed.</summary>
internal static class Approved
{
    /// <summary>
    /// Fails when the text differs; the new text is then beside the file, as <c>.received</c>. With APPROVE=1 in the environment, and never where CI=true,
    /// the file is rewritten instead: read the difference before it is committed.
    /// </summary>
    /// <param name="actual">The text as it is now.</param>
    /// <param name="file">The approved file, from the root of the repository.</param>
    internal static void Matches(string actual, string file)
    {
        var approved = Path.Combine(Repository.Root, file);
        var received = approved.Replace(".approved.", ".received.", StringComparison.Ordinal);
        var expected = File.Exists(approved) ? Lines(File.ReadAllText(approved)) : [];
        var now = Lines(actual);
        if (now.SequenceEqual(expected))
        {
            File.Delete(received);
            return;
        }

        if (IsSet("APPROVE", "1") && !IsSet("CI", "true"))
        {
            File.WriteAllText(approved, string.Join('\n', now) + "\n");
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, string.Join('\n', now) + "\n");
        Assert.Fail(
            $"{file} is not what the code says. New or moved lines:\n{Listed('+', now.Except(expected))}Lines that are gone:\n{Listed('-', expected.Except(now))}" +
            $"If that is meant, run the same test with APPROVE=1 in the environment, or copy {Path.GetFileName(received)} over it, and commit the file.");
    }

    private static string[] Lines(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');

    private static string Listed(char sign, IEnumerable<string> lines) => string.Concat(lines.Take(40).Select(line => $"  {sign} {line.Trim()}\n"));

    private static bool IsSet(string variable, string value) =>
        string.Equals(Environment.GetEnvironmentVariable(variable), value, StringComparison.OrdinalIgnoreCase);
}
