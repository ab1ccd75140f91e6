using System.Diagnostics;

namespace Msp.Billing.Cli.Tests.Commands;

/// <summary>The scripts are run by the shells that they are for, which are asked what they would complete.</summary>
public sealed class CompletionCommandTests : IDisposable
{
    // The zsh that a person types into: a terminal of its own, the line, the tab key, and a key that prints the line.
    private const string TypeIntoZsh = """
        zmodload zsh/zpty
        zpty shell zsh -f -i
        send() { zpty -w -n shell "$1"$'\n' }
        send 'PROMPT=; RPROMPT=; zle_highlight=(none)'
        send 'autoload -Uz compinit; compinit -D -u'
        send 'source "$MSP_SCRIPT"'
        send 'show() { print -r -- "[[$BUFFER]]" }; zle -N show; bindkey "^X" show; bindkey "^I" expand-or-complete'
        send 'print -r -- rea""dy'
        zpty -r shell out '*ready*'
        zpty -w -n shell "$1"$'\t'
        zpty -w -n shell $'\x18'
        zpty -r shell out '*\]\]*'
        print -r -- "${${out##*\[\[}%%\]\]*}"
        """;

    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    public static TheoryData<string, string> Lines => new()
    {
        { "msp ru", "run" },
        { "msp run pre", "preview" },
        { "msp con", "contract" },
        { "msp run post --dry", "--dry-run" },
        { "msp contract amend pla", "plan" },
        { "msp completion fi", "fish" },
    };

    [Theory]
    [InlineData("bash", "complete -o default -F _msp msp")]
    [InlineData("zsh", "compdef _msp msp")]
    [InlineData("pwsh", "Register-ArgumentCompleter -Native -CommandName msp")]
    [InlineData("fish", "complete -f -c msp")]
    public void Each_shell_has_a_script(string shell, string registration) =>
        Assert.Contains(registration, _shell.Do("completion", shell), StringComparison.Ordinal);

    [Fact]
    public void Another_shell_is_refused() => Assert.Contains("'tcsh' not recognized", _shell.Refused(2, "completion", "tcsh"), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Lines))]
    public void Bash_completes_what_is_begun(string line, string completed)
    {
        var words = line.Split(' ');
        var ask = $"source \"$MSP_SCRIPT\"; COMP_WORDS=({line}); COMP_CWORD={words.Length - 1}; COMP_LINE='{line}'; COMP_POINT={line.Length}; _msp; printf '%s\\n' \"${{COMPREPLY[@]}}\"";

        Assert.Equal(completed, Ask("bash", "-c", ask));
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public void Zsh_completes_what_is_begun(string line, string completed)
    {
        var driver = _shell.Path("type.zsh");
        File.WriteAllText(driver, TypeIntoZsh);

        Assert.Equal($"{line[..line.LastIndexOf(' ')]} {completed}", Ask("zsh", "-f", driver, line));
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public void Fish_completes_what_is_begun(string line, string completed) =>
        Assert.Equal(completed, Ask("fish", "--no-config", "-c", $"source $MSP_SCRIPT; complete -C '{line}'"));

    [Fact]
    public void Fish_offers_all_that_fit() =>
        Assert.Equal(["pause", "pdf", "post", "preview", "problems", "progress"], Ask("fish", "--no-config", "-c", "source $MSP_SCRIPT; complete -C 'msp run p'").Split('\n').Order(StringComparer.Ordinal));

    private static bool IsThere(string shell) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, shell)));

    private string Ask(string shell, params string[] arguments)
    {
        if (!IsThere(shell))
        {
            Assert.SkipWhen(Environment.GetEnvironmentVariable("CI") != "true", $"There is no {shell} here; .ci/run installs it.");
            Assert.Fail($"CI must have {shell}.");
        }

        var script = _shell.Path("completion");
        File.WriteAllText(script, _shell.Do("completion", shell));
        var start = new ProcessStartInfo(shell, arguments) { RedirectStandardOutput = true };
        start.Environment["PATH"] = AppContext.BaseDirectory + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH");
        start.Environment["MSP_SCRIPT"] = script;
        start.Environment["HOME"] = Path.GetDirectoryName(script);
        start.Environment["TERM"] = "dumb";
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{shell} did not start.");
        using var late = new Timer(_ => process.Kill(entireProcessTree: true), null, TimeSpan.FromSeconds(60), Timeout.InfiniteTimeSpan);
        var offered = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return offered.Trim();
    }
}
