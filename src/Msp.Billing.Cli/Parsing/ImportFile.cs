using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace Msp.Billing.Cli.Parsing;

/// <summary>A file to import that passed the checks of its outside: there, a plain file, not too large, not empty, UTF-8.</summary>
internal sealed class ImportFile
{
    /// <summary>The largest file that is read unless a command says otherwise, in bytes: 64 MB.</summary>
    public const long DefaultLimit = 64L * Megabyte;

    private const int Megabyte = 1024 * 1024;
    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    private readonly int _skipped;
    private FileStream? _open;

    private ImportFile(string path, bool isJson, long length, int skipped) =>
        (Path, IsJson, Length, _skipped) = (path, isJson, length, skipped);

    /// <summary>Its path as it was given.</summary>
    public string Path { get; }

    /// <summary>Whether its name ends in <c>.json</c>; otherwise it ends in <c>.csv</c>.</summary>
    public bool IsJson { get; }

    /// <summary>In bytes.</summary>
    public long Length { get; }

    /// <summary>How many bytes were read so far, since it was last opened.</summary>
    public long Read => _open is { CanRead: true } stream ? stream.Position : 0;

    /// <summary>Checks a file from outside, without taking it apart.</summary>
    /// <param name="path">Its path; the name ends in <c>.csv</c> or <c>.json</c>.</param>
    /// <param name="limit">The most bytes that are read.</param>
    /// <param name="problems">Where problems are reported.</param>
    /// <returns>Null when it is refused.</returns>
    public static ImportFile? Open(string path, long limit, ImportProblems problems)
    {
        var refusal = Outside(path, limit, out var isJson);
        var skipped = 0;
        try
        {
            refusal ??= Inside(path, out skipped);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            refusal = new ImportProblem(null, null, $"the file cannot be read: {exception.Message}");
        }

        if (refusal is null)
        {
            return new ImportFile(path, isJson, new FileInfo(path).Length, skipped);
        }

        problems.Add(refusal.Line, refusal.Field, refusal.Message);
        return null;
    }

    /// <summary>The bytes after the byte order mark, if there is one.</summary>
    public Stream OpenRead()
    {
        var stream = new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        stream.Position = _skipped;
        _open = stream;
        return stream;
    }

    private static ImportProblem? Outside(string path, long limit, out bool isJson)
    {
        isJson = path.EndsWith(".json", StringComparison.OrdinalIgnoreCase);
        if (!isJson && !path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
        {
            return new ImportProblem(null, null, "the name must end in .csv or .json, which says how the file is read.");
        }

        if (Directory.Exists(path))
        {
            return new ImportProblem(null, null, "is a folder; name a file.");
        }

        var file = new FileInfo(path);
        if (!file.Exists)
        {
            return new ImportProblem(null, null, "there is no such file.");
        }

        if (file.Length > limit)
        {
            return new ImportProblem(null, null, string.Create(
                CultureInfo.InvariantCulture,
                $"has {Megabytes(file.Length)} MB; at most {Megabytes(limit)} MB are read. Split it, or allow more with --max-size {(file.Length + Megabyte - 1) / Megabyte}."));
        }

        return file.Length == 0 ? new ImportProblem(null, null, "is empty.") : null;
    }

    private static ImportProblem? Inside(string path, out int skipped)
    {
        skipped = 0;
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        var buffer = new byte[64 * 1024];
        var (line, kept, content, first) = (1, 0, false, true);
        for (int read; (read = stream.Read(buffer.AsSpan(kept))) > 0;)
        {
            var bytes = buffer.AsSpan(0, kept + read);
            if (first)
            {
                if (IsUtf16(bytes))
                {
                    return new ImportProblem(null, null, "is written in UTF-16; save it as UTF-8.");
                }

                skipped = bytes.StartsWith(ByteOrderMark) ? ByteOrderMark.Length : 0;
                bytes = bytes[skipped..];
                first = false;
            }

            var whole = bytes[..CompletePart(bytes)];
            if (!Utf8.IsValid(whole) || whole.Contains((byte)0))
            {
                return NotText(whole, line);
            }

            content = content || whole.ContainsAnyExcept(" \t\r\n"u8);
            line += whole.Count((byte)'\n');
            kept = bytes.Length - whole.Length;
            bytes[whole.Length..].CopyTo(buffer);
        }

        if (kept > 0)
        {
            return new ImportProblem(line, null, "is not UTF-8: the file ends inside a character.");
        }

        return content ? null : new ImportProblem(null, null, "is empty.");
    }

    // Up to three bytes at the end may begin a character that the next block completes.
    private static int CompletePart(ReadOnlySpan<byte> bytes)
    {
        for (var back = 1; back <= 3 && back <= bytes.Length; back++)
        {
            var one = bytes[^back];
            if ((one & 0b1100_0000) == 0b1000_0000)
            {
                continue;
            }

            var needed = one >= 0xF0 ? 4 : one >= 0xE0 ? 3 : one >= 0xC0 ? 2 : 1;
            return needed > back ? bytes.Length - back : bytes.Length;
        }

        return bytes.Length;
    }

    private static ImportProblem NotText(ReadOnlySpan<byte> bytes, int line)
    {
        while (!bytes.IsEmpty)
        {
            var end = bytes.IndexOf((byte)'\n');
            var here = end < 0 ? bytes : bytes[..end];
            if (here.Contains((byte)0))
            {
                return new ImportProblem(line, null, "has a zero byte: this is no text file.");
            }

            if (!Utf8.IsValid(here))
            {
                return new ImportProblem(line, null, $"is not UTF-8 after \"{Before(here)}\"; save the file as UTF-8.");
            }

            bytes = bytes[(end + 1)..];
            line++;
        }

        return new ImportProblem(line, null, "is not UTF-8; save the file as UTF-8.");
    }

    private static string Before(ReadOnlySpan<byte> bytes)
    {
        var valid = 0;
        while (Rune.DecodeFromUtf8(bytes[valid..], out _, out var consumed) == System.Buffers.OperationStatus.Done)
        {
            valid += consumed;
        }

        var text = Encoding.UTF8.GetString(bytes[..valid]);
        return text.Length <= 20 ? text : text[^20..];
    }

    private static bool IsUtf16(ReadOnlySpan<byte> bytes) => bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..];

    private static decimal Megabytes(long bytes) => decimal.Round(bytes / (decimal)Megabyte, 1, MidpointRounding.AwayFromZero);
}
