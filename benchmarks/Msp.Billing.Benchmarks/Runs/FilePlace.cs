namespace Msp.Billing.Benchmarks.Runs;

/// <summary>A folder of SQLite files that goes when the measurement is over.</summary>
internal sealed class FilePlace : MonthPlace
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("msp-billing-month-");

    /// <inheritdoc/>
    internal override string Name => "SQLite";

    /// <inheritdoc/>
    public override void Dispose() => _folder.Delete(recursive: true);

    /// <inheritdoc/>
    internal override string Empty(string name)
    {
        var path = Path.Combine(_folder.FullName, name + ".before.db");
        Delete(path);
        return path;
    }

    /// <inheritdoc/>
    internal override string Fresh(string name)
    {
        var path = Path.Combine(_folder.FullName, name + ".db");
        Delete(path);
        File.Copy(Path.Combine(_folder.FullName, name + ".before.db"), path);
        return path;
    }

    /// <inheritdoc/>
    internal override long SizeOf(string address)
    {
        using var connection = PlainTables.Open(address);
        PlainTables.Execute(connection, "pragma wal_checkpoint(truncate)");
        return new FileInfo(address).Length;
    }

    /// <inheritdoc/>
    internal override long? WrittenAhead() => null;

    private static void Delete(string path)
    {
        File.Delete(path);
        File.Delete(path + "-wal");
        File.Delete(path + "-shm");
    }
}
