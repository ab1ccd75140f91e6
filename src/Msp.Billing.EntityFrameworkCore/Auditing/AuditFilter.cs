namespace Msp.Billing.EntityFrameworkCore.Auditing;

/// <summary>Which entries of the log are asked for; what is not given does not narrow.</summary>
public sealed record AuditFilter
{
    /// <summary>Letters that the author, the action or the subject contains, in capitals or not.</summary>
    public string? Text { get; init; }

    /// <summary>An action, or what some begin with: <c>run</c> finds <c>run-approved</c>.</summary>
    public string? Action { get; init; }

    /// <summary>Who did it, in capitals or not.</summary>
    public string? Author { get; init; }

    /// <summary>What it was done to, exactly, such as a run's number.</summary>
    public string? Subject { get; init; }

    /// <summary>From this instant on, inclusive.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Before this instant.</summary>
    public DateTimeOffset? Before { get; init; }
}
