using System.Text.Json;

namespace Msp.Billing.Cli.Tests.Commands;

public sealed class CommandLineTests : IDisposable
{
    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void Help_names_the_exit_codes_and_the_commands()
    {
        var help = _shell.Do("--help");
        Assert.Contains("0 done, 1 refused by the rules, 2 wrong command line, 3 bad input file, 4 database, 5 stopped on request", help, StringComparison.Ordinal);
        Assert.Contains("init", help, StringComparison.Ordinal);
        Assert.Equal(help, _shell.Do());
    }

    [Fact]
    public void Help_of_a_command_shows_examples() =>
        Assert.Contains("Examples:" + Environment.NewLine + "  msp init --name", _shell.Do("init", "--help"), StringComparison.Ordinal);

    [Fact]
    public void An_unknown_command_is_a_usage_failure_with_what_was_probably_meant()
    {
        var outcome = _shell.Call("intt");
        Assert.Equal(2, outcome.Code);
        Assert.Contains("'intt' is no command of msp.", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("Did you mean 'init'?", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("See: msp --help", outcome.Error, StringComparison.Ordinal);
        Assert.Equal("", outcome.Output);
    }

    [Fact]
    public void Failures_are_documents_too_when_a_program_reads()
    {
        var outcome = _shell.Call("init", "--seller-cod", "x", "--json");
        using var failure = JsonDocument.Parse(outcome.Error);
        Assert.Equal((2, 2), (outcome.Code, failure.RootElement.GetProperty("error").GetProperty("exitCode").GetInt32()));
        Assert.Equal("", outcome.Output);
    }
}
