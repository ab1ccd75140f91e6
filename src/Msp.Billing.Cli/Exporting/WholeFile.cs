using System.Text;

namespace Msp.Billing.Cli.Exporting;

/// <summary>Writes files that are there whole or not at all: killed in between, the name still has what it had before.</summary>
internal static class WholeFile
{
    /// <summary>Writes a file under another name, and gives it its own once it is whole. A file that has these bytes already is left alone.</summary>
    /// <param name="path">The file; its folder is there.</param>
    /// <param name="content">All of it.</param>
    /// <returns>Whether it was written.</returns>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static bool Write(string path, byte[] content)
    {
        if (File.Exists(path) && File.ReadAllBytes(path).AsSpan().SequenceEqual(content))
        {
            return false;
        }

        var part = path + ".part";
        File.WriteAllBytes(part, content);
        File.Move(part, path, overwrite: true);
        return true;
    }

    /// <summary>The same for text, in UTF-8 without a mark at its beginning.</summary>
    /// <param name="path">The file; its folder is there.</param>
    /// <param name="text">All of it.</param>
    /// <returns>Whether it was written.</returns>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static bool Write(string path, string text) => Write(path, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetBytes(text));
}
