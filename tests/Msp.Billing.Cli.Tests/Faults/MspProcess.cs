using System.Diagnostics;

namespace Msp.Billing.Cli.Tests.Faults;

/// <summary>The command line as a process of its own, which can be killed.</summary>
internal static class MspProcess
{
    private const int LongestMilliseconds = 120_000;

    /// <summary>Starts <c>msp</c>.</summary>
    public static Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "msp.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start) ?? throw new InvalidOperationException("The process did not start.");
    }

    /// <summary>Runs <c>msp</c> to its end.</summary>
    public static (int Code, string Error) Run(params string[] arguments)
    {
        var (code, _, error) = Call(arguments);
        return (code, error);
    }

    /// <summary>Runs <c>msp</c> to its end, with what it wrote.</summary>
    public static (int Code, string Output, string Error) Call(params string[] arguments)
    {
        using var process = Start(arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEnd();
        Assert.True(process.WaitForExit(LongestMilliseconds), $"msp {string.Join(' ', arguments)} did not end.");
        return (process.ExitCode, output.GetAwaiter().GetResult(), error);
    }

    /// <summary>Starts <c>msp</c> and sends it a signal as soon as it reports progress.</summary>
    /// <param name="signal">Such as <c>TERM</c>.</param>
    /// <param name="arguments">The command line.</param>
    public static (int Code, string Error) Interrupt(string signal, params string[] arguments)
    {
        using var process = Start(arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var first = process.StandardError.ReadLine();
        using (var kill = Process.Start("kill", ["-" + signal, process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
        {
            kill.WaitForExit();
        }

        var error = first + Environment.NewLine + process.StandardError.ReadToEnd();
        Assert.True(process.WaitForExit(LongestMilliseconds), $"msp {string.Join(' ', arguments)} did not end after {signal}.");
        output.Wait();
        return (process.ExitCode, error);
    }
}
