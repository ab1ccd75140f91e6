using System.Diagnostics;

namespace Msp.Billing.Cli.Tests.Faults;

/// <summary>The disk is full in the middle of posting: a message, its own exit code, and nothing lost.</summary>
public sealed class DiskFullTests
{
    private const int Storage = 4;

    [Fact]
    public void A_full_disk_stops_posting_between_two_chunks_and_posting_goes_on_when_there_is_room()
    {
        using var approved = new ApprovedRun();
        var folder = Directory.CreateTempSubdirectory("msp-full-").FullName;
        if (!Mount(folder))
        {
            Directory.Delete(folder);
            Assert.SkipWhen(Environment.GetEnvironmentVariable("CI") != "true", "A small file system can be mounted only by the superuser.");
            Assert.Fail("CI runs as the superuser and must be able to mount a small file system.");
        }

        try
        {
            var path = approved.Copy(folder);
            File.WriteAllBytes(Path.Combine(folder, "ballast"), new byte[FreeBytes(folder) - 300_000]);

            var (code, error) = MspProcess.Run("run", "post", "--db", path, "--author", "bruno", "--chunk", "20", "--quiet");

            Assert.Equal(Storage, code);
            Assert.Contains("full", error, StringComparison.OrdinalIgnoreCase);
            File.Delete(Path.Combine(folder, "ballast"));
            Assert.InRange(approved.CheckWhole(path), 0, ApprovedRun.Contracts - 1);
            Assert.Equal((0, ""), MspProcess.Run("run", "post", "--db", path, "--author", "bruno", "--quiet"));
            Assert.Equal(ApprovedRun.Contracts, approved.CheckWhole(path));
        }
        finally
        {
            Shell("umount", folder);
            Directory.Delete(folder);
        }
    }

    private static long FreeBytes(string folder) => new DriveInfo(folder).AvailableFreeSpace;

    private static bool Mount(string folder) => OperatingSystem.IsLinux() && Shell("mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", folder) == 0;

    private static int Shell(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        try
        {
            using var process = Process.Start(start);
            process?.WaitForExit();
            return process?.ExitCode ?? 1;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return 1;
        }
    }
}
