using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Text.Json;
using Msp.Billing.Cli.Output;
using Msp.Billing.Cli.Parsing;

namespace Msp.Billing.Cli.Commands;

/// <summary>The whole command line: what there is, and how a call of it ends.</summary>
internal static class CommandLine
{
    private const string Purpose =
        """
        Bills the month of a managed service provider: import what is agreed, preview, review, approve, post, and see every number explained.

        Exit codes: 0 done, 1 refused by the rules, 2 wrong command line, 3 bad input file, 4 database, 5 stopped on request, 70 a fault of msp.
        MSP_DB, MSP_AUTHOR and NO_COLOR stand for --db, --author and --no-color; MSP_DEBUG=1 shows where a fault happened.
        """;

    /// <summary>Runs one call.</summary>
    /// <param name="args">As the shell gave them, without the program's name.</param>
    /// <param name="terminal">Where it runs.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static int Run(IReadOnlyList<string> args, Terminal terminal)
    {
        ArgumentNullException.ThrowIfNull(terminal);
        var globals = new GlobalOptions(terminal);
        var parsed = Create(globals).Parse(args.Count == 0 ? ["--help"] : args);
        if (parsed.Action is ParseErrorAction)
        {
            return Fail(terminal, parsed.GetValue(globals.Json), new FailureReport(ExitCode.Usage, UsageMessage(parsed)), null);
        }

        try
        {
            return parsed.Invoke(new InvocationConfiguration
            {
                Output = terminal.Output,
                Error = terminal.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            });
        }
#pragma warning disable CA1031 // Whatever a command throws ends here, as a message and an exit code.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return Fail(terminal, parsed.GetValue(globals.Json), FailureReport.Of(exception), exception);
        }
    }

    /// <summary>Every command; to run, to complete and to document.</summary>
    internal static RootCommand Create(GlobalOptions globals)
    {
        var root = new RootCommand(Purpose);
        globals.AddTo(root);
        root.Add(InitCommand.Create(globals));
        root.Add(InvoiceCommands.Create(globals));
        root.Add(ExportCommands.Create(globals));
        root.Add(SellerCommands.Create(globals));
        root.Add(CustomerCommands.Create(globals));
        root.Add(ForecastCommand.Create(globals));
        root.Add(RunCommands.Create(globals));
        root.Add(PaymentCommands.Create(globals));
        root.Add(LedgerCommands.Create(globals));
        ReceivableCommands.AddTo(root, globals);
        root.Add(ImportCommands.Create(globals));
        root.Add(DemoCommand.Create(globals));
        root.Add(ContractCommands.Create(globals));
        root.Add(InsightCommands.Create(globals));
        root.Add(QuoteCommands.Create(globals));
        root.Add(AuditCommand.Create(globals));
        root.Add(WorkerCommand.Create(globals));
        root.Add(CompletionCommand.Create(globals));
        return root;
    }

    private static string UsageMessage(ParseResult parsed)
    {
        var name = "";
        for (var at = parsed.CommandResult; at is not null; at = at.Parent as CommandResult)
        {
            name = $"{(at.Command is RootCommand ? "msp" : at.Command.Name)} {name}";
        }

        string[] commands = [.. parsed.CommandResult.Command.Subcommands.Select(command => command.Name)];
        var message = (commands.Length, parsed.UnmatchedTokens) switch
        {
            (0, _) => string.Join(Environment.NewLine, parsed.Errors.Select(error => error.Message)),
            (_, [var first, ..]) => $"'{first}' is no command of {name.Trim()}. There is {string.Join(", ", commands)}.{NearestName.Hint(first, commands)}",
            _ => $"{name.Trim()} needs one of {string.Join(", ", commands)}.",
        };
        return $"{message}{Environment.NewLine}See: {name}--help";
    }

    private static int Fail(Terminal terminal, bool json, FailureReport report, Exception? exception)
    {
        terminal.Error.WriteLine(json ? JsonSerializer.Serialize(new FailureJson(new FailureBody(report.ExitCode, report.Message)), CommandJson.Plain.FailureJson) : report.Message);
        if (exception is not null && terminal.Variable("MSP_DEBUG") == "1")
        {
            terminal.Error.WriteLine(exception);
        }

        return report.ExitCode;
    }
}
