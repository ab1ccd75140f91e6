using System.Diagnostics;

namespace Msp.Billing.Cluster.Tests;

/// <summary>A file system in memory that is so small that it can be filled. The superuser can mount one; on a laptop the test is skipped without, where everything must run, it fails.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly string _ballast;

    public SmallDisk(int megabytes)
    {
        Folder = Directory.CreateTempSubdirectory("msp-small-").FullName;
        _ballast = Path.Combine(Folder, "ballast");
        Place = Path.Combine(Folder, "place");
        if (!OperatingSystem.IsLinux() || Environment.UserName != "root" || Shell("mount", "-t", "tmpfs", "-o", FormattableString.Invariant($"size={megabytes}m,mode=755"), "tmpfs", Folder) != 0)
        {
            Directory.Delete(Folder);
            Assert.SkipWhen(Environment.GetEnvironmentVariable("CI") != "true", "A small file system can be mounted only by the superuser.");
            Assert.Fail("CI runs as the superuser and must be able to mount a small file system.");
        }

        Directory.CreateDirectory(Place);
    }

    /// <summary>An empty folder on it.</summary>
    public string Place { get; }

    private string Folder { get; }

    /// <summary>Leaves not a byte.</summary>
    public void Fill()
    {
        using var ballast = new FileStream(_ballast, FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0);
        Span<byte> block = stackalloc byte[4096];
        try
        {
            while (true)
            {
                ballast.Write(block);
            }
        }
        catch (IOException)
        {
            // That was the last one.
        }
    }

    /// <summary>Gives the space back.</summary>
    public void Empty() => File.Delete(_ballast);

    public void Dispose()
    {
        Shell("umount", Folder);
        Directory.Delete(Folder);
    }

    private static int Shell(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true });
        process?.WaitForExit();
        return process?.ExitCode ?? 1;
    }
}
