using System.Text;
using Msp.Billing.Runs;

namespace Msp.Billing.Cluster.Tests;

/// <summary>While programs are brought up to date, workers of two versions are on one database.</summary>
public sealed class VersionTests
{
    // A build of the program that is said to be another one: the number of its version stands in the file of the library as it is.
    // MSP_OTHER_WORKER names the folder of a real one instead, such as one with another version of Quartz (see docs/scaling.md).
    [Fact]
    public void A_worker_of_another_version_leaves_the_preview_to_those_who_planned_it_and_posts_what_was_approved()
    {
        using var folder = new OtherBuild();
        using var month = new SharedMonth();
        using var other = new Workers(month, 1, folder: folder.Path);
        month.Plan();
        using var same = new Workers(month, 1);
        month.WaitFor(RunStatus.Previewed);
        month.CheckPreview();
        Assert.Equal(SharedMonth.Chunks, month.Scalar($"SELECT count(*) FROM run_chunk WHERE worker = '{same[0].Name}'"));

        // What is approved is posted as it was approved or not at all, whoever posts.
        same[0].Kill();
        month.PlanPosting();
        month.WaitFor(RunStatus.Posted);
        month.CheckPosted();
        Assert.Equal(other[0].Name, month.Progress.Poster);
    }

    private sealed class OtherBuild : IDisposable
    {
        private const string Library = "Msp.Billing.dll";
        private readonly DirectoryInfo? _copy;

        public OtherBuild()
        {
            if (Environment.GetEnvironmentVariable("MSP_OTHER_WORKER") is { Length: > 0 } folder)
            {
                Path = folder;
                return;
            }

            _copy = Directory.CreateTempSubdirectory("msp-other-");
            Path = _copy.FullName;
            foreach (var file in Directory.EnumerateFiles(AppContext.BaseDirectory).Where(file => !file.EndsWith(".pdb", StringComparison.Ordinal)))
            {
                File.Copy(file, System.IO.Path.Combine(Path, System.IO.Path.GetFileName(file)));
            }

            var runtimes = System.IO.Path.Combine(AppContext.BaseDirectory, "runtimes");
            if (Directory.Exists(runtimes))
            {
                Directory.CreateSymbolicLink(System.IO.Path.Combine(Path, "runtimes"), runtimes);
            }

            var library = File.ReadAllBytes(System.IO.Path.Combine(Path, Library));
            var version = Encoding.UTF8.GetBytes(InformationalVersion());
            var at = library.AsSpan().IndexOf(version);
            Assert.True(at > 0, "The version does not stand in the file of the library.");
            library[at + version.Length - 1] = library[at + version.Length - 1] == (byte)'0' ? (byte)'1' : (byte)'0';
            File.WriteAllBytes(System.IO.Path.Combine(Path, Library), library);
        }

        public string Path { get; }

        public void Dispose() => _copy?.Delete(recursive: true);

        private static string InformationalVersion() =>
            typeof(Amounts.Money).Assembly.GetCustomAttributes(typeof(System.Reflection.AssemblyInformationalVersionAttribute), inherit: false)
                .Cast<System.Reflection.AssemblyInformationalVersionAttribute>().Single().InformationalVersion;
    }
}
