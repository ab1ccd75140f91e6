namespace Msp.Quoting.Web.Runs;

/// <summary>What is done in the background.</summary>
internal enum RunWorkKind
{
    /// <summary>Its preview is built.</summary>
    Preview = 1,

    /// <summary>Its documents are posted.</summary>
    Post = 2,

    /// <summary>Its documents are sent to their customers.</summary>
    Send = 3,

    /// <summary>All that posting does is done and taken back.</summary>
    Rehearse = 4,

    /// <summary>Reminders that are due are recorded and mailed. It belongs to no run.</summary>
    Remind = 5,
}
