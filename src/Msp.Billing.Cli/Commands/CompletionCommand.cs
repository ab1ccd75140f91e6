using System.CommandLine;
using Msp.Billing.Cli.Output;

namespace Msp.Billing.Cli.Commands;

/// <summary><c>msp completion</c>: a script that lets a shell complete commands and options. The shell asks msp itself, so the script never grows old.</summary>
internal static class CompletionCommand
{
    private const string Bash =
        """
        # bash: source <(msp completion bash), or keep it in ~/.local/share/bash-completion/completions/msp
        _msp() {
            local current="${COMP_WORDS[COMP_CWORD]}" IFS=$'\n'
            COMPREPLY=($(compgen -W "$(msp "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null)" -- "${current}"))
        }
        complete -o default -F _msp msp
        """;

    private const string Zsh =
        """
        # zsh: source <(msp completion zsh), after compinit
        _msp() {
            local -a words_found
            words_found=("${(@f)$(msp "[suggest:${CURSOR}]" "${BUFFER}" 2>/dev/null)}")
            compadd -a words_found
        }
        compdef _msp msp
        """;

    private const string PowerShell =
        """
        # PowerShell: msp completion pwsh | Out-String | Invoke-Expression, in $PROFILE to keep it
        Register-ArgumentCompleter -Native -CommandName msp -ScriptBlock {
            param($word, $line, $position)
            msp "[suggest:$position]" "$line" | Where-Object { $_ -like "$word*" } | ForEach-Object {
                [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
            }
        }
        """;

    private const string Fish =
        """
        # fish: msp completion fish > ~/.config/fish/completions/msp.fish
        function __msp_complete
            set -l line (commandline -cp)
            msp "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null
        end
        complete -f -c msp -a '(__msp_complete)'
        """;

    /// <summary>Makes the command.</summary>
    public static Command Create(GlobalOptions globals)
    {
        ArgumentNullException.ThrowIfNull(globals);
        var shell = new Argument<string>("shell") { Description = "bash, zsh, pwsh or fish." };
        shell.AcceptOnlyFromAmong("bash", "zsh", "pwsh", "fish");
        var command = new Command("completion", "Prints a script that completes commands and options in a shell.") { shell };
        globals.Run(
            command,
            context =>
            {
                var name = context.Value(shell) ?? "";
                var script = name switch { "bash" => Bash, "zsh" => Zsh, "pwsh" => PowerShell, _ => Fish };
                if (context.Json)
                {
                    context.WriteJson(new CompletionJson(name, script), CommandJson.Plain.CompletionJson);
                }
                else
                {
                    context.Output.WriteLine(script);
                }

                return ExitCode.Ok;
            },
            "source <(msp completion bash)", "msp completion fish > ~/.config/fish/completions/msp.fish");
        return command;
    }
}
