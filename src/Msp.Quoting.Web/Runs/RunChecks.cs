using Msp.Billing.EntityFrameworkCore.Runs;
using Msp.Billing.Runs;

namespace Msp.Quoting.Web.Runs;

/// <summary>What is checked before a run is approved.</summary>
/// <param name="Agrees">Totals are the sums of the contracts, and the causes are the whole difference.</param>
/// <param name="Accounted">How many contracts have a document or a reason for none.</param>
/// <param name="Blocked">How many contracts must be put right, checked or left out before.</param>
/// <param name="NextNumber">The number that the first invoice would have.</param>
/// <param name="IsMaker">Whether the reader built this preview.</param>
/// <param name="HasDecided">Whether the reader changed what is billed: left a contract out, held one or gave a credit.</param>
/// <param name="IsBehind">Whether a credit was given or taken back that the preview does not know.</param>
/// <param name="IsOnePerson">Whether the seller is one person, who may approve what that person built.</param>
internal sealed record RunChecks(bool Agrees, int Accounted, int Blocked, string NextNumber, bool IsMaker, bool HasDecided, bool IsBehind, bool IsOnePerson)
{
    /// <summary>Whether the reader is a second person, or may do without one.</summary>
    public bool IsSecond => (!IsMaker && !HasDecided) || IsOnePerson;

    /// <summary>Whether the reader may approve now.</summary>
    public bool MayApprove => IsSecond && Agrees && Blocked == 0 && !IsBehind;

    /// <summary>Checks.</summary>
    public static RunChecks Of(RunBook book, RunSummary run, bool onePerson, string reader)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(run);
        return new RunChecks(
            book.Agrees(run.Number), run.Contracts.Where(one => one.Key != RunOutcome.Problem).Sum(one => one.Value), book.Blocked(run.Number),
            book.NextNumber(run.IssueDay), string.Equals(run.CreatedBy, reader, StringComparison.OrdinalIgnoreCase), book.HasDecided(run.Number, reader),
            book.HasUnseenCredit(run.Number), onePerson);
    }
}
