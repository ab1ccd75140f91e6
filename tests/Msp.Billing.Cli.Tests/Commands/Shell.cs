using System.Globalization;
using System.Text.Json;
using Msp.Billing.Cli.Commands;

namespace Msp.Billing.Cli.Tests.Commands;

/// <summary>Calls the command line as a shell does, in this process and in a folder of its own.</summary>
/// <param name="server">The connection string of a database on a server; null for a file of its own.</param>
internal sealed class Shell(string? server = null) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("msp-cli-").FullName;

    /// <summary>The database that every call uses unless it names another.</summary>
    public string Database => server ?? Path("msp.db");

    /// <summary>The login name; who does it unless a call says otherwise.</summary>
    public string Login { get; set; } = "maria";

    public TestClock Clock { get; } = new(new DateTimeOffset(2026, 3, 1, 8, 0, 0, TimeSpan.Zero));

    public string Path(string name) => System.IO.Path.Combine(_folder, name);

    /// <summary>What a call wrote and how it ended.</summary>
    public Outcome Call(params string[] args) => Call(CancellationToken.None, args);

    public Outcome Call(CancellationToken cancellation, params string[] args)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        using var error = new StringWriter(CultureInfo.InvariantCulture);
        var code = CommandLine.Run(args, new Terminal
        {
            Output = output,
            Error = error,
            Clock = Clock,
            Variable = name => name == "MSP_DB" ? Database : null,
            LoginName = Login,
            Cancellation = cancellation,
        });
        return new Outcome(code, output.ToString(), error.ToString());
    }

    /// <summary>A call that must be refused; what it says.</summary>
    public string Refused(int code, params string[] args)
    {
        var outcome = Call(args);
        Assert.Equal((code, ""), (outcome.Code, outcome.Output));
        Assert.NotEqual("", outcome.Error);
        return outcome.Error.TrimEnd();
    }

    /// <summary>A call that must be done.</summary>
    public string Do(params string[] args)
    {
        var outcome = Call(args);
        Assert.Equal((0, ""), (outcome.Code, outcome.Error));
        return outcome.Output;
    }

    /// <summary>The document of a call that must be done.</summary>
    public JsonElement Json(params string[] args)
    {
        using var document = JsonDocument.Parse(Do([.. args, "--json"]));
        return document.RootElement.Clone();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
