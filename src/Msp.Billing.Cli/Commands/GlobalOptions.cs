using System.CommandLine;
using System.CommandLine.Help;

namespace Msp.Billing.Cli.Commands;

/// <summary>The options that every command takes, and the terminal that all of them share.</summary>
internal sealed class GlobalOptions
{
    private readonly Dictionary<Command, string[]> _examples = [];

    /// <summary>Makes the options.</summary>
    /// <param name="terminal">Where the commands run.</param>
    public GlobalOptions(Terminal terminal)
    {
        ArgumentNullException.ThrowIfNull(terminal);
        Terminal = terminal;
    }

    /// <summary>Where the commands run.</summary>
    public Terminal Terminal { get; }

    /// <summary>The database: a file or a connection string.</summary>
    public Option<string?> Database { get; } = new("--db")
    {
        Description = "The database: a file, or a PostgreSQL server as Host=…;Database=… or postgresql://…. MSP_DB when not given, else msp.db in the current folder.",
        HelpName = "PATH",
        Recursive = true,
    };

    /// <summary>Whose books.</summary>
    public Option<string?> Seller { get; } = new("--seller")
    {
        Description = "The seller's code. The only seller when not given.",
        HelpName = "CODE",
        Recursive = true,
    };

    /// <summary>Who does it; recorded with what is done.</summary>
    public Option<string?> Author { get; } = new("--author")
    {
        Description = "Who does it: recorded with runs and amendments. MSP_AUTHOR when not given, else the login name.",
        HelpName = "NAME",
        Recursive = true,
    };

    /// <summary>Output for programs.</summary>
    public Option<bool> Json { get; } = new("--json") { Description = "Write one JSON document instead of text; errors too.", Recursive = true };

    /// <summary>Output without colours.</summary>
    public Option<bool> NoColor { get; } = new("--no-color") { Description = "No colours. The same as setting NO_COLOR.", Recursive = true };

    /// <summary>No words beside what was asked.</summary>
    public Option<bool> Quiet { get; } = new("--quiet", "-q") { Description = "No progress and no report of what was done; only what was asked for, and errors.", Recursive = true };

    /// <summary>Gives the options to the root command, from where they hold for all, and lets its help show examples.</summary>
    public void AddTo(RootCommand root)
    {
        ArgumentNullException.ThrowIfNull(root);
        foreach (var option in (ReadOnlySpan<Option>)[Database, Seller, Author, Json, NoColor, Quiet])
        {
            root.Add(option);
        }

        foreach (var option in root.Options)
        {
            if (option is HelpOption { Action: HelpAction help } helpOption)
            {
                helpOption.Action = new ExamplesHelp(help, _examples);
            }
        }
    }

    /// <summary>Makes a command do something.</summary>
    /// <param name="command">The command.</param>
    /// <param name="action">Returns the exit code; exceptions are reported in one place for all commands.</param>
    /// <param name="examples">Lines that can be typed as they are, for the command's help.</param>
    public void Run(Command command, Func<CommandContext, int> action, params string[] examples)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(action);
        command.SetAction(parsed => action(new CommandContext(parsed, this)));
        _examples.Add(command, examples);
    }

    /// <summary>Shows examples with a command that only holds others.</summary>
    public void AddExamples(Command command, params string[] examples) => _examples.Add(command, examples);
}
