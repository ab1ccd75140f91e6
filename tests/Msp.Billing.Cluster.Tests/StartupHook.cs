using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Msp.Billing.Cli.Commands;

/// <summary>Runs before the program that a test starts, where the test asks for it, and is that program with a clock that is off.</summary>
[SuppressMessage("Design", "CA1050:Declare types in namespaces", Justification = "The runtime looks for this name in no namespace.")]
internal static class StartupHook
{
    /// <summary>Says by how many seconds.</summary>
    public const string Variable = "MSP_TEST_CLOCK";

    public static void Initialize()
    {
        var seconds = double.Parse(Environment.GetEnvironmentVariable(Variable) ?? "0", CultureInfo.InvariantCulture);
        using var interrupts = new Interrupts();
        var terminal = Terminal.OfProcess(interrupts.Cancellation) with { Clock = new Shifted(TimeSpan.FromSeconds(seconds)) };
        Environment.Exit(CommandLine.Run(Environment.GetCommandLineArgs()[1..], terminal));
    }

    private sealed class Shifted(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + by;
    }
}
