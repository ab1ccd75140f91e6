using Msp.Billing.EntityFrameworkCore.Delivery;
using Msp.Billing.EntityFrameworkCore.Runs;

namespace Msp.Quoting.Web.Runs;

/// <summary>A piece of work on a run, or on reminders, how far it is, and how it ended. What it writes is in the database; this is lost when the process ends.</summary>
/// <param name="kind">What is done.</param>
/// <param name="seller">The seller's code.</param>
/// <param name="author">Who asked for it.</param>
/// <param name="clock">The seller's clock.</param>
internal sealed class RunWork(RunWorkKind kind, string seller, string author, TimeProvider clock)
{
    private volatile object _progress = default(RunProgress);

    /// <summary>What is done.</summary>
    public RunWorkKind Kind => kind;

    /// <summary>The seller's code.</summary>
    public string Seller => seller;

    /// <summary>Who asked for it.</summary>
    public string Author => author;

    /// <summary>The seller's clock.</summary>
    public TimeProvider Clock => clock;

    /// <summary>Whose work it is: one piece is under way at a time for each. Reminders wait for no run, and no run for them.</summary>
    public string Lane => LaneOf(seller, kind);

    /// <summary>The last due day of a preview; the day on which reminders are due.</summary>
    public DateOnly Through { get; init; }

    /// <summary>The day on a preview's documents.</summary>
    public DateOnly IssueDay { get; init; }

    /// <summary>Names a preview that is asked for: asked twice with one key, one run is made. Null for building an open one again.</summary>
    public string? Key { get; init; }

    /// <summary>The numbers of the customers that a new run is for; empty for all.</summary>
    public System.Collections.Immutable.ImmutableArray<string> Customers { get; init; } = [];

    /// <summary>The number of the run whose documents are sent.</summary>
    public string? Number { get; init; }

    /// <summary>What a rehearsal found; null until it ended, and for other work.</summary>
    public RunSummary? Rehearsed { get; set; }

    /// <summary>What was not taken when documents were sent, with why.</summary>
    public System.Collections.Immutable.ImmutableArray<(string Document, string Reason)> Unsent { get; set; } = [];

    /// <summary>How many reminders were recorded, and what became of their letters; null until it ended, and for other work.</summary>
    public (int Recorded, ReminderReport Report)? Reminded { get; set; }

    /// <summary>Why it was refused; null when it was not.</summary>
    public Msp.Billing.Runs.RunRefusal? Refusal { get; private set; }

    /// <summary>Whether it ended, for whatever reason.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Whether somebody asked it to stop.</summary>
    public bool IsStopped { get; private set; }

    /// <summary>Why it failed, in words that a user can act on; null when it did not.</summary>
    public string? Failure { get; private set; }

    /// <summary>How far it is.</summary>
    public RunProgress Progress => (RunProgress)_progress;

    /// <summary>The lane of a seller's work.</summary>
    public static string LaneOf(string seller, RunWorkKind kind) => kind == RunWorkKind.Remind ? seller + "/reminders" : seller;

    /// <summary>Notes how far it is.</summary>
    public void Note(RunProgress progress) => _progress = progress;

    /// <summary>Asks it to stop after the chunk that it is at.</summary>
    public void Stop() => IsStopped = true;

    /// <summary>Notes that it ended.</summary>
    /// <param name="failure">Why it failed; null when it did not.</param>
    /// <param name="refusal">Why it was refused; null when it was not.</param>
    public void End(string? failure, Msp.Billing.Runs.RunRefusal? refusal = null) => (Failure, Refusal, IsOver) = (failure, refusal, true);
}
