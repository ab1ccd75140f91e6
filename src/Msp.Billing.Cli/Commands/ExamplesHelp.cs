using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Msp.Billing.Cli.Commands;

/// <summary>The help of a command with its examples below.</summary>
/// <param name="help">Writes everything but the examples.</param>
/// <param name="examples">By command.</param>
internal sealed class ExamplesHelp(HelpAction help, IReadOnlyDictionary<Command, string[]> examples) : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var result = help.Invoke(parseResult);
        if (examples.TryGetValue(parseResult.CommandResult.Command, out var lines))
        {
            var output = parseResult.InvocationConfiguration.Output;
            output.WriteLine("Examples:");
            foreach (var line in lines)
            {
                output.WriteLine($"  {line}");
            }

            output.WriteLine();
        }

        return result;
    }
}
