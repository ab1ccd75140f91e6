namespace Msp.Quoting.Web.Runs;

/// <summary>What is done for a run in the background.</summary>
internal enum RunWorkKind
{
    /// <summary>Its preview is built.</summary>
    Preview = 1,

    /// <summary>Its documents are posted.</summary>
    Post = 2,
}
