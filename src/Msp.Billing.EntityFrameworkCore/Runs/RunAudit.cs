using System.Buffers;
using System.Text;
using System.Text.Json;
using Msp.Billing.EntityFrameworkCore.Auditing;
using Msp.Billing.Runs;

namespace Msp.Billing.EntityFrameworkCore.Runs;

/// <summary>Writes what happens to a run into the log, in the transaction in which it happens; one entry a move, none a chunk.</summary>
/// <param name="store">Where to; in a transaction.</param>
/// <param name="seller">Whose run.</param>
/// <param name="clock">Gives the instants that are recorded.</param>
internal sealed class RunAudit(BillingStore store, StoredSeller seller, TimeProvider clock)
{
    /// <summary>Records that a preview was begun.</summary>
    internal void PreviewStarted(RunHeader run) => Append(AuditActions.RunPreviewStarted, run, run.CreatedBy, json =>
    {
        json.WriteString("through", Day(run.Through));
        json.WriteString("issueDay", Day(run.IssueDay));
    });

    /// <summary>Records a move.</summary>
    /// <param name="run">The run before it.</param>
    /// <param name="action">The move.</param>
    /// <param name="next">The status after it.</param>
    /// <param name="author">Who makes it.</param>
    /// <param name="byCreator">Whether who made the preview approves it, too.</param>
    internal void Moved(RunHeader run, RunAction action, RunStatus next, string author, bool byCreator) => Append(ActionOf(action), run, author, json =>
    {
        json.WriteString("from", Name(run.Status));
        json.WriteString("to", Name(next));
        if (action == RunAction.Approve)
        {
            json.WriteBoolean("onePerson", byCreator);
        }
        else if (action is RunAction.FinishPreview or RunAction.FinishPosting)
        {
            WriteCounts(json, run);
        }
    });

    /// <summary>Records that posting was stopped on request.</summary>
    internal void PostingStopped(RunHeader run, string author) => Append(AuditActions.RunPostingStopped, run, author, json => WriteCounts(json, run));

    /// <summary>Records that posting goes on.</summary>
    internal void PostingResumed(RunHeader run, string author) => Append(AuditActions.RunPostingResumed, run, author, json => WriteCounts(json, run));

    /// <summary>Records that workers were asked to pause, or to go on.</summary>
    internal void Paused(RunHeader run, string author, bool isPaused) =>
        Append(isPaused ? AuditActions.RunPaused : AuditActions.RunResumed, run, author, json => json.WriteString("status", Name(run.Status)));

    private static string ActionOf(RunAction action) => action switch
    {
        RunAction.FinishPreview => AuditActions.RunPreviewed,
        RunAction.Review => AuditActions.RunReviewed,
        RunAction.Approve => AuditActions.RunApproved,
        RunAction.Post => AuditActions.RunPostingStarted,
        RunAction.FinishPosting => AuditActions.RunPosted,
        RunAction.Cancel => AuditActions.RunCancelled,
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, "No such move is recorded."),
    };

    private void WriteCounts(Utf8JsonWriter json, RunHeader run)
    {
        json.WriteNumber("documents", RunStore.DocumentCount(store, seller.Id, run.Id));
        json.WriteNumber("posted", RunStore.PostedCount(store, seller.Id, run.Id));
    }

    private void Append(string action, RunHeader run, string author, Action<Utf8JsonWriter> detail)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            detail(json);
            json.WriteEndObject();
        }

        new AuditLog(store, seller.Id).Append(new AuditEntry(clock.GetUtcNow(), author, action, run.Number, Encoding.UTF8.GetString(buffer.WrittenSpan)));
    }

    private static string Day(DateOnly day) => day.ToString("O", System.Globalization.CultureInfo.InvariantCulture);

    private static string Name(RunStatus status) => JsonNamingPolicy.CamelCase.ConvertName(status.ToString());
}
