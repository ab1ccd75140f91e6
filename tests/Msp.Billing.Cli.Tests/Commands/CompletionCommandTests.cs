using System.Diagnostics;

namespace Msp.Billing.Cli.Tests.Commands;

public sealed class CompletionCommandTests : IDisposable
{
    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Theory]
    [InlineData("bash", "complete -o default -F _msp msp")]
    [InlineData("zsh", "compdef _msp msp")]
    [InlineData("pwsh", "Register-ArgumentCompleter -Native -CommandName msp")]
    [InlineData("fish", "complete -f -c msp")]
    public void Each_shell_has_a_script(string shell, string registration) =>
        Assert.Contains(registration, _shell.Do("completion", shell), StringComparison.Ordinal);

    [Fact]
    public void Another_shell_is_refused() => Assert.Contains("'tcsh' not recognized", _shell.Refused(2, "completion", "tcsh"), StringComparison.Ordinal);

    // The shell itself is asked: the script is sourced, and what it would offer is printed.
    [Theory]
    [InlineData("msp run pre", "preview")]
    [InlineData("msp con", "contract")]
    [InlineData("msp run post --dry", "--dry-run")]
    public void Bash_completes_what_is_begun(string line, string completed)
    {
        Assert.SkipUnless(File.Exists("/bin/bash"), "There is no bash here.");
        var script = _shell.Path("completion.sh");
        File.WriteAllText(script, _shell.Do("completion", "bash"));
        var words = line.Split(' ');
        var start = new ProcessStartInfo("/bin/bash") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add(
            $"source '{script}'; COMP_WORDS=({line}); COMP_CWORD={words.Length - 1}; COMP_LINE='{line}'; COMP_POINT={line.Length}; _msp; printf '%s\\n' \"${{COMPREPLY[@]}}\"");
        start.Environment["PATH"] = AppContext.BaseDirectory + ":" + Environment.GetEnvironmentVariable("PATH");
        using var bash = Process.Start(start);
        Assert.NotNull(bash);
        var offered = bash.StandardOutput.ReadToEnd();
        Assert.True(bash.WaitForExit(TimeSpan.FromSeconds(60)));
        Assert.Equal(completed, offered.Trim());
    }
}
