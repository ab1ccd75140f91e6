using Msp.Billing.Invoicing;
using Msp.Billing.Runs;

namespace Msp.Billing.EntityFrameworkCore.Runs;

/// <summary>Looks at what a run would post, before anybody approves it. Used by one thread.</summary>
public interface IDraftCheck : IDisposable
{
    /// <summary>What is wrong with it or worth a look; empty when nothing.</summary>
    /// <param name="draft">The draft.</param>
    IReadOnlyList<RunProblem> Find(InvoiceDraft draft);
}
