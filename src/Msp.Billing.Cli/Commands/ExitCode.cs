namespace Msp.Billing.Cli.Commands;

/// <summary>What the process tells the shell. Scripts depend on the numbers: they never change.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Ok = 0;

    /// <summary>The rules of the domain refuse it: a move that a run cannot make, an amendment that does not fit, a name that does not exist.</summary>
    public const int Refused = 1;

    /// <summary>The command line itself is wrong.</summary>
    public const int Usage = 2;

    /// <summary>A file that was to be read is not as it must be.</summary>
    public const int BadFile = 3;

    /// <summary>The database cannot be opened, read or written.</summary>
    public const int Storage = 4;

    /// <summary>Stopped on request, where nothing was half done.</summary>
    public const int Cancelled = 5;

    /// <summary>A fault of this program.</summary>
    public const int Unexpected = 70;
}
