namespace Msp.Quoting.Web.Runs;

/// <summary>Where the workers are that share previews and postings.</summary>
internal enum WorkersPlace
{
    /// <summary>Nowhere: this program does it by itself, as it does on a file.</summary>
    None = 1,

    /// <summary>One is in this program, beside any others.</summary>
    Here = 2,

    /// <summary>In other programs only, such as <c>msp worker</c>; somebody sees to it that they run.</summary>
    Elsewhere = 3,
}
